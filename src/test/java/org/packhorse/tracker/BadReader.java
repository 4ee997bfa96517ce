package org.packhorse.tracker;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/// What a process that reads a file might become in the hands of a hostile one.
public final class BadReader {

	private BadReader() {
	}

	public static void main(String[] words) throws Exception {
		var out = new RawOutput(new FileOutputStream(FileDescriptor.out));
		switch (words[0]) {
			case "eats memory" -> {
				var eaten = new ArrayList<long[]>();
				while (true) {
					eaten.add(new long[1 << 20]);
				}
			}
			case "hangs" -> {
				new ProcessBuilder("sleep", "1000").start();
				new CountDownLatch(1).await();
			}
			case "dies" -> Runtime.getRuntime().halt(134);
			case "speaks nonsense" -> new FileOutputStream(FileDescriptor.out).write("OpenJDK warning: nobody asked for this\n".repeat(1000).getBytes());
			case "promises much" -> new FileOutputStream(FileDescriptor.out).write(new byte[] { 0x7f, -1, -1, -1, 2 });
			case "never stops" -> endless(out);
			case "looks around" -> lookAround(out, Path.of(words[1]));
			default -> throw new IllegalArgumentException(words[0]);
		}
		new FileInputStream(FileDescriptor.in).read();
	}

	private static void endless(RawOutput out) throws IOException, UnreadableFile {
		out.sheet(sheet());
		var word = RawCell.text("x".repeat(30_000));
		for (int row = 1; true; row++) {
			out.row(new RawRow(row, row, List.of(word, word)));
		}
	}

	/// Writes down what there is to be found, for the test.
	private static void lookAround(RawOutput out, Path told) throws IOException, UnreadableFile {
		var found = new ArrayList<String>(System.getenv().entrySet().stream().map(Map.Entry::toString).toList());
		found.add("folder " + Path.of("").toAbsolutePath());
		found.add("network " + attempt(() -> {
			try (var socket = new Socket()) {
				socket.connect(new InetSocketAddress(InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 }), Integer.parseInt(Files.readString(told.resolveSibling("port")))), 2000);
				return "open";
			}
		}));
		Files.write(told, found);
		out.say(RawOutput.Say.END_OF_FILE);
	}

	private static String attempt(Callable<String> work) {
		try {
			return work.call();
		}
		catch (Exception ex) {
			return "none";
		}
	}

	private static RawSheet sheet() {
		return new RawSheet() {
			@Override
			public String name() {
				return "updates";
			}

			@Override
			public boolean inWorkbook() {
				return true;
			}

			@Override
			public RawRow next() {
				return null;
			}

			@Override
			public void close() {
			}
		};
	}

}

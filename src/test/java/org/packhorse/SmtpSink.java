package org.packhorse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Postfix's smtp-sink(1): takes every message and keeps it as a file, or misbehaves as its options say.
public final class SmtpSink implements AutoCloseable {

	private static final Pattern MESSAGES = Pattern.compile("mesg=(\\d+)");

	private final Process process;

	private final int port;

	private final Path dumps;

	private int seen;

	private SmtpSink(Process process, int port, Path dumps) {
		this.process = process;
		this.port = port;
		this.dumps = dumps;
	}

	/// Starts one on a free port.
	public static SmtpSink started(String... options) {
		try {
			return started(Postfix.freePort(), options);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/// Starts one on a port; options are those of smtp-sink(1), such as `-q .` to hang up after the end of a message.
	public static SmtpSink started(int port, String... options) {
		Programs.needed("smtp-sink", "postfix", "smtp-sink");
		try {
			var dumps = Files.createTempDirectory("packhorse-sink");
			var command = new ArrayList<>(List.of("smtp-sink", "-c", "-d", dumps.resolve("m.").toString()));
			if ("root".equals(System.getProperty("user.name"))) {
				command.addAll(List.of("-u", "postfix"));
				new ProcessBuilder("chown", "postfix", dumps.toString()).start().waitFor();
			}
			command.addAll(List.of(options));
			command.addAll(List.of("127.0.0.1:" + port, "20"));
			var sink = new SmtpSink(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start(), port, dumps);
			Runtime.getRuntime().addShutdownHook(new Thread(sink.process::destroyForcibly));
			sink.awaitStart();
			Thread.ofVirtual().start(sink::count);
			return sink;
		}
		catch (IOException ex) {
			throw new IllegalStateException("smtp-sink does not start", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private void awaitStart() throws InterruptedException {
		while (!isListening()) {
			if (this.process.waitFor(20, TimeUnit.MILLISECONDS)) {
				throw new IllegalStateException("smtp-sink ended with " + this.process.exitValue());
			}
		}
	}

	private boolean isListening() {
		try (var _ = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/// It tells its counts whenever a message or a session ends.
	private void count() {
		try (var told = new BufferedReader(new InputStreamReader(this.process.getInputStream(), StandardCharsets.US_ASCII))) {
			var line = new StringBuilder();
			for (int c = told.read(); c >= 0; c = told.read()) {
				if (c == '\r' || c == '\n') {
					see(line.toString());
					line.setLength(0);
				}
				else {
					line.append((char) c);
				}
			}
		}
		catch (IOException ex) {
			// It has been stopped.
		}
		finally {
			see("mesg=" + Integer.MAX_VALUE);
		}
	}

	private synchronized void see(String line) {
		var found = MESSAGES.matcher(line);
		if (found.find()) {
			this.seen = Integer.parseInt(found.group(1));
			notifyAll();
		}
	}

	/// Waits until so many messages have come whole.
	public synchronized void await(int count) throws InterruptedException {
		while (this.seen < count) {
			wait();
		}
	}

	/// Where it listens, on 127.0.0.1.
	public int port() {
		return this.port;
	}

	/// Every message that it kept, as it came over the wire behind what smtp-sink writes of the conversation.
	public List<String> messages() {
		try (Stream<Path> files = Files.list(this.dumps)) {
			return files.sorted().map(SmtpSink::text).toList();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String text(Path file) {
		try {
			return Files.readString(file, StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.process.destroyForcibly().onExit().join();
		TestHome.delete(this.dumps);
	}

}

package org.packhorse.tracker;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.jspecify.annotations.Nullable;

/// The process that reads one sent file: it is told which, answers each question with the next sheet or rows, and ends with whoever
/// started it. It knows no database and no settings.
public final class ReaderProcess {

	/// Asks for the next sheet.
	static final int SHEET = 's';

	/// Asks for the next row alone.
	static final int ROW = '1';

	/// Asks for the next rows.
	static final int ROWS = 'r';

	private static final int ROWS_AT_ONCE = 500;

	private final RawOutput out;

	private final BlockingQueue<Integer> questions = new LinkedBlockingQueue<>();

	private @Nullable RawSheet sheet;

	private ReaderProcess(OutputStream out) {
		this.out = new RawOutput(out);
	}

	/// Takes no words: what to read comes by the standard input.
	///
	/// @param words none
	public static void main(String[] words) throws Exception {
		var answers = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
		// Whatever a library has to say would be taken for an answer.
		System.setOut(new PrintStream(OutputStream.nullOutputStream(), false));
		var told = new DataInputStream(new FileInputStream(FileDescriptor.in));
		var file = new ImportFile(Path.of(told.readUTF()), told.readUTF());
		var unpacked = told.readLong();
		var process = new ReaderProcess(answers);
		Thread.ofPlatform().daemon().start(() -> process.listen(told));
		process.answer(file, unpacked);
	}

	/// Takes questions, and ends this process at once when nobody is left who could ask.
	private void listen(DataInputStream asked) {
		try {
			while (true) {
				this.questions.add(asked.readUnsignedByte());
			}
		}
		catch (EOFException gone) {
			Runtime.getRuntime().halt(0);
		}
		catch (IOException ex) {
			Runtime.getRuntime().halt(1);
		}
	}

	private void answer(ImportFile file, long unpacked) throws IOException, InterruptedException {
		try (var opened = OpenedFile.open(file, unpacked, this::unusual)) {
			while (answer(opened, this.questions.take())) {
				this.out.flush();
			}
		}
		catch (UnreadableFile ex) {
			this.out.unreadable(ex);
		}
		this.out.flush();
	}

	private boolean answer(RawFile file, int question) throws IOException, UnreadableFile {
		return switch (question) {
			case SHEET -> sheet(file);
			case ROW -> rows(1);
			case ROWS -> rows(ROWS_AT_ONCE) && more();
			default -> false;
		};
	}

	private void unusual(String topic, String words) {
		try {
			this.out.unusual(topic, words);
		}
		catch (IOException gone) {
			Runtime.getRuntime().halt(1);
		}
	}

	private boolean sheet(RawFile file) throws IOException, UnreadableFile {
		if (this.sheet != null) {
			this.sheet.close();
		}
		this.sheet = file.next();
		if (this.sheet == null) {
			this.out.say(RawOutput.Say.END_OF_FILE);
			return false;
		}
		this.out.sheet(this.sheet);
		return true;
	}

	private boolean rows(int most) throws IOException, UnreadableFile {
		for (int i = 0; i < most && this.sheet != null; i++) {
			var row = this.sheet.next();
			if (row == null) {
				this.out.say(RawOutput.Say.END_OF_SHEET);
				this.sheet.close();
				this.sheet = null;
				return true;
			}
			this.out.row(row);
		}
		return true;
	}

	private boolean more() throws IOException {
		if (this.sheet != null) {
			this.out.say(RawOutput.Say.MORE);
		}
		return true;
	}

}

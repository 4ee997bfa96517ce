package org.packhorse.tracker;

import java.io.DataOutputStream;
import java.io.IOException;

import org.jspecify.annotations.Nullable;

import org.packhorse.tracker.RawInput.Said;

/// A file that another process reads: sheets and rows come as if this one did, and whatever becomes of the other is a fault of the file.
final class FileApart implements RawFile {

	private final ReaderLife reader;

	private final RawInput answers;

	private final DataOutputStream questions;

	private final ReadingLimits limits;

	private final Unusual unusual;

	private long rows;

	FileApart(ReaderLife reader, ImportFile file, ReadingLimits limits, Unusual unusual) throws UnreadableFile, IOException {
		this.reader = reader;
		this.answers = new RawInput(reader.answers());
		this.questions = reader.questions();
		this.limits = limits;
		this.unusual = unusual;
		try {
			this.questions.writeUTF(file.path().toAbsolutePath().toString());
			this.questions.writeUTF(file.name());
			this.questions.writeLong(limits.unpacked());
			this.questions.flush();
		}
		catch (IOException gone) {
			var reason = reader.reason();
			reader.close();
			throw reason;
		}
	}

	@Override
	public @Nullable RawSheet next() throws UnreadableFile {
		ask(ReaderProcess.SHEET);
		while (true) {
			switch (answer()) {
				case Said.Unusual(String topic, String words) -> this.unusual.say(topic, words);
				case Said.Sheet(String name, boolean inWorkbook) -> {
					return new Sheet(name, inWorkbook);
				}
				case Said.EndOfFile _ -> {
					return null;
				}
				case Said.Unreadable(UnreadableFile why) -> throw why;
				case Said.Row _, Said.More _, Said.EndOfSheet _ -> throw this.reader.confused("rows where a sheet was asked for");
			}
		}
	}

	private void ask(int question) throws UnreadableFile {
		try {
			this.questions.writeByte(question);
			this.questions.flush();
		}
		catch (IOException gone) {
			// What it said before it ended, such as why the file cannot be read, is still to be heard.
		}
	}

	private Said answer() throws UnreadableFile {
		try {
			var said = this.answers.next();
			if (this.answers.taken() > this.limits.words()) {
				throw this.limits.tooManyWords();
			}
			return said;
		}
		catch (RawInput.Nonsense ex) {
			throw this.reader.confused(String.valueOf(ex.getMessage()));
		}
		catch (IOException ended) {
			throw this.reader.reason();
		}
	}

	@Override
	public void close() throws IOException {
		this.reader.close();
	}

	/// The rows of one sheet, which come a few hundred at a time.
	private final class Sheet implements RawSheet {

		private final String name;

		private final boolean inWorkbook;

		/// Up to its headings a sheet is read row by row: it may turn out to be none that is wanted.
		private boolean headed;

		private boolean asked;

		private boolean ended;

		private Sheet(String name, boolean inWorkbook) {
			this.name = name;
			this.inWorkbook = inWorkbook;
		}

		@Override
		public String name() {
			return this.name;
		}

		@Override
		public boolean inWorkbook() {
			return this.inWorkbook;
		}

		@Override
		public @Nullable RawRow next() throws UnreadableFile {
			while (!this.ended) {
				if (!this.asked) {
					ask(this.headed ? ReaderProcess.ROWS : ReaderProcess.ROW);
				}
				switch (answer()) {
					case Said.Row(RawRow row) -> {
						this.asked = this.headed;
						this.headed |= !row.isBlank();
						return counted(row);
					}
					case Said.More _ -> this.asked = false;
					case Said.EndOfSheet _ -> this.ended = true;
					case Said.Unreadable(UnreadableFile why) -> throw why;
					case Said.Unusual _, Said.Sheet _, Said.EndOfFile _ -> throw FileApart.this.reader.confused("a sheet where rows were asked for");
				}
			}
			return null;
		}

		private RawRow counted(RawRow row) throws UnreadableFile {
			if (++FileApart.this.rows > FileApart.this.limits.rows()) {
				throw FileApart.this.limits.tooManyRows();
			}
			return row;
		}

		/// Before its headings nothing is under way. Further on, a sheet is left only with its file.
		@Override
		public void close() {
			this.ended = true;
		}

	}

}

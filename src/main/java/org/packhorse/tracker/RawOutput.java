package org.packhorse.tracker;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/// Writes what a file holds for the process that asked: messages, each with its length before it.
final class RawOutput {

	/// The longest message; a row of a CSV file has at most four million characters.
	static final int LONGEST = 16 << 20;

	/// What a spreadsheet's cell holds at most, and how many of them a row has.
	static final int MOST_CHARACTERS = 32_767;

	static final int MOST_CELLS = 16_384;

	static final int LONGEST_NAME = 1_000;

	/// What a message says.
	enum Say {

		UNUSUAL, SHEET, ROW, MORE, END_OF_SHEET, END_OF_FILE, UNREADABLE

	}

	private final DataOutputStream out;

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private final DataOutputStream message = new DataOutputStream(this.bytes);

	RawOutput(OutputStream out) {
		this.out = new DataOutputStream(out);
	}

	void unusual(String topic, String words) throws IOException {
		begin(Say.UNUSUAL);
		text(topic);
		text(words);
		end();
	}

	void sheet(RawSheet sheet) throws IOException, UnreadableFile {
		if (sheet.name().length() > LONGEST_NAME) {
			throw Workbook.damaged();
		}
		begin(Say.SHEET);
		text(sheet.name());
		this.message.writeBoolean(sheet.inWorkbook());
		end();
	}

	void row(RawRow row) throws IOException, UnreadableFile {
		if (row.cells().size() > MOST_CELLS) {
			throw new UnreadableFile(row.line(), "the row has more than %,d cells".formatted(MOST_CELLS), "Delete what stands to the right of the table.");
		}
		begin(Say.ROW);
		this.message.writeInt(row.row());
		this.message.writeInt(row.line());
		this.message.writeInt(row.cells().size());
		for (var cell : row.cells()) {
			cell(row, cell);
		}
		if (this.bytes.size() > LONGEST) {
			throw new UnreadableFile(row.line(), "the row is longer than %d MB".formatted(LONGEST >> 20), "Shorten its cells.");
		}
		end();
	}

	private void cell(RawRow row, RawCell cell) throws IOException, UnreadableFile {
		if (cell.text().length() > MOST_CHARACTERS) {
			throw new UnreadableFile(row.line(), "a cell holds %,d characters, more than a spreadsheet's cell can".formatted(cell.text().length()), "Shorten it.");
		}
		this.message.writeByte(cell.form().ordinal() | (cell.percent() ? RawInput.PERCENT : 0) | (cell.formula() ? RawInput.FORMULA : 0));
		text(cell.text());
	}

	void unreadable(UnreadableFile why) throws IOException {
		begin(Say.UNREADABLE);
		this.message.writeInt(why.line());
		text(String.valueOf(why.getMessage()));
		text(why.remedy());
		end();
	}

	/// Says a thing that has no more to it.
	void say(Say say) throws IOException {
		begin(say);
		end();
	}

	void flush() throws IOException {
		this.out.flush();
	}

	private void begin(Say say) throws IOException {
		this.bytes.reset();
		this.message.writeByte(say.ordinal());
	}

	/// As Java holds it: halves of a pair of characters arrive as halves, to be told as faults.
	private void text(String text) throws IOException {
		var characters = ByteBuffer.allocate(text.length() * Character.BYTES);
		characters.asCharBuffer().put(text);
		this.message.writeInt(text.length());
		this.message.write(characters.array());
	}

	private void end() throws IOException {
		this.message.flush();
		this.out.writeInt(this.bytes.size());
		this.bytes.writeTo(this.out);
	}

}

package org.packhorse.tracker;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;

/// Understands what the process that reads a file writes, and nothing else: every number in it is looked at before it is believed.
final class RawInput {

	static final int PERCENT = 8;

	static final int FORMULA = 16;

	private static final int FORM = 7;

	private final DataInputStream in;

	private long taken;

	/// What was said.
	sealed interface Said {

		record Unusual(String topic, String words) implements Said {
		}

		record Sheet(String name, boolean inWorkbook) implements Said {
		}

		record Row(RawRow row) implements Said {
		}

		record More() implements Said {
		}

		record EndOfSheet() implements Said {
		}

		record EndOfFile() implements Said {
		}

		record Unreadable(UnreadableFile why) implements Said {
		}

	}

	/// What came makes no sense.
	static final class Nonsense extends IOException {

		Nonsense(String what) {
			super(what);
		}

	}

	RawInput(InputStream in) {
		this.in = new DataInputStream(in);
	}

	/// How many bytes have come so far.
	long taken() {
		return this.taken;
	}

	/// The next message.
	///
	/// @throws EOFException when there is none, nor ever will be
	Said next() throws IOException {
		int length = this.in.readInt();
		if (length < 1 || length > RawOutput.LONGEST) {
			throw new Nonsense("a message of %d bytes".formatted(length));
		}
		var bytes = new byte[length];
		this.in.readFully(bytes);
		this.taken += length;
		return understood(ByteBuffer.wrap(bytes));
	}

	private static Said understood(ByteBuffer message) throws Nonsense {
		try {
			var said = said(message);
			if (message.hasRemaining()) {
				throw new Nonsense("a message with something behind it");
			}
			return said;
		}
		catch (BufferUnderflowException ex) {
			throw new Nonsense("a message that is cut short");
		}
	}

	private static Said said(ByteBuffer message) throws Nonsense {
		return switch (RawOutput.Say.values()[within(message.get(), RawOutput.Say.values().length - 1)]) {
			case UNUSUAL -> new Said.Unusual(text(message, RawOutput.LONGEST_NAME), text(message, RawOutput.LONGEST_NAME));
			case SHEET -> new Said.Sheet(text(message, RawOutput.LONGEST_NAME), message.get() != 0);
			case ROW -> new Said.Row(row(message));
			case MORE -> new Said.More();
			case END_OF_SHEET -> new Said.EndOfSheet();
			case END_OF_FILE -> new Said.EndOfFile();
			case UNREADABLE -> new Said.Unreadable(new UnreadableFile(within(message.getInt(), Integer.MAX_VALUE), text(message, RawOutput.LONGEST_NAME),
					text(message, RawOutput.LONGEST_NAME)));
		};
	}

	private static RawRow row(ByteBuffer message) throws Nonsense {
		var row = message.getInt();
		var line = message.getInt();
		var count = within(message.getInt(), RawOutput.MOST_CELLS);
		var cells = new ArrayList<RawCell>(count);
		for (int i = 0; i < count; i++) {
			cells.add(cell(message));
		}
		return new RawRow(row, line, cells);
	}

	private static RawCell cell(ByteBuffer message) throws Nonsense {
		var marks = within(message.get(), FORM | PERCENT | FORMULA);
		var form = RawCell.Form.values()[within(marks & FORM, RawCell.Form.values().length - 1)];
		return new RawCell(text(message, RawOutput.MOST_CHARACTERS), form, (marks & PERCENT) != 0, (marks & FORMULA) != 0);
	}

	private static String text(ByteBuffer message, int most) throws Nonsense {
		var length = within(message.getInt(), most);
		if (length * Character.BYTES > message.remaining()) {
			throw new Nonsense("a text that is cut short");
		}
		var text = message.asCharBuffer().limit(length).toString();
		message.position(message.position() + length * Character.BYTES);
		return text;
	}

	private static int within(int number, int most) throws Nonsense {
		if (number < 0 || number > most) {
			throw new Nonsense("the number %d, where at most %d can be".formatted(number, most));
		}
		return number;
	}

}

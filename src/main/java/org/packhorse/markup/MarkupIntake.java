package org.packhorse.markup;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

import org.packhorse.document.Position;

/// Takes pack markup in as it is written and makes the tree of it on the way, so that a large pack never stands in memory as
/// markup. Every fault is named, with file and line.
public final class MarkupIntake extends Writer {

	/// What a page has room for: a name, twelve months and a total. On upright A4 within the widest margins that a house may
	/// have, each of fourteen columns still holds four figures at the size of the tables' print; with more, figures break.
	public static final int COLUMNS_OF_A_PAGE = 14;

	/// Several times the pack of a county with 15,000 actions; a loop that does not end gets there within seconds.
	public static final int MOST_CHARACTERS = 200_000_000;

	private final Faults faults;

	private final PackReader pack;

	private final TagScanner scanner;

	private char[] letters = new char[32 * 1024];

	private int from;

	private int to;

	private long taken;

	private boolean stopped;

	/// Takes in a pack whose tables may have so many columns; `file` is what positions say where an element has no
	/// `at="file:line"` of its own.
	public MarkupIntake(String file, PictureSource pictures, int mostColumns) {
		this.faults = new Faults(new Position(file, 0));
		this.pack = new PackReader(file, this.faults, pictures, mostColumns);
		this.scanner = new TagScanner(file, this.faults, this.pack);
	}

	@Override
	public void write(char[] more, int start, int length) throws IOException {
		makeRoom(length);
		System.arraycopy(more, start, this.letters, this.to, length);
		this.to += length;
	}

	/// Templates write mostly short words: without this, each would be copied into a buffer of its own first.
	@Override
	public void write(String more, int start, int length) throws IOException {
		makeRoom(length);
		more.getChars(start, start + length, this.letters, this.to);
		this.to += length;
	}

	@Override
	public void write(int letter) throws IOException {
		makeRoom(1);
		this.letters[this.to++] = (char) letter;
	}

	@Override
	public void flush() {
		// Words wait until a tag is whole.
	}

	@Override
	public void close() {
		// Nothing is open.
	}

	/// What the markup comes to, all of which has been written now.
	public MarkupResult result() {
		read(true);
		var document = this.pack.document();
		if (document != null && this.faults.none()) {
			return new MarkupResult.Good(document);
		}
		if (!this.pack.hasBegun() && this.faults.none()) {
			this.faults.add(this.faults.latest(), "The markup is empty", "Write a <pack> element");
		}
		return new MarkupResult.Faulty(this.faults.problems());
	}

	/// The faults up to here that do not depend on what was filled into the markup.
	public List<MarkupProblem> sureProblems() {
		read(false);
		return this.faults.sure();
	}

	private void makeRoom(int length) throws IOException {
		this.taken += length;
		if (this.taken > MOST_CHARACTERS) {
			throw new TooLong();
		}
		if (this.to + length <= this.letters.length) {
			return;
		}
		read(false);
		int rest = this.to - this.from;
		var roomier = rest + length <= this.letters.length ? this.letters : new char[Math.max(2 * this.letters.length, rest + length)];
		System.arraycopy(this.letters, this.from, roomier, 0, rest);
		this.letters = roomier;
		this.from = 0;
		this.to = rest;
	}

	private void read(boolean last) {
		if (this.stopped) {
			this.from = this.to;
			return;
		}
		try {
			this.from = this.scanner.read(this.letters, this.from, this.to, last);
			if (last) {
				this.pack.end();
			}
		}
		catch (PackReader.Refused refused) {
			this.faults.add(this.faults.latest(), refused.fault(), refused.remedy());
			this.stopped = true;
			this.from = this.to;
		}
	}

	/// More was written than a pack can hold.
	public static final class TooLong extends IOException {

		private static final long serialVersionUID = 1;

	}

}

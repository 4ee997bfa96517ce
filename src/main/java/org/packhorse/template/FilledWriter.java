package org.packhorse.template;

import java.io.IOException;
import java.io.Writer;

/// Keeps what a template writes, up to a limit.
final class FilledWriter extends Writer {

	/// Twenty times the largest pack of a county; a loop that does not end gets there within seconds.
	static final int MOST_CHARACTERS = 20_000_000;

	private final StringBuilder words = new StringBuilder();

	@Override
	public void write(char[] letters, int from, int length) throws IOException {
		if (this.words.length() + length > MOST_CHARACTERS) {
			throw new TooLong();
		}
		this.words.append(letters, from, length);
	}

	/// Templates write mostly short words: without this, each would be copied into a buffer of its own first.
	@Override
	public void write(String letters, int from, int length) throws IOException {
		if (this.words.length() + length > MOST_CHARACTERS) {
			throw new TooLong();
		}
		this.words.append(letters, from, from + length);
	}

	@Override
	public void flush() {
		// Nothing waits.
	}

	@Override
	public void close() {
		// Nothing is open.
	}

	@Override
	public String toString() {
		return this.words.toString();
	}

	/// The template wrote more than a pack can hold.
	static final class TooLong extends IOException {

		private static final long serialVersionUID = 1;

	}

}

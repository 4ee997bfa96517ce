package org.packhorse.tracker;

/// Says why a file cannot be read any further, and what to do.
final class UnreadableFile extends Exception {

	private final int line;

	private final String remedy;

	UnreadableFile(String fault, String remedy) {
		this(0, fault, remedy);
	}

	/// @param line where reading ended, or 0
	UnreadableFile(int line, String fault, String remedy) {
		super(fault);
		this.line = line;
		this.remedy = remedy;
	}

	int line() {
		return this.line;
	}

	String remedy() {
		return this.remedy;
	}

}

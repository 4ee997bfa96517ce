package org.packhorse.markup;

/// Counts what stands in one section: its paragraphs and its own sections share the count, so that 2.3 is one thing only.
final class Numbering {

	/// How a section takes part in the count of what it stands in.
	enum Part {

		/// It has the next number, and its insides are counted below it.
		YES,

		/// It has no number, and neither have its insides.
		NO,

		/// It has no number, and its insides go on with the count as if its heading were not there.
		THROUGH

	}

	private final boolean on;

	private final String prefix;

	/// What stands after the number of a section of the first level: a dot or nothing.
	private final String end;

	private int count;

	private Numbering(boolean on, String prefix, String end) {
		this.on = on;
		this.prefix = prefix;
		this.end = end;
	}

	static Numbering of(boolean on) {
		return of(on, false);
	}

	static Numbering of(boolean on, boolean dot) {
		return new Numbering(on, "", dot ? "." : "");
	}

	/// The number of the next section.
	String section() {
		return this.on ? next() + (this.prefix.isEmpty() ? this.end : "") : "";
	}

	/// The number of the next paragraph; outside any section paragraphs have none.
	String paragraph() {
		return this.on && !this.prefix.isEmpty() ? next() : "";
	}

	/// Counting inside the section with this number.
	Numbering in(String section) {
		return section.isEmpty() ? of(false) : new Numbering(this.on, section.endsWith(".") ? section : section + ".", this.end);
	}

	private String next() {
		return this.prefix + ++this.count;
	}

}

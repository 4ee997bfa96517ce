package org.packhorse.markup;

/// Counts what stands in one section: its paragraphs and its own sections share the count, so that 2.3 is one thing only.
final class Numbering {

	private final boolean on;

	private final String prefix;

	private int count;

	private Numbering(boolean on, String prefix) {
		this.on = on;
		this.prefix = prefix;
	}

	static Numbering of(boolean on) {
		return new Numbering(on, "");
	}

	/// The number of the next section.
	String section() {
		return this.on ? this.prefix + ++this.count : "";
	}

	/// The number of the next paragraph; outside any section paragraphs have none.
	String paragraph() {
		return this.prefix.isEmpty() ? "" : section();
	}

	/// Counting inside the section with this number.
	Numbering in(String section) {
		return section.isEmpty() ? of(false) : new Numbering(this.on, section + ".");
	}

}

package org.packhorse.writer.excel;

/// How a cell looks: letters, ground, place of the words in the cell and number format.
///
/// @param quoted whether the words start like a formula and Excel is told, with a quote prefix, that they are words
record Style(Face face, Ground ground, Lay lay, String format, boolean quoted) {

	/// No number format of its own.
	static final String GENERAL = "";

	/// The letters; colour as `RRGGBB`.
	record Face(int points, boolean bold, boolean italic, boolean underlined, String colour) {
	}

	/// What is behind and around the words; `fill` is blank for none, both colours are `RRGGBB`.
	record Ground(String fill, Edge edge, String edgeColour) {

		static final Ground BARE = new Ground("", Edge.NONE, "");

	}

	/// The lines around a cell.
	enum Edge {

		/// None.
		NONE,

		/// A thin line below: rows of tables.
		BELOW,

		/// A thick line at the start: callouts.
		BAR

	}

	/// Where the words stand: at the start or the end of the line, wrapped or running on over empty neighbours, how high.
	record Lay(boolean atEnd, boolean wrapped, Height height, int indent) {

		static final Lay WRAPPED = new Lay(false, true, Height.TOP, 0);

		static final Lay RUNNING = new Lay(false, false, Height.TOP, 0);

		Lay height(Height other) {
			return new Lay(this.atEnd, this.wrapped, other, this.indent);
		}

	}

	/// How high in the cell the words stand.
	enum Height {

		TOP, CENTER, BOTTOM

	}

	Style face(Face other) {
		return new Style(other, this.ground, this.lay, this.format, this.quoted);
	}

	Style ground(Ground other) {
		return new Style(this.face, other, this.lay, this.format, this.quoted);
	}

	Style lay(Lay other) {
		return new Style(this.face, this.ground, other, this.format, this.quoted);
	}

	Style format(String other) {
		return new Style(this.face, this.ground, this.lay, other, this.quoted);
	}

	Style quoted(boolean other) {
		return other == this.quoted ? this : new Style(this.face, this.ground, this.lay, this.format, other);
	}

}

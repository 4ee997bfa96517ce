package org.packhorse.writer.word;

/// An A4 page in Word's twips (1,440 to the inch).
///
/// @param margin the margin on all four sides
record Page(int margin) {

	private static final int WIDTH = 11_906;

	private static final int HEIGHT = 16_838;

	/// What the header's and the footer's line need beyond a narrow margin.
	private static final int HEADER_ROOM = 227;

	/// A page with this margin.
	static Page of(int marginMillimetres) {
		return new Page(twips(marginMillimetres));
	}

	static int twips(int millimetres) {
		return (int) Math.round(millimetres * 1440 / 25.4);
	}

	/// The width of the text area.
	int textWidth() {
		return WIDTH - 2 * this.margin;
	}

	/// The widest and tallest that a drawing may be, in millimetres.
	int drawingWidth() {
		return (int) (textWidth() * 25.4 / 1440);
	}

	int drawingHeight() {
		return (int) ((HEIGHT - 2 * this.margin) * 25.4 / 1440) - 30;
	}

	/// The section properties that end the body: size, margins, header and footer.
	String properties(String header, String footer) {
		// %s, not %d: some locales print %d in digits of their own.
		int edge = Math.max(this.margin / 2, 360);
		return """
				<w:sectPr><w:headerReference w:type="default" r:id="%1$s"/><w:footerReference w:type="default" r:id="%2$s"/>\
				<w:pgSz w:w="%3$s" w:h="%4$s"/>\
				<w:pgMar w:top="%5$s" w:right="%6$s" w:bottom="%5$s" w:left="%6$s" w:header="%7$s" w:footer="%7$s" w:gutter="0"/></w:sectPr>"""
			.formatted(header, footer, WIDTH, HEIGHT, this.margin + HEADER_ROOM, this.margin, edge);
	}

}

package org.packhorse.writer.excel;

import org.packhorse.document.Tone;
import org.packhorse.writer.Look;
import org.packhorse.writer.excel.Style.Edge;
import org.packhorse.writer.excel.Style.Face;
import org.packhorse.writer.excel.Style.Ground;
import org.packhorse.writer.excel.Style.Height;
import org.packhorse.writer.excel.Style.Lay;

/// The styles of a workbook's lines and cells, from the house's look. Body text is 12 points, the least that
/// public-sector guidance on accessible documents asks for.
final class HouseStyles {

	static final String INK = "0B0C0C";

	static final String MUTED = "505A5F";

	static final String RULE = "C6CACC";

	static final String STRIPE = "F5F6F7";

	static final int BODY_POINTS = 12;

	// The width of the cover's band in points, by the width of a bold letter of one point.
	private static final int BAND = 950;

	private static final Face BODY = new Face(BODY_POINTS, false, false, false, INK);

	private static final Face BOLD = new Face(BODY_POINTS, true, false, false, INK);

	private static final Ground ROW = new Ground("", Edge.BELOW, RULE);

	private final Look look;

	HouseStyles(Look look) {
		this.look = look;
	}

	/// The colours that the whole workbook shares.
	Look look() {
		return this.look;
	}

	/// Words of a paragraph.
	Style paragraph() {
		return style(BODY, Ground.BARE, Lay.WRAPPED);
	}

	/// An item of a list.
	Style item() {
		return style(BODY, Ground.BARE, new Lay(false, true, Height.TOP, 2));
	}

	/// A line that says something about the sheet, in muted letters.
	Style note() {
		return style(new Face(BODY_POINTS, false, false, false, MUTED), Ground.BARE, Lay.RUNNING);
	}

	/// A label, or the caption of something that follows.
	Style caption() {
		return style(BOLD, Ground.BARE, new Lay(false, true, Height.BOTTOM, 0));
	}

	/// Words that are a link, running on.
	Style link() {
		return style(new Face(BODY_POINTS, false, false, true, this.look.accent()), Ground.BARE, Lay.RUNNING);
	}

	/// The title of a sheet.
	Style title() {
		return heading(1);
	}

	/// The title of the whole workbook, on a band of the accent colour; a title of more letters has smaller ones.
	Style coverTitle(int letters) {
		return band(Math.clamp(BAND / Math.max(1, letters), BODY_POINTS, 26), true, new Lay(false, false, Height.BOTTOM, 1));
	}

	/// The lines below the title, on the same band.
	Style coverSubtitle(int letters) {
		return band(Math.clamp(BAND / Math.max(1, letters), BODY_POINTS, 15), false, new Lay(false, false, Height.TOP, 1));
	}

	/// How many letters of body size surely fit on the cover's band.
	static int bandLetters() {
		return BAND / BODY_POINTS;
	}

	private Style band(int points, boolean bold, Lay lay) {
		return style(new Face(points, bold, false, false, Contrast.on(this.look.accent())), new Ground(this.look.accent(), Edge.NONE, ""), lay);
	}

	/// A heading of a section, by its depth from 1.
	Style heading(int depth) {
		return style(new Face(headingPoints(depth), true, false, false, this.look.accent()), Ground.BARE,
				new Lay(false, depth > 1, Height.BOTTOM, 0));
	}

	/// The height of a heading's line, with room above it in place of an empty line.
	static double headingHeight(int depth) {
		return headingPoints(depth) * 1.4 + (depth == 1 ? 4 : 12);
	}

	private static int headingPoints(int depth) {
		return switch (depth) {
			case 1 -> 20;
			case 2 -> 16;
			case 3 -> 14;
			default -> 13;
		};
	}

	/// The title of a callout.
	Style calloutTitle(Tone tone) {
		var shade = this.look.shade(tone);
		return style(new Face(BODY_POINTS, true, false, false, shade.text()), new Ground(shade.fill(), Edge.NONE, ""),
				new Lay(false, true, Height.CENTER, 1));
	}

	/// A paragraph of a callout.
	Style callout(Tone tone) {
		return style(BODY, new Ground(STRIPE, Edge.BAR, this.look.shade(tone).fill()), new Lay(false, true, Height.CENTER, 1));
	}

	/// A column heading of a table; the indent keeps words at the end of the line clear of the filter's button.
	Style columnHeading(boolean atEnd, boolean filtered) {
		return style(new Face(BODY_POINTS, true, false, false, Contrast.on(this.look.accent())),
				new Ground(this.look.accent(), Edge.NONE, ""), new Lay(atEnd, true, Height.CENTER, atEnd && filtered ? 2 : 1));
	}

	/// A cell of a table.
	Style cell(boolean rowHeader, boolean atEnd) {
		return style(rowHeader ? BOLD : BODY, ROW, new Lay(atEnd, true, Height.TOP, 1));
	}

	/// A cell of a line that is never higher than one line of words.
	Style shortCell(boolean rowHeader, boolean atEnd) {
		return centred(cell(rowHeader, atEnd));
	}

	/// The same style with the words half-way up.
	static Style centred(Style style) {
		return style.lay(style.lay().height(Height.CENTER));
	}

	/// A table's cell that says that there are no rows.
	Style emptyTable() {
		return style(new Face(BODY_POINTS, false, true, false, MUTED), ROW, new Lay(false, false, Height.CENTER, 1));
	}

	/// The same style with a badge's colours.
	Style badge(Style style, Tone tone) {
		var shade = this.look.shade(tone);
		var face = style.face();
		return style.face(new Face(face.points(), true, false, face.underlined(), shade.text()))
			.ground(new Ground(shade.fill(), style.ground().edge(), style.ground().edgeColour()));
	}

	/// The same style for words that are a link.
	Style linked(Style style) {
		var face = style.face();
		var colour = style.ground().fill().isEmpty() ? this.look.accent() : face.colour();
		return style.face(new Face(face.points(), face.bold(), face.italic(), true, colour));
	}

	private static Style style(Face face, Ground ground, Lay lay) {
		return new Style(face, ground, lay, Style.GENERAL, false);
	}

}

package org.packhorse.writer.excel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.packhorse.document.Cover;
import org.packhorse.document.Position;
import org.packhorse.document.Value;
import org.packhorse.writer.excel.Drawn.Spot;

/// Lays out the two sheets at the front: what the pack is, and what is where.
final class FrontSheets {

	/// The cover's sheet name.
	static final String COVER = "Cover";

	private static final int HEADING_ROW = 3;

	private static final double LINE = 22;

	private static final List<Double> COVER_WIDTHS = List.of(26.0, 60.0, 22.0);

	private static final List<Double> CONTENTS_WIDTHS = List.of(40.0, 80.0);

	private static final List<String> HEADINGS = List.of("Sheet", "What it holds");

	private static final int FAR = 20;

	// The tallest and widest that a logo stands in the cover's corner, in points.
	private static final double LOGO = 90;

	private final HouseStyles house;

	private final CellWords words;

	private final Cover cover;

	FrontSheets(HouseStyles house, CellWords words, Cover cover) {
		this.house = house;
		this.words = words;
		this.cover = cover;
	}

	/// The cover: title, organisation, marking, facts, what the workbook is and the way in.
	Sheet cover() {
		var lines = new ArrayList<Line>();
		band(lines, 56, this.cover.title(), this.house.coverTitle(this.cover.title().length()));
		band(lines, 24, this.cover.subtitle(), this.house.coverSubtitle(this.cover.subtitle().length()));
		band(lines, 32, this.cover.organisation(), this.house.coverSubtitle(this.cover.organisation().length()));
		facts(lines);
		running(lines, 44, "About this workbook", this.house.heading(2).lay(Style.Lay.RUNNING.height(Style.Height.BOTTOM)));
		about(lines);
		lines.add(Line.of(22, Entry.of("Go to the contents", this.house.link(), BookLayout.CONTENTS)));
		return new Sheet(COVER, "What this pack is", lines, new Sheet.Frame(COVER_WIDTHS, 0, 0), List.of(), logo());
	}

	private void band(List<Line> lines, double height, String words, Style style) {
		if (!words.isBlank()) {
			var cells = new ArrayList<Entry>(List.of(Entry.of(this.words.plain(Position.NONE, words), style)));
			// Words that run on beyond the band would be in its light letters on white paper, so that the band grows with them.
			cells.addAll(Collections.nCopies(words.length() > HouseStyles.bandLetters() ? FAR : 1, new Entry.Blank(style)));
			lines.add(new Line(cells, height));
		}
	}

	private void running(List<Line> lines, double height, String words, Style style) {
		if (!words.isBlank()) {
			lines.add(Line.of(height, Entry.of(this.words.plain(Position.NONE, words), style)));
		}
	}

	private void facts(List<Line> lines) {
		var facts = new ArrayList<Cover.Fact>();
		if (!this.cover.marking().isBlank()) {
			facts.add(new Cover.Fact("Marking", this.cover.marking()));
		}
		if (this.cover.draft()) {
			facts.add(new Cover.Fact("Status of the file", this.house.look().draftWords()));
		}
		facts.addAll(this.cover.facts());
		for (Cover.Fact fact : facts) {
			lines.add(Wrapping.line(COVER_WIDTHS, List.of(Entry.of(this.words.plain(Position.NONE, fact.label()), this.house.cell(true, false)),
					Entry.of(this.words.plain(Position.NONE, fact.words()), this.house.cell(false, false)))));
		}
	}

	private void about(List<Line> lines) {
		var asAt = new Value.Day(this.cover.asAt()).print();
		for (String words : List.of("It holds the words, tables and charts of the pack, with facts as at " + asAt + ".",
				"Every table is on a sheet of its own; its figures and dates are real ones that can be sorted, filtered and added up.",
				"Colours are always beside a word that says the same. A “−” before a figure is a minus.")) {
			running(lines, 19, words, this.house.paragraph().lay(Style.Lay.RUNNING));
		}
	}

	private List<Drawn> logo() {
		var logo = this.house.look().logo();
		var size = logo == null ? null : PictureSize.of(logo);
		if (logo == null || size == null) {
			return List.of();
		}
		var scale = Math.min(LOGO / size.height(), LOGO * 1.4 / size.width());
		var alternative = this.house.look().logoAlternative();
		return List.of(new Drawn.OfPicture(new Spot(3, 1, 6, size.width() * scale, size.height() * scale), logo, size.ending(),
				this.words.plain(Position.NONE, alternative.isBlank() ? "Logo of " + this.cover.organisation() : alternative)));
	}

	/// The contents: a row with a link for each of these sheets.
	Sheet contents(List<Sheet> sheets) {
		var lines = new ArrayList<Line>();
		lines.add(Line.of(HouseStyles.headingHeight(1), Entry.of(BookLayout.CONTENTS.sheet(), this.house.title())));
		lines.add(Line.of(LINE + 6,
				Entry.of("Every name is a link to its sheet, and row 2 or 3 of each sheet leads back here.", this.house.note())));
		var heading = this.house.columnHeading(false, false);
		lines.add(Line.of(LINE, Entry.of(HEADINGS.getFirst(), heading), Entry.of(HEADINGS.getLast(), heading)));
		lines.add(row(new Goal.Place(COVER, 1), "What this pack is"));
		sheets.forEach(sheet -> lines.add(row(new Goal.Place(sheet.name(), 1), sheet.about())));
		var grid = new Sheet.Grid("Contents", "Contents", HEADING_ROW, HEADINGS, sheets.size() + 1, false);
		return new Sheet(BookLayout.CONTENTS.sheet(), "What is where", lines, new Sheet.Frame(CONTENTS_WIDTHS, HEADING_ROW, 0),
				List.of(grid), List.of());
	}

	private Line row(Goal.Place place, String about) {
		return Wrapping.line(CONTENTS_WIDTHS, List.of(Entry.of(place.sheet(), this.house.linked(this.house.cell(false, false)), place),
				Entry.of(this.words.plain(Position.NONE, about), this.house.cell(false, false))));
	}

}

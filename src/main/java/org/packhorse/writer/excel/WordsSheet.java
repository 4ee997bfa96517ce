package org.packhorse.writer.excel;

import java.util.ArrayList;
import java.util.List;

import org.packhorse.document.Block;
import org.packhorse.document.Block.Section;
import org.packhorse.document.Inline;
import org.packhorse.document.Position;
import org.packhorse.writer.excel.Drawn.Spot;

/// Lays the words of a section out in one wide column, in reading order and without empty rows: space comes from the
/// rows' heights, and charts and pictures stand in tall rows that also say something.
final class WordsSheet {

	private static final double WIDTH = 110;

	// What a heading surely has room for in one line.
	private static final int SHORT_HEADING = 50;

	// What an indent and the edges take of the column, in characters.
	private static final double EDGES = 4;

	// Left for the words in a row with a drawing, in points.
	private static final double ABOVE_DRAWING = 24;

	private static final double CHART_WIDTH = 620;

	private static final double CHART_HEIGHT = 250;

	private final BookLayout book;

	private final HouseStyles house;

	private final CellWords words;

	private final String name;

	private final String title;

	private final List<Line> lines = new ArrayList<>();

	private final List<Drawn> drawings = new ArrayList<>();

	WordsSheet(BookLayout book, String name, String title) {
		this.book = book;
		this.house = book.house();
		this.words = book.words();
		this.name = name;
		this.title = title;
	}

	String name() {
		return this.name;
	}

	/// The title in A1 and the way back to the contents.
	void start(Position at) {
		var words = this.words.plain(at, this.title);
		this.lines.add(words.length() <= SHORT_HEADING ? Line.of(HouseStyles.headingHeight(1), Entry.of(words, this.house.title()))
				: Line.of(Entry.of(words, this.house.title().lay(Style.Lay.WRAPPED))));
		this.lines.add(Line.of(Wrapping.height(1), Entry.of(BookLayout.BACK, this.house.link(), BookLayout.CONTENTS)));
	}

	/// Adds a heading below the sheet's own and gives its row.
	int heading(Section section, int depth) {
		var heading = this.words.plain(section.at(), BookLayout.heading(section));
		// A heading that may need two lines is left to the program that opens the file.
		var height = heading.length() > SHORT_HEADING ? 0 : HouseStyles.headingHeight(depth);
		this.lines.add(Line.of(height, Entry.of(heading, this.house.heading(depth))));
		return this.lines.size();
	}

	/// Adds a block of words, a chart or a picture.
	void words(Block block) {
		switch (block) {
			case Block.Paragraph paragraph -> line(paragraph.at(), paragraph.number().isBlank() ? "" : paragraph.number() + " ",
					paragraph.words(), this.house.paragraph());
			case Block.Bullets bullets -> bullets.items().forEach(item -> line(bullets.at(), "• ", item, this.house.item()));
			case Block.Numbered numbered -> numbered(numbered);
			case Block.Callout callout -> callout(callout);
			case Block.Chart chart -> chart(chart);
			case Block.Picture picture -> picture(picture);
			case Section _, Block.Table _, Block.FormTable _, Block.Ticks _, Block.Scorecard _, Block.PageBreak _ ->
				throw new IllegalArgumentException("not words: " + block.at());
		}
	}

	/// Adds the headline figures in words; their table follows on a sheet of its own.
	void scorecard(Block.Scorecard scorecard) {
		caption(scorecard.at(), scorecard.caption());
		scorecard.tiles().forEach(tile -> line(scorecard.at(), "• ", said(tile), this.house.item()));
	}

	private static List<Inline> said(Block.Scorecard.Tile tile) {
		var said = new ArrayList<Inline>(List.of(new Inline.Words(tile.label() + ": ")));
		if (!tile.value().print().isBlank()) {
			said.add(new Inline.Strong(tile.value().print()));
		}
		if (tile.badge() != null) {
			said.addAll(List.of(new Inline.Words(", "), tile.badge()));
		}
		said.add(new Inline.Words(tile.note().isBlank() ? "" : ", " + tile.note()));
		return said;
	}

	/// Says which sheet a table is on, in the place where the pack has it.
	void pointer(Block.Table table, String sheet) {
		var says = "Table: " + table.caption() + " (" + TableSheets.count(table.rows().size()) + ")";
		this.lines.add(Line.of(Wrapping.height(1),
				Entry.of(this.words.plain(table.at(), says), this.house.link(), new Goal.Place(sheet, 1))));
	}

	private void numbered(Block.Numbered numbered) {
		for (int i = 0; i < numbered.items().size(); i++) {
			line(numbered.at(), numbered.style().mark(i) + " ", numbered.items().get(i), this.house.item());
		}
	}

	private void callout(Block.Callout callout) {
		add(callout.at(), Rich.plain(this.words.plain(callout.at(), callout.title())), this.house.calloutTitle(callout.tone()));
		callout.paragraphs().forEach(words -> line(callout.at(), "", words, this.house.callout(callout.tone())));
	}

	private void chart(Block.Chart chart) {
		caption(chart.at(), chart.caption());
		if (chart.words().isEmpty()) {
			add(chart.at(), Rich.plain(this.words.plain(chart.at(), chart.words().instead())), this.house.paragraph());
			return;
		}
		add(chart.at(), Rich.plain(this.words.plain(chart.at(), chart.words().alternative())), this.house.paragraph());
		var range = this.book.chartData().add(chart);
		this.lines.add(Line.of(ABOVE_DRAWING + CHART_HEIGHT + Wrapping.BELOW, Entry.of("The figures behind this chart", this.house.link(),
				new Goal.Place(ChartData.NAME, range.headingRow() - 1))));
		this.drawings.add(new Drawn.OfChart(new Spot(1, this.lines.size(), ABOVE_DRAWING - 4, CHART_WIDTH, CHART_HEIGHT), chart, range,
				XmlCharacters.clean(chart.words().alternative())));
	}

	private void picture(Block.Picture picture) {
		var alternative = this.words.plain(picture.at(), picture.alternative());
		var says = Entry.of("Picture: " + alternative, this.house.note());
		var size = PictureSize.of(picture.image());
		if (size == null) {
			this.lines.add(Line.of(says));
			this.book.unshown().add(picture.at(), "picture " + picture.file(), "it is neither a PNG nor a JPEG that can be read");
			return;
		}
		double width = picture.widthMillimetres() / 25.4 * 72;
		double height = width * size.height() / size.width();
		double fits = Math.min(1, (Wrapping.TALLEST - ABOVE_DRAWING - Wrapping.BELOW) / height);
		this.lines.add(Line.of(ABOVE_DRAWING + height * fits + Wrapping.BELOW, says));
		this.drawings.add(new Drawn.OfPicture(new Spot(1, this.lines.size(), ABOVE_DRAWING - 4, width * fits, height * fits), picture.image(),
				size.ending(), alternative));
	}

	private void caption(Position at, String caption) {
		this.lines.add(Line.of(caption.length() > 2 * SHORT_HEADING ? 0 : 30, Entry.of(this.words.plain(at, caption), this.house.caption())));
	}

	private void line(Position at, String before, List<Inline> inlines, Style style) {
		var link = CellWords.onlyLink(inlines);
		if (link == null) {
			add(at, this.words.rich(at, before, inlines), style);
		}
		else {
			this.lines.add(Line.of(Entry.of(this.words.plain(at, before + link.text()), this.house.linked(style), CellWords.goal(at, link))));
		}
	}

	private void add(Position at, Rich words, Style style) {
		var first = words.runs().getFirst().text();
		var quoted = style.quoted(!first.isEmpty() && CellEntries.looksLikeFormula(first));
		var lines = Wrapping.lines(words, WIDTH - EDGES, quoted.face().bold());
		var line = Line.of(Wrapping.height(lines), new Entry.Words(words, quoted, null));
		Wrapping.sayIfTooTall(at, line, this.book.unshown());
		this.lines.add(line);
	}

	/// The sheet, once all words are in.
	Sheet sheet() {
		var charts = this.drawings.stream().filter(Drawn.OfChart.class::isInstance).count();
		var about = charts == 0 ? "Words" : charts == 1 ? "Words and a chart" : "Words and " + charts + " charts";
		return new Sheet(this.name, about + " of this section", this.lines, new Sheet.Frame(List.of(WIDTH), 0, 0), List.of(), this.drawings);
	}

}

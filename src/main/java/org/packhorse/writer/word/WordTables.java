package org.packhorse.writer.word;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.packhorse.document.Block.Scorecard;
import org.packhorse.document.Block.Table;
import org.packhorse.document.Cell;
import org.packhorse.document.Inline;
import org.packhorse.document.Value;

/// Writes tables: of data and of headline figures.
final class WordTables {

	/// About how wide a letter is, for telling a short row from one that may fill a page.
	private static final int LETTER_WIDTH = 105;

	static final int SHORT_ROW_LINES = 12;

	private static final String MIDDLE = "<w:vAlign w:val=\"center\"/>";

	private final Xml xml;

	private final WordText text;

	private final Page page;

	WordTables(Xml xml, WordText text, Page page) {
		this.xml = xml;
		this.text = text;
		this.page = page;
	}

	void table(Table table) {
		this.text.paragraph("Caption", table.caption());
		if (table.rows().isEmpty()) {
			this.text.paragraph("BodyText", table.ifEmpty());
			return;
		}
		int[] widths = widths(table.columns().stream().mapToInt(Table.Column::weight).toArray());
		boolean rowHeader = table.columns().getFirst().rowHeader();
		frame("PackTable", table.caption(), true, rowHeader, widths, () -> {
			headings(table.columns(), widths);
			table.rows().forEach(row -> row(table.columns(), row.cells(), widths));
		});
	}

	/// Widths by weight that fill the text area to the twip.
	int[] widths(int... weights) {
		int sum = Arrays.stream(weights).sum();
		int[] widths = new int[weights.length];
		int reached = 0;
		int given = 0;
		for (int i = 0; i < weights.length; i++) {
			reached += weights[i];
			widths[i] = this.page.textWidth() * reached / sum - given;
			given += widths[i];
		}
		return widths;
	}

	void frame(String style, String caption, boolean headerRow, boolean headerColumn, int[] widths, Runnable rows) {
		this.xml.element("w:tbl", () -> {
			this.xml.element("w:tblPr", () -> {
				this.xml.empty("w:tblStyle", "w:val", style);
				this.xml.empty("w:tblW", "w:w", String.valueOf(this.page.textWidth()), "w:type", "dxa");
				this.xml.empty("w:tblLayout", "w:type", "fixed");
				this.xml.empty("w:tblLook", "w:val", look(headerRow, headerColumn), "w:firstRow", flag(headerRow), "w:lastRow", "0",
						"w:firstColumn", flag(headerColumn), "w:lastColumn", "0", "w:noHBand", "1", "w:noVBand", "1");
				this.xml.empty("w:tblCaption", "w:val", caption);
				this.xml.empty("w:tblDescription", "w:val", description(headerRow, widths.length));
			});
			this.xml.element("w:tblGrid", () -> Arrays.stream(widths).forEach(width -> this.xml.empty("w:gridCol", "w:w", String.valueOf(width))));
			rows.run();
		});
		this.text.apart();
	}

	private static String flag(boolean flag) {
		return flag ? "1" : "0";
	}

	/// The same flags as one number, for readers of the first edition of the format.
	private static String look(boolean headerRow, boolean headerColumn) {
		return "%04X".formatted(0x0600 | (headerRow ? 0x0020 : 0) | (headerColumn ? 0x0080 : 0));
	}

	private static String description(boolean headerRow, int columns) {
		return headerRow ? "A table of " + columns + " columns; its first row names them." : "A table of labels and what stands for each.";
	}

	private void headings(List<Table.Column> columns, int[] widths) {
		row(true, true, () -> {
			for (int i = 0; i < widths.length; i++) {
				var column = columns.get(i);
				cell(widths[i], () -> this.text.paragraph(column.align() == Table.Align.END ? "TableFigureHeading" : "TableHeading", column.heading()));
			}
		});
	}

	private void row(List<Table.Column> columns, List<Cell> cells, int[] widths) {
		row(false, isShort(cells, widths), () -> {
			for (int i = 0; i < widths.length; i++) {
				var cell = cells.get(i);
				var style = style(columns.get(i));
				cell(widths[i], () -> this.text.paragraph(Shape.of(style), cell.words()));
			}
		});
	}

	private static String style(Table.Column column) {
		if (column.rowHeader()) {
			return "TableRowHeading";
		}
		return column.align() == Table.Align.END ? "TableFigure" : "TableText";
	}

	/// A row that may be taller than a page must be free to split.
	private static boolean isShort(List<Cell> cells, int[] widths) {
		int lines = 0;
		for (int i = 0; i < widths.length; i++) {
			var words = cells.get(i).plain();
			lines = Math.max(lines, breaks(words) + lines(words.length(), widths[i]));
		}
		return lines <= SHORT_ROW_LINES;
	}

	private static int breaks(String words) {
		int breaks = 0;
		for (int at = words.indexOf('\n'); at >= 0; at = words.indexOf('\n', at + 1)) {
			breaks++;
		}
		return breaks;
	}

	static int lines(int letters, int width) {
		return letters * LETTER_WIDTH / width;
	}

	void row(boolean header, boolean whole, Runnable cells) {
		this.xml.element("w:tr", () -> {
			if (header || whole) {
				this.xml.raw(header ? "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" : "<w:trPr><w:cantSplit/></w:trPr>");
			}
			cells.run();
		});
	}

	void cell(int width, Runnable paragraphs) {
		cell(width, "", paragraphs);
	}

	void cell(int width, String place, Runnable paragraphs) {
		this.xml.element("w:tc", () -> {
			this.xml.element("w:tcPr", () -> {
				this.xml.empty("w:tcW", "w:w", String.valueOf(width), "w:type", "dxa");
				this.xml.raw(place);
			});
			paragraphs.run();
		});
	}

	/// A row for each figure; the columns for ratings and notes are there when a figure has one.
	void scorecard(Scorecard scorecard) {
		var columns = ScorecardColumn.of(scorecard.tiles());
		int[] widths = widths(columns.stream().mapToInt(ScorecardColumn::weight).toArray());
		this.text.paragraph("Caption", scorecard.caption());
		frame("PackTable", scorecard.caption(), true, true, widths, () -> {
			headings(columns.stream().map(ScorecardColumn::column).toList(), widths);
			scorecard.tiles().forEach(tile -> tile(tile, columns, widths));
		});
	}

	private void tile(Scorecard.Tile tile, List<ScorecardColumn> columns, int[] widths) {
		row(false, true, () -> {
			for (int i = 0; i < widths.length; i++) {
				var column = columns.get(i);
				cell(widths[i], MIDDLE, () -> this.text.paragraph(Shape.of(column.style()), column.words(tile)));
			}
		});
	}

	/// The columns of a scorecard.
	private enum ScorecardColumn {

		LABEL("Measure", 36, "TableRowHeading"), FIGURE("Figure", 24, "TileFigure"), RATING("Rating", 16, "TableText"), NOTE("Note", 24, "TableText");

		private final Table.Column column;

		private final String style;

		ScorecardColumn(String heading, int weight, String style) {
			this.column = new Table.Column(heading, weight, "TileFigure".equals(style) ? Table.Align.END : Table.Align.START, false);
			this.style = style;
		}

		static List<ScorecardColumn> of(List<Scorecard.Tile> tiles) {
			var columns = new ArrayList<>(List.of(LABEL, FIGURE));
			if (tiles.stream().anyMatch(tile -> tile.badge() != null)) {
				columns.add(RATING);
			}
			if (tiles.stream().anyMatch(tile -> !tile.note().isBlank())) {
				columns.add(NOTE);
			}
			return columns;
		}

		Table.Column column() {
			return this.column;
		}

		int weight() {
			return this.column.weight();
		}

		String style() {
			return this.style;
		}

		List<Inline> words(Scorecard.Tile tile) {
			return switch (this) {
				case LABEL -> List.of(new Inline.Words(tile.label()));
				case FIGURE -> Cell.of(tile.value()).words();
				case RATING -> tile.badge() == null ? List.of() : List.of(tile.badge());
				case NOTE -> Cell.of(new Value.Text(tile.note())).words();
			};
		}

	}

}

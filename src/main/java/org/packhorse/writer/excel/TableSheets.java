package org.packhorse.writer.excel;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Block.Section;
import org.packhorse.document.Block.Table;
import org.packhorse.document.Block.Table.Align;
import org.packhorse.document.Inline;
import org.packhorse.document.Position;

/// Lays a table out on a sheet of its own: title, where it is from, the way back, headings, rows.
final class TableSheets {

	/// The row of the headings, which stays in view.
	static final int HEADING_ROW = 4;

	static final int MOST_ROWS = 1_048_576 - HEADING_ROW;

	private static final double WIDEST_FROZEN = 45;

	private static final double NOTE_HEIGHT = 20;

	// With room above the table in place of an empty row.
	private static final double BACK_HEIGHT = 28;

	private final HouseStyles house;

	private final CellWords words;

	private final CellEntries entries;

	private final Names tableNames;

	private final ChartData chartData;

	private final Unshown unshown;

	TableSheets(HouseStyles house, CellWords words, Names tableNames, ChartData chartData, Unshown unshown) {
		this.house = house;
		this.words = words;
		this.entries = new CellEntries(house, words);
		this.tableNames = tableNames;
		this.chartData = chartData;
		this.unshown = unshown;
	}

	/// The table's sheet; `from` is the section that it stands in, or null, and `leads` says whether the section's words are
	/// on a sheet of their own that the table's can lead back to.
	Sheet sheet(String name, Table table, @Nullable Section from, boolean leads) {
		var rows = fitting(table);
		var headings = headings(table);
		var widths = ColumnWidths.of(table);
		var grid = new Sheet.Grid(this.tableNames.table(table.caption()), this.words.plain(table.at(), table.caption()), HEADING_ROW, headings,
				Math.max(1, rows.size()), true);
		var about = count(rows.size()) + (from == null ? "" : ", from " + BookLayout.heading(from));
		return new Sheet(name, "Table: " + about, lines(table, rows, headings, widths, front(table, leads ? from : null, about)),
				new Sheet.Frame(widths, HEADING_ROW, frozenColumns(table, widths)), List.of(grid), List.of(), sparked(table, rows, widths));
	}

	/// A cell with a sparkline, by its place in the table.
	private record Place(int row, int column, Inline.Sparkline sparkline) {
	}

	private List<Sparked> sparked(Table table, List<Table.Row> rows, List<Double> widths) {
		var places = new ArrayList<Place>();
		for (int row = 0; row < rows.size(); row++) {
			for (int column = 0; column < table.columns().size(); column++) {
				var sparkline = CellWords.firstSparkline(rows.get(row).cells().get(column).words());
				if (sparkline != null) {
					places.add(new Place(row, column, sparkline));
				}
			}
		}
		if (places.isEmpty()) {
			return List.of();
		}
		var named = places.stream().map(place -> new ChartData.Named(name(table, rows.get(place.row())), place.sparkline())).toList();
		var figures = this.chartData.add(table, named);
		var sparked = new ArrayList<Sparked>();
		for (int i = 0; i < places.size(); i++) {
			var place = places.get(i);
			var line = line(table.at(), table.columns(), widths, rows.get(place.row()));
			double words = wordsHeight(line.entries().get(place.column()), widths.get(place.column())) / line.height();
			sparked.add(new Sparked(place.column() + 1, HEADING_ROW + 1 + place.row(), figures.get(i), place.sparkline(), Math.min(0.8, words)));
		}
		return sparked;
	}

	/// What names a row: the first line of its heading cells, or of its first cell.
	private static String name(Table table, Table.Row row) {
		var names = IntStream.range(0, table.columns().size())
			.filter(column -> table.columns().get(column).rowHeader())
			.mapToObj(column -> row.cells().get(column).plain().lines().findFirst().orElse(""))
			.toList();
		return names.isEmpty() ? row.cells().getFirst().plain().lines().findFirst().orElse("") : String.join(", ", names);
	}

	private static double wordsHeight(Entry entry, double width) {
		return entry instanceof Entry.Words words ? Wrapping.height(Wrapping.lines(words.words(), width - 3, false)) : 0;
	}

	private List<Table.Row> fitting(Table table) {
		if (table.rows().size() <= MOST_ROWS) {
			return table.rows();
		}
		this.unshown.add(table.at(), "rows after number " + MOST_ROWS,
				"a sheet ends at row 1,048,576; split the table '" + table.caption() + "' into several");
		return table.rows().subList(0, MOST_ROWS);
	}

	// Excel tells columns by their headings, so that every heading is different.
	private List<String> headings(Table table) {
		var names = new Names();
		var headings = new ArrayList<String>();
		for (var column : table.columns()) {
			var heading = this.words.plain(table.at(), column.heading()).replaceAll("\\s+", " ").strip();
			headings.add(names.column(heading));
			if (!headings.getLast().equals(heading)) {
				this.unshown.add(table.at(), "column heading '" + heading + "'",
						"Excel's tables need a different heading of at most 255 characters in each column; this one is '" + headings.getLast()
								+ "'");
			}
		}
		return headings;
	}

	private List<Line> front(Table table, @Nullable Section from, String about) {
		var note = this.words.plain(table.at(), about);
		return List.of(Line.of(HouseStyles.headingHeight(1), Entry.of(this.words.plain(table.at(), table.caption()), this.house.title())),
				Line.of(NOTE_HEIGHT, from == null ? Entry.of(note, this.house.note())
						: Entry.of(note, this.house.link(), new Goal.ToSection(from.at(), from.id()))),
				Line.of(BACK_HEIGHT, Entry.of(BookLayout.BACK, this.house.link(), BookLayout.CONTENTS)));
	}

	// Rows become lines only as they are written: a long table is never held twice.
	private Iterable<Line> lines(Table table, List<Table.Row> rows, List<String> headings, List<Double> widths,
			List<Line> front) {
		var head = new ArrayList<>(front);
		head.add(Wrapping.line(widths, IntStream.range(0, headings.size())
			.mapToObj(i -> Entry.of(headings.get(i), this.house.columnHeading(table.columns().get(i).align() == Align.END, true)))
			.toList()));
		if (rows.isEmpty()) {
			head.add(empty(table));
		}
		return () -> new Iterator<>() {

			private int next;

			@Override
			public boolean hasNext() {
				return this.next < head.size() + rows.size();
			}

			@Override
			public Line next() {
				int at = this.next++;
				return at < head.size() ? head.get(at) : line(table.at(), table.columns(), widths, rows.get(at - head.size()));
			}

		};
	}

	private Line line(Position at, List<Table.Column> columns, List<Double> widths, Table.Row row) {
		var cells = new ArrayList<Entry>(columns.size());
		for (int i = 0; i < columns.size(); i++) {
			cells.add(this.entries.entry(at, columns.get(i), row.cells().get(i)));
		}
		var line = Wrapping.line(widths, cells);
		if (row.cells().stream().anyMatch(cell -> CellWords.firstSparkline(cell.words()) != null)) {
			line = withRoom(line, row, widths);
		}
		Wrapping.sayIfTooTall(at, line, this.unshown);
		return line;
	}

	/// A sparkline has two lines to itself, above the words that say what it shows.
	private static Line withRoom(Line line, Table.Row row, List<Double> widths) {
		var entries = new ArrayList<>(line.entries());
		double height = line.height();
		for (int i = 0; i < entries.size(); i++) {
			if (CellWords.firstSparkline(row.cells().get(i).words()) != null) {
				var style = entries.get(i).style();
				entries.set(i, entries.get(i).with(style.lay(style.lay().height(Style.Height.BOTTOM))));
				height = Math.max(height, wordsHeight(entries.get(i), widths.get(i)) + 2 * Wrapping.LINE);
			}
		}
		return new Line(entries, Math.min(Wrapping.TALLEST, height));
	}

	private Line empty(Table table) {
		var cells = new ArrayList<Entry>();
		cells.add(Entry.of(this.words.plain(table.at(), table.ifEmpty()), this.house.emptyTable()));
		for (int i = 1; i < table.columns().size(); i++) {
			cells.add(new Entry.Blank(this.house.emptyTable()));
		}
		return new Line(cells, Wrapping.height(1));
	}

	private static int frozenColumns(Table table, List<Double> widths) {
		int columns = 0;
		double width = 0;
		while (columns < table.columns().size() - 1 && table.columns().get(columns).rowHeader()) {
			width += widths.get(columns++);
		}
		return width <= WIDEST_FROZEN ? columns : 0;
	}

	/// "no rows", "1 row", "1,134 rows".
	static String count(int rows) {
		return rows == 0 ? "no rows" : rows == 1 ? "1 row" : String.format(Locale.UK, "%,d rows", rows);
	}

}

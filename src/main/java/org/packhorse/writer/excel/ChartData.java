package org.packhorse.writer.excel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Block.Chart;
import org.packhorse.document.Block.Table;
import org.packhorse.document.ChartSeries;
import org.packhorse.document.Inline.Sparkline;
import org.packhorse.writer.ChartFolding;

/// The sheet with the figures behind every chart, one table object for each, in the order of the charts.
final class ChartData {

	/// The sheet's name.
	static final String NAME = "Chart data";

	/// How the caption of a table's sparklines starts.
	static final String SPARKLINES = "Sparklines: ";

	private static final double CAPTION_HEIGHT = 34;

	private static final double COLUMN = 18;

	private final HouseStyles house;

	private final CellWords words;

	private final Names tableNames;

	private final List<Line> lines = new ArrayList<>();

	private final List<Sheet.Grid> grids = new ArrayList<>();

	private int columns = 1;

	ChartData(HouseStyles house, CellWords words, Names tableNames) {
		this.house = house;
		this.words = words;
		this.tableNames = tableNames;
		this.lines.add(Line.of(HouseStyles.headingHeight(1), Entry.of(NAME, house.title())));
		this.lines.add(Line.of(Entry.of("The figures behind every chart and behind the sparklines of every table. An empty cell means that there is no reading.",
				house.note())));
		this.lines.add(Line.of(Entry.of(BookLayout.BACK, house.link(), BookLayout.CONTENTS)));
	}

	/// Where a chart's figures stand: the row of its headings, the headings (the first one the periods', then one for each of
	/// its series, and last the one of signals and events where there are any) and the periods.
	record Range(int headingRow, List<String> headings, List<String> periods) {

		/// The place of a series' name; they count from 0.
		String name(int series) {
			return References.fixed(NAME, series + 2, this.headingRow, this.headingRow);
		}

		/// The place of the periods.
		String periodCells() {
			return References.fixed(NAME, 1, this.headingRow + 1, this.headingRow + this.periods.size());
		}

		/// The place of a series' figures.
		String values(int series) {
			return References.fixed(NAME, series + 2, this.headingRow + 1, this.headingRow + this.periods.size());
		}

	}

	/// Adds a chart's figures and says where they stand.
	Range add(Chart chart) {
		var caption = this.words.plain(chart.at(), chart.caption() + (chart.unit().isBlank() ? "" : " (" + chart.unit() + ")"));
		this.lines.add(Line.of(CAPTION_HEIGHT, Entry.of(caption, this.house.caption().lay(Style.Lay.RUNNING.height(Style.Height.BOTTOM)))));
		var names = new Names();
		var headings = new ArrayList<String>(List.of(names.column("Period")));
		var series = ChartSeries.of(chart);
		series.forEach(one -> headings.add(names.column(this.words.plain(chart.at(), one.name()))));
		if (chart.words().hasRemarks()) {
			headings.add(names.column(ChartFolding.REMARKS));
		}
		var periods = chart.periods().stream().map(period -> this.words.plain(chart.at(), period)).toList();
		var range = new Range(this.lines.size() + 1, List.copyOf(headings), periods);
		table(chart, series, range);
		this.grids.add(new Sheet.Grid(this.tableNames.table(chart.caption()), caption, range.headingRow(), range.headings(),
				periods.size(), false));
		this.columns = Math.max(this.columns, headings.size());
		return range;
	}

	/// A sparkline and the name of the row that it stands in.
	record Named(String name, Sparkline sparkline) {
	}

	/// Adds the figures behind a table's sparklines, a row for each, and says where each one's stand.
	List<String> add(Table table, List<Named> sparklines) {
		var caption = this.words.plain(table.at(), SPARKLINES + table.caption());
		this.lines.add(Line.of(CAPTION_HEIGHT, Entry.of(caption, this.house.caption().lay(Style.Lay.RUNNING.height(Style.Height.BOTTOM)))));
		int most = sparklines.stream().mapToInt(one -> one.sparkline().values().size()).max().orElse(0);
		var headings = new ArrayList<String>(List.of("Row"));
		IntStream.rangeClosed(1, most).forEach(point -> headings.add("Point " + point));
		int headingRow = this.lines.size() + 1;
		this.lines.add(new Line(IntStream.range(0, headings.size())
			.mapToObj(i -> Entry.of(headings.get(i), this.house.columnHeading(i > 0, false)))
			.toList(), Wrapping.height(1)));
		var places = new ArrayList<String>();
		for (Named one : sparklines) {
			this.lines.add(figures(table, one, most));
			places.add(References.across(NAME, this.lines.size(), 2, one.sparkline().values().size() + 1));
		}
		this.grids.add(new Sheet.Grid(this.tableNames.table(caption), caption, headingRow, headings, sparklines.size(), false));
		this.columns = Math.max(this.columns, headings.size());
		return places;
	}

	private Line figures(Table table, Named one, int most) {
		var name = this.words.plain(table.at(), one.name());
		var style = this.house.shortCell(true, false);
		var cells = new ArrayList<Entry>();
		cells.add(name.isEmpty() ? new Entry.Blank(style) : Entry.of(name, style.lay(new Style.Lay(false, false, Style.Height.CENTER, 1)).quoted(CellEntries.looksLikeFormula(name))));
		var figure = this.house.shortCell(false, true);
		var values = one.sparkline().values();
		for (int i = 0; i < most; i++) {
			var value = i < values.size() ? values.get(i) : null;
			cells.add(value == null ? new Entry.Blank(figure)
					: new Entry.Figure(value, figure.format(NumberFormats.of(value, one.sparkline().decimals(), "", "")), null));
		}
		return new Line(cells, Wrapping.height(1));
	}

	private void table(Chart chart, List<ChartSeries> series, Range range) {
		var headings = new ArrayList<Entry>();
		int longest = 1;
		for (String heading : range.headings()) {
			longest = Math.max(longest, Wrapping.lines(Rich.plain(heading), COLUMN - 3, true));
			boolean figures = !headings.isEmpty() && headings.size() <= series.size();
			headings.add(Entry.of(heading, this.house.columnHeading(figures, false)));
		}
		this.lines.add(new Line(headings, Wrapping.height(longest)));
		for (int i = 0; i < range.periods().size(); i++) {
			var cells = new ArrayList<Entry>();
			cells.add(Entry.of(range.periods().get(i), this.house.shortCell(true, false)));
			for (var one : series) {
				cells.add(figure(chart, one.values().get(i)));
			}
			if (chart.words().hasRemarks()) {
				cells.add(remark(chart, i));
			}
			this.lines.add(new Line(cells, Wrapping.height(1)));
		}
	}

	private Entry remark(Chart chart, int period) {
		var style = this.house.shortCell(false, false);
		var remark = this.words.plain(chart.at(), chart.words().remark(period));
		return remark.isEmpty() ? new Entry.Blank(style)
				: Entry.of(remark, style.lay(new Style.Lay(false, false, Style.Height.CENTER, 1)).quoted(CellEntries.looksLikeFormula(remark)));
	}

	private Entry figure(Chart chart, @Nullable BigDecimal value) {
		var style = this.house.shortCell(false, true);
		return value == null ? new Entry.Blank(style)
				: new Entry.Figure(scaled(chart, value), style.format(format(chart, value)), null);
	}

	/// The figure as it stands in cells: percentages as fractions, as everywhere in the workbook.
	static BigDecimal scaled(Chart chart, BigDecimal value) {
		return isPercent(chart) ? value.movePointLeft(2) : value;
	}

	/// The number format of a chart's figure.
	static String format(Chart chart, BigDecimal value) {
		return NumberFormats.of(value, chart.decimals(), "", isPercent(chart) ? "%" : "");
	}

	static boolean isPercent(Chart chart) {
		return chart.unit().strip().equals("%");
	}

	boolean isEmpty() {
		return this.grids.isEmpty();
	}

	/// The sheet, once all charts are in.
	Sheet sheet() {
		var widths = new ArrayList<>(List.of(16.0));
		while (widths.size() < this.columns) {
			widths.add(COLUMN);
		}
		return new Sheet(NAME, "The figures behind every chart: " + (this.grids.size() == 1 ? "1 table" : this.grids.size() + " tables"),
				this.lines, new Sheet.Frame(widths, 0, 0), this.grids, List.of());
	}

}

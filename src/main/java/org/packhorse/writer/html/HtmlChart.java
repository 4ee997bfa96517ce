package org.packhorse.writer.html;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.packhorse.document.Block.Chart;
import org.packhorse.document.Block.Table;
import org.packhorse.document.Cell;
import org.packhorse.document.Value;
import org.packhorse.writer.ChartFolding;
import org.packhorse.writer.Look;

/// Writes a chart: caption, legend, drawing, and the figures behind it as a table that unfolds.
final class HtmlChart {

	private final HtmlText html;

	private final Anchors anchors;

	private final HtmlTables tables;

	private final Look look;

	HtmlChart(HtmlText html, Anchors anchors, HtmlTables tables, Look look) {
		this.html = html;
		this.anchors = anchors;
		this.tables = tables;
		this.look = look;
	}

	/// A line with the stroke it is drawn with.
	record Drawn(Chart.Line line, Stroke stroke) {
	}

	void chart(Chart chart) throws IOException {
		var caption = this.anchors.next("chart");
		this.html.tag("figure").with("class", "chart").around(() -> {
			this.html.tag("figcaption").with("class", "caption").with("id", caption).around(chart.caption());
			if (chart.words().isEmpty()) {
				this.html.tag("p").with("class", "empty").around(chart.words().instead());
			}
			else {
				drawn(chart, caption);
			}
		});
	}

	private void drawn(Chart chart, String caption) throws IOException {
		var drawn = strokes(chart);
		this.html.tag("ul").with("class", "legend").around(() -> legend(chart, drawn));
		this.tables.scrolling(caption, () -> drawing(chart, drawn));
		if (!chart.events().isEmpty()) {
			this.html.tag("ul").with("class", "events").around(() -> {
				for (String event : chart.words().events()) {
					this.html.tag("li").around(event);
				}
			});
		}
		this.html.tag("details").around(() -> {
			this.html.tag("summary").around("Figures behind this chart");
			this.tables.table(figures(chart));
		});
	}

	private List<Drawn> strokes(Chart chart) {
		var drawn = new ArrayList<Drawn>();
		for (Chart.Line line : chart.lines()) {
			int before = (int) drawn.stream().filter(it -> it.line().kind() == line.kind()).count();
			drawn.add(new Drawn(line, Stroke.of(line.kind(), before, this.look)));
		}
		return drawn;
	}

	private void legend(Chart chart, List<Drawn> drawn) throws IOException {
		for (Drawn it : drawn) {
			key(it.line().name(), () -> {
				new ChartDrawing(this.html).stroke("M2 8H54", it.stroke());
				new ChartDrawing(this.html).marker(28, 8, it.stroke().marker(), it.stroke());
			});
		}
		for (Chart.Reading reading : chart.words().readings()) {
			key(reading.words(), () -> new ChartDrawing(this.html).marker(28, 9, Stroke.of(reading).marker(), Stroke.of(reading)));
		}
	}

	private void key(String name, HtmlText.Body sample) throws IOException {
		this.html.tag("li").around(() -> {
			this.html.tag("svg").with("viewBox", "0 0 56 18").with("width", "56").with("height", "18").with("aria-hidden", "true").around(sample);
			this.html.tag("span").around(name);
		});
	}

	private void drawing(Chart chart, List<Drawn> drawn) throws IOException {
		var title = this.anchors.next("title");
		var description = this.anchors.next("description");
		this.html.tag("svg")
			.with("viewBox", ChartDrawing.VIEW_BOX)
			.with("role", "img")
			.with("aria-labelledby", title)
			.with("aria-describedby", description)
			.around(() -> {
				this.html.tag("title").with("id", title).around(chart.caption());
				this.html.tag("desc").with("id", description).around(chart.words().alternative());
				// The readings lie on top of targets and limits.
				new ChartDrawing(this.html).draw(chart, drawn.stream().sorted(Comparator.comparing((Drawn it) -> it.line().kind()).reversed()).toList());
			});
	}

	/// A figure with the chart's unit, as the pack prints it everywhere.
	static Value value(Chart chart, BigDecimal number, int decimals) {
		return switch (chart.unit()) {
			case "%" -> new Value.Percent(number, decimals);
			case "£" -> new Value.Money(number, decimals);
			default -> new Value.Number(number, decimals);
		};
	}

	/// The unit, when figures do not carry it themselves.
	static String unit(Chart chart) {
		return chart.unit().equals("%") || chart.unit().equals("£") ? "" : chart.unit();
	}

	private static Table figures(Chart chart) {
		var columns = new ArrayList<Table.Column>();
		columns.add(new Table.Column("Period", 14, Table.Align.START, true));
		chart.lines().forEach(line -> columns.add(new Table.Column(line.name(), 10, Table.Align.END, false)));
		if (chart.words().hasRemarks()) {
			columns.add(new Table.Column(ChartFolding.REMARKS, 24, Table.Align.START, false));
		}
		var rows = new ArrayList<Table.Row>();
		for (int i = 0; i < chart.periods().size(); i++) {
			rows.add(figures(chart, i));
		}
		var caption = "Figures: " + chart.caption() + (unit(chart).isBlank() ? "" : " (" + unit(chart) + ")");
		return new Table(chart.at(), caption, columns, rows, "There are no figures.");
	}

	private static Table.Row figures(Chart chart, int period) {
		var cells = new ArrayList<Cell>();
		cells.add(Cell.of(chart.periods().get(period)));
		for (Chart.Line line : chart.lines()) {
			var number = line.values().get(period);
			cells.add(number == null ? Cell.of("no figure") : Cell.of(value(chart, number, chart.decimals())));
		}
		if (chart.words().hasRemarks()) {
			cells.add(Cell.of(chart.words().remark(period)));
		}
		return new Table.Row(cells);
	}

}

package org.packhorse.writer.pdf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Block.Chart;

/// Draws a line chart: axis, periods, lines, and each line's name at its end, so that no legend has to be matched by colour.
final class ChartDrawing {

	private static final float PLOT_HEIGHT = 150;

	private static final float ABOVE = 20;

	private static final float BELOW = 24;

	private static final float INSET = 14;

	private static final float NAMES_SHARE = 0.27f;

	private static final float PERIOD_GAP = 8;

	private static final float TICK_GAP = 6;

	private final Desk desk;

	private final Chart chart;

	private final ChartScale scale;

	private final Setting small;

	private final ChartNames names;

	private final float axis;

	private final List<String> periods;

	private final String unit;

	private final ChartNotes notes;

	ChartDrawing(Desk desk, Chart chart, ChartScale scale) {
		this.desk = desk;
		this.chart = chart;
		this.scale = scale;
		this.small = desk.house().small();
		this.names = new ChartNames(desk, chart, desk.house().width() * NAMES_SHARE);
		this.axis = desk.house().left() + widestTick() + TICK_GAP;
		this.periods = chart.periods().stream().map(period -> desk.type().printable(period, this.small.style())).toList();
		this.unit = desk.type().printable(chart.unit(), this.small.style());
		this.notes = new ChartNotes(desk, chart);
	}

	/// The height of the whole drawing; many names make it taller.
	float height() {
		return plotted() + this.notes.height();
	}

	private float plotted() {
		return ABOVE + Math.max(PLOT_HEIGHT, this.names.height()) + BELOW;
	}

	/// Draws everything below this top; belongs inside the figure's content.
	void draw(float top) {
		float roof = top - ABOVE;
		float floor = top - plotted() + BELOW;
		unit(top);
		grid(roof, floor);
		periods(floor);
		events(top, roof, floor);
		for (int i = this.chart.lines().size() - 1; i >= 0; i--) {
			line(i, roof, floor);
		}
		this.names.draw(right(), x(this.chart.periods().size() - 1), roof, floor, value -> y(value, roof, floor));
		this.notes.draw(top - plotted());
	}

	/// An upright line for each period with events, and their letters at its head.
	private void events(float top, float roof, float floor) {
		var bold = this.small.style().in(this.desk.house().fonts().bold()).in(House.INK);
		for (int i = 0; i < this.periods.size(); i++) {
			var letters = this.chart.words().letters(i);
			if (!letters.isEmpty()) {
				float x = x(i);
				this.desk.pen().path(House.GREY, 0.75f, new float[] { 0.1f, 2.5f }, new float[] { x, roof + 4, x, floor });
				this.desk.pen().words(() -> this.desk.pen().show(bold, letters + " ", x - bold.width(letters) / 2, this.small.baseline(0, top)));
			}
		}
	}

	private void unit(float top) {
		if (!this.unit.isBlank() && !this.unit.equals(PdfCharts.PERCENT)) {
			this.desk.pen()
				.words(() -> this.desk.pen().show(this.small.style(), this.unit + " ", this.desk.house().left(), this.small.baseline(0, top)));
		}
	}

	private void grid(float roof, float floor) {
		var pen = this.desk.pen();
		for (BigDecimal tick : this.scale.ticks()) {
			float y = y(tick, roof, floor);
			pen.line(tick.signum() == 0 ? House.GREY : House.RULE, 0.5f, this.axis, y, right(), y);
		}
		pen.line(House.GREY, 0.75f, this.axis, floor, right(), floor);
		pen.words(() -> {
			for (BigDecimal tick : this.scale.ticks()) {
				var label = tick(tick);
				pen.show(this.small.style(), label + " ", this.axis - TICK_GAP - this.small.style().width(label),
						this.small.baseline(0, y(tick, roof, floor) + this.small.leading() / 2));
			}
		});
	}

	/// Labels the last period and, counted back from it, as many as do not touch.
	private void periods(float floor) {
		int count = this.periods.size();
		int every = 1;
		while (every < count && overlap(every)) {
			every++;
		}
		int step = every;
		int first = (count - 1) % step;
		this.desk.pen().words(() -> {
			for (int i = first; i < count; i += step) {
				this.desk.pen().show(this.small.style(), this.periods.get(i) + " ", periodStart(i), this.small.baseline(0, floor - 7));
			}
		});
		for (int i = first; i < count; i += step) {
			this.desk.pen().line(House.GREY, 0.5f, x(i), floor, x(i), floor - 3);
		}
	}

	/// Whether the labels touch when every so manieth period, counted back from the last, has one.
	private boolean overlap(int every) {
		for (int i = this.periods.size() - 1; i - every >= 0; i -= every) {
			float end = periodStart(i - every) + this.small.style().width(this.periods.get(i - every));
			if (end + PERIOD_GAP > periodStart(i)) {
				return true;
			}
		}
		return false;
	}

	private float periodStart(int i) {
		float width = this.small.style().width(this.periods.get(i));
		float most = Math.max(this.desk.house().left(), this.desk.house().right() - width);
		return Math.clamp(x(i) - width / 2, this.desk.house().left(), most);
	}

	/// Draws the stretches between the gaps; a reading alone between gaps is a short stroke, or only its marker.
	private void line(int index, float roof, float floor) {
		var line = this.chart.lines().get(index);
		var values = line.values();
		var stroke = ChartStroke.of(this.chart.lines(), index, this.desk.house().accent());
		if (line.kind().steps()) {
			steps(line, stroke, roof, floor);
			return;
		}
		for (List<Integer> stretch : stretches(values)) {
			float[] points = new float[2 * stretch.size()];
			for (int i = 0; i < stretch.size(); i++) {
				points[2 * i] = x(stretch.get(i));
				points[2 * i + 1] = y(values.get(stretch.get(i)), roof, floor);
			}
			if (stretch.size() > 1) {
				stroke.path(this.desk.pen(), points);
			}
			else if (stroke.marker() == null) {
				stroke.path(this.desk.pen(), new float[] { points[0] - 10, points[1], points[0] + 10, points[1] });
			}
			for (int i = 0; i < points.length; i += 2) {
				var mark = line.mark(stretch.get(i / 2));
				(mark == null ? stroke : ChartStroke.of(mark.reading())).mark(this.desk.pen(), points[i], points[i + 1]);
			}
		}
	}

	/// A level stretch for each run of one value, which reaches half-way to the periods beside it.
	private void steps(Chart.Line line, ChartStroke stroke, float roof, float floor) {
		var values = line.values();
		for (int i = 0, next; i < values.size(); i = next) {
			next = i + 1;
			if (line.has(i)) {
				while (line.has(next) && values.get(next).compareTo(values.get(i)) == 0) {
					next++;
				}
				float y = y(values.get(i), roof, floor);
				stroke.path(this.desk.pen(), new float[] { x(i - 0.5f), y, x(next - 0.5f), y });
			}
		}
	}

	private static List<List<Integer>> stretches(List<@Nullable BigDecimal> values) {
		var stretches = new ArrayList<List<Integer>>();
		for (int i = 0; i < values.size(); i++) {
			if (values.get(i) == null) {
				continue;
			}
			if (i == 0 || values.get(i - 1) == null) {
				stretches.add(new ArrayList<>());
			}
			stretches.getLast().add(i);
		}
		return stretches;
	}

	private float widestTick() {
		float widest = 0;
		for (BigDecimal tick : this.scale.ticks()) {
			widest = Math.max(widest, this.small.style().width(tick(tick)));
		}
		return widest;
	}

	private String tick(BigDecimal tick) {
		return PdfCharts.print(tick, this.scale.decimals(), this.chart.unit());
	}

	private float right() {
		return this.desk.house().right() - this.names.width();
	}

	/// Where a period stands; half of one lies between two, or before the first or after the last.
	private float x(float period) {
		float from = this.axis + INSET;
		float to = right() - INSET;
		int last = this.chart.periods().size() - 1;
		return Math.clamp(last == 0 ? (from + to) / 2 + (to - from) * period : from + (to - from) * period / last, this.axis, right());
	}

	private float y(BigDecimal value, float roof, float floor) {
		return floor + (roof - floor) * this.scale.share(value);
	}

}

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

	ChartDrawing(Desk desk, Chart chart, ChartScale scale) {
		this.desk = desk;
		this.chart = chart;
		this.scale = scale;
		this.small = desk.house().small();
		this.names = new ChartNames(desk, chart, desk.house().width() * NAMES_SHARE);
		this.axis = desk.house().left() + widestTick() + TICK_GAP;
		this.periods = chart.periods().stream().map(period -> desk.type().printable(period, this.small.style())).toList();
		this.unit = desk.type().printable(chart.unit(), this.small.style());
	}

	/// The height of the whole drawing; many names make it taller.
	float height() {
		return ABOVE + Math.max(PLOT_HEIGHT, this.names.height()) + BELOW;
	}

	/// Draws everything below this top; belongs inside the figure's content.
	void draw(float top) {
		float roof = top - ABOVE;
		float floor = top - height() + BELOW;
		unit(top);
		grid(roof, floor);
		periods(floor);
		for (int i = this.chart.lines().size() - 1; i >= 0; i--) {
			line(i, roof, floor);
		}
		this.names.draw(right(), x(this.chart.periods().size() - 1), roof, floor, value -> y(value, roof, floor));
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
		var values = this.chart.lines().get(index).values();
		var stroke = ChartStroke.of(this.chart.lines(), index, this.desk.house().accent());
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
				stroke.mark(this.desk.pen(), points[i], points[i + 1]);
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

	private float x(int period) {
		float from = this.axis + INSET;
		float to = right() - INSET;
		int last = this.chart.periods().size() - 1;
		return last == 0 ? (from + to) / 2 : from + (to - from) * period / last;
	}

	private float y(BigDecimal value, float roof, float floor) {
		return floor + (roof - floor) * this.scale.share(value);
	}

}

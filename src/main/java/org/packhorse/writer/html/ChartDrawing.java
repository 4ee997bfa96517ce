package org.packhorse.writer.html;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

import org.packhorse.document.Block.Chart;
import org.packhorse.writer.html.HtmlChart.Drawn;

/// Draws axes and lines of one chart as SVG.
final class ChartDrawing {

	private static final double WIDTH = 680;

	private static final double TOP = 36;

	private static final double BOTTOM = 306;

	private static final double RIGHT = 644;

	private static final double CHARACTER = 8.4;

	/// The room that a chart is drawn in.
	static final String VIEW_BOX = "0 0 680 344";

	/// More markers than this run into each other.
	private static final int MARKED = 60;

	private final HtmlText html;

	private ChartScale scale = ChartScale.of(List.of(), 0);

	private double left;

	private int periods;

	ChartDrawing(HtmlText html) {
		this.html = html;
	}

	void draw(Chart chart, List<Drawn> lines) throws IOException {
		var values = lines.stream().flatMap(it -> it.line().values().stream()).filter(Objects::nonNull).toList();
		this.scale = ChartScale.of(values, chart.decimals());
		this.periods = chart.periods().size();
		var ticks = this.scale.ticks().stream().map(tick -> HtmlChart.value(chart, tick, this.scale.decimals()).print()).toList();
		this.left = 16 + CHARACTER * ticks.stream().mapToInt(String::length).max().orElse(0);
		text(0, 18, "start", HtmlChart.unit(chart));
		valueAxis(ticks);
		periodAxis(chart.periods());
		events(chart);
		for (Drawn it : lines) {
			line(it);
			signals(it.line());
		}
		latest(chart, lines);
	}

	/// An upright line for each period with events, and their letters at its head.
	private void events(Chart chart) throws IOException {
		for (int i = 0; i < this.periods; i++) {
			var letters = chart.words().letters(i);
			if (!letters.isEmpty()) {
				this.html.tag("path").with("class", "event").with("d", "M" + number(x(i)) + " " + number(TOP - 6) + "V" + number(BOTTOM)).around("");
				this.html.tag("text").with("class", "letter").with("x", number(x(i))).with("y", number(TOP - 12)).with("text-anchor", "middle").around(letters);
			}
		}
	}

	private void valueAxis(List<String> ticks) throws IOException {
		for (int i = 0; i < ticks.size(); i++) {
			var tick = this.scale.ticks().get(i);
			var path = "M" + number(this.left) + " " + number(y(tick)) + "H" + number(RIGHT);
			this.html.tag("path").with("class", tick.signum() == 0 || i == 0 ? "axis" : "grid").with("d", path).around("");
			text(this.left - 10, y(tick) + 5, "end", ticks.get(i));
		}
	}

	private void periodAxis(List<String> names) throws IOException {
		for (PeriodLabels label : PeriodLabels.fitting(names, this::x, 0, WIDTH)) {
			var path = "M" + number(x(label.index())) + " " + number(BOTTOM) + "v6";
			this.html.tag("path").with("class", "axis").with("d", path).around("");
			text(label.x(), BOTTOM + 26, label.anchor(), label.words());
		}
	}

	/// Between a figure and a gap there is no line; a figure between two gaps is its marker, or a short line of its own.
	private void line(Drawn it) throws IOException {
		var values = it.line().values();
		var path = it.line().kind().steps() ? steps(it.line()) : joined(it);
		if (!path.isEmpty()) {
			stroke(path, it.stroke());
		}
		for (int i = 0; i < values.size(); i++) {
			var value = values.get(i);
			if (value != null && it.line().mark(i) == null && (values.size() <= MARKED || alone(values, i))) {
				marker(x(i), y(value), it.stroke().marker(), it.stroke());
			}
		}
	}

	private String joined(Drawn it) {
		var values = it.line().values();
		var path = new StringBuilder();
		for (int i = 0; i < values.size(); i++) {
			var value = values.get(i);
			if (value != null) {
				path.append(given(values, i - 1) ? "L" : "M").append(number(x(i))).append(' ').append(number(y(value)));
				path.append(alone(values, i) && it.stroke().marker().isEmpty() ? "m-16 0h32" : "");
			}
		}
		return path.toString();
	}

	/// A level stretch for each run of one value, which reaches half-way to the periods beside it.
	private String steps(Chart.Line line) {
		var values = line.values();
		var path = new StringBuilder();
		for (int i = 0, next; i < values.size(); i = next) {
			next = i + 1;
			if (line.has(i)) {
				while (line.has(next) && values.get(next).compareTo(values.get(i)) == 0) {
					next++;
				}
				path.append('M').append(number(x(i - 0.5))).append(' ').append(number(y(values.get(i)))).append('H').append(number(x(next - 0.5)));
			}
		}
		return path.toString();
	}

	/// The markers of the points that stand out, each reading in a shape of its own.
	private void signals(Chart.Line line) throws IOException {
		for (int i = 0; i < line.values().size(); i++) {
			var mark = line.mark(i);
			if (mark != null) {
				var stroke = Stroke.of(mark.reading());
				marker(x(i), y(line.values().get(i)), stroke.marker(), stroke);
			}
		}
	}

	private static boolean alone(List<? extends BigDecimal> values, int index) {
		return !given(values, index - 1) && !given(values, index + 1);
	}

	private static boolean given(List<? extends BigDecimal> values, int index) {
		return index >= 0 && index < values.size() && values.get(index) != null;
	}

	/// The latest reading in figures, which most readers look for first; with several lines of readings they would collide.
	private void latest(Chart chart, List<Drawn> lines) throws IOException {
		var actual = lines.stream().filter(it -> it.line().kind() == Chart.Kind.ACTUAL).map(it -> it.line().values()).toList();
		if (actual.size() != 1) {
			return;
		}
		for (int i = this.periods - 1; i >= 0; i--) {
			var value = actual.getFirst().get(i);
			if (value != null) {
				this.html.tag("text").with("class", "latest").with("x", number(x(i) + 4)).with("y", number(beside(actual.getFirst(), i)))
					.with("text-anchor", i == this.periods - 1 && i > 0 ? "end" : "middle")
					.around(HtmlChart.value(chart, value, chart.decimals()).print());
				return;
			}
		}
	}

	/// Below a reading that the line falls to, above others, so that the line does not cross the figure.
	private double beside(List<? extends BigDecimal> values, int index) {
		double here = y(values.get(index));
		boolean falls = given(values, index - 1) && values.get(index - 1).compareTo(values.get(index)) > 0;
		return falls && here + 24 < BOTTOM ? here + 24 : here - 13;
	}

	/// A line in its stroke.
	void stroke(String path, Stroke stroke) throws IOException {
		this.html.tag("path")
			.with("class", "line")
			.with("d", path)
			.with("stroke", stroke.colour())
			.with("stroke-width", stroke.width())
			.with("stroke-dasharray", stroke.dashes())
			.around("");
	}

	/// A shape around a point; a blank shape draws nothing.
	void marker(double x, double y, String shape, Stroke stroke) throws IOException {
		if (!shape.isEmpty()) {
			this.html.tag("path")
				.with("class", "point")
				.with("d", shape)
				.with("fill", stroke.colour())
				.with("transform", "translate(" + number(x) + " " + number(y) + ")")
				.around("");
		}
	}

	private void text(double x, double y, String anchor, String words) throws IOException {
		if (!words.isBlank()) {
			this.html.tag("text").with("x", number(x)).with("y", number(y)).with("text-anchor", anchor).around(words);
		}
	}

	/// Where a period stands; half of one lies between two, or before the first or after the last.
	private double x(double period) {
		double room = RIGHT - this.left - 40;
		double place = this.left + 20 + (this.periods == 1 ? room / 2 + room * period : room * period / (this.periods - 1));
		return Math.clamp(place, this.left, RIGHT);
	}

	private double y(BigDecimal value) {
		return BOTTOM - (BOTTOM - TOP) * this.scale.share(value);
	}

	/// One decimal is finer than anyone sees, and the same on every machine.
	static String number(double number) {
		long tenths = Math.round(number * 10);
		return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
	}

}

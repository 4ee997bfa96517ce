package org.packhorse.writer.pdf;

import java.util.ArrayList;
import java.util.List;

import org.packhorse.document.Block.Chart;
import org.packhorse.document.Block.Chart.Reading;

/// What stands below a chart: what the shapes of its signals mean, and its events by their letters.
final class ChartNotes {

	private static final float ABOVE = 4;

	private static final float SAMPLE = 14;

	private static final float GAP = 16;

	private final Desk desk;

	private final Setting small;

	private final List<Reading> readings;

	private final List<Words> events = new ArrayList<>();

	ChartNotes(Desk desk, Chart chart) {
		this.desk = desk;
		this.small = desk.house().small().in(House.INK);
		this.readings = List.copyOf(chart.words().readings());
		chart.words().events().forEach(event -> this.events.add(desk.type().plain(event + " ", this.small, desk.house().width())));
	}

	float height() {
		float events = (float) this.events.stream().mapToDouble(Words::height).sum();
		float height = events + (this.readings.isEmpty() ? 0 : this.small.leading());
		return height == 0 ? 0 : height + ABOVE;
	}

	/// Draws the notes below this top; belongs inside the figure's content.
	void draw(float top) {
		float y = top - ABOVE;
		if (!this.readings.isEmpty()) {
			shapes(y);
			y -= this.small.leading();
		}
		for (Words event : this.events) {
			this.desk.ink().plain(event, this.desk.house().left(), y);
			y -= event.height();
		}
	}

	private void shapes(float top) {
		float x = this.desk.house().left();
		float baseline = this.small.baseline(0, top);
		for (Reading reading : this.readings) {
			float left = x;
			ChartStroke.of(reading).mark(this.desk.pen(), left + 6, this.small.middle(baseline));
			this.desk.pen().words(() -> this.desk.pen().show(this.small.style(), reading.words() + " ", left + SAMPLE, baseline));
			x += SAMPLE + this.small.style().width(reading.words()) + GAP;
		}
	}

}

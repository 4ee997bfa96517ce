package org.packhorse.writer.pdf;

import java.awt.Color;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Block.Chart;

/// How one line of a chart is drawn. Kinds differ by dashes, lines of a kind by dashes or markers: nothing by colour alone.
record ChartStroke(Color colour, float thickness, float[] dash, @Nullable Marker marker) {

	/// The shape at each reading.
	enum Marker {

		CIRCLE, SQUARE, TRIANGLE, DIAMOND, LARGE_DIAMOND, LARGE_SQUARE, LARGE_TRIANGLE

	}

	/// How many shapes tell lines of readings apart; those after them are for signals.
	private static final int FOR_LINES = 4;

	private static final Color[] FURTHER = { new Color(0x8A4B08), new Color(0x4C2C92), new Color(0x28606B) };

	private static final float[] SOLID = {};

	private static final float[][] TARGETS = { { 7, 4 }, { 12, 4 }, { 7, 4, 2, 4 } };

	private static final float[][] BENCHMARKS = { { 0.1f, 3.6f }, { 0.1f, 3.6f, 6, 3.6f }, { 0.1f, 7 }, { 0.1f, 3.6f, 0.1f, 3.6f, 6, 3.6f } };

	/// How the line with this index is drawn beside the others.
	static ChartStroke of(List<Chart.Line> lines, int index, Color accent) {
		var kind = lines.get(index).kind();
		int nth = (int) lines.subList(0, index).stream().filter(line -> line.kind() == kind).count();
		return switch (kind) {
			case ACTUAL -> new ChartStroke(nth == 0 ? accent : FURTHER[(nth - 1) % FURTHER.length], 2, SOLID,
					Marker.values()[nth % FOR_LINES]);
			case TARGET -> new ChartStroke(House.INK, 1.4f, TARGETS[nth % TARGETS.length], null);
			case BENCHMARK -> new ChartStroke(House.GREY, 1.7f, BENCHMARKS[nth % BENCHMARKS.length], null);
			case MEAN -> new ChartStroke(House.GREY, 0.9f, SOLID, null);
			case LIMIT -> new ChartStroke(House.GREY, 0.9f, new float[] { 3, 3 }, null);
		};
	}

	/// The marker of points that read so: larger than others and of another shape.
	static ChartStroke of(Chart.Reading reading) {
		return switch (reading) {
			case IMPROVEMENT -> new ChartStroke(new Color(0x0073AD), 0, SOLID, Marker.LARGE_DIAMOND);
			case CONCERN -> new ChartStroke(new Color(0xC25400), 0, SOLID, Marker.LARGE_SQUARE);
			case NEUTRAL -> new ChartStroke(new Color(0x490092), 0, SOLID, Marker.LARGE_TRIANGLE);
		};
	}

	/// Draws the line through these points (x, y, x, y …).
	void path(Pen pen, float[] points) {
		pen.path(this.colour, this.thickness, this.dash, points);
	}

	/// Draws the marker at a point.
	void mark(Pen pen, float x, float y) {
		switch (this.marker) {
			case CIRCLE -> pen.circle(this.colour, x, y, 3.2f);
			case SQUARE -> pen.shape(this.colour, new float[] { x - 3, y - 3, x + 3, y - 3, x + 3, y + 3, x - 3, y + 3 });
			case TRIANGLE -> pen.shape(this.colour, new float[] { x - 3.6f, y - 3, x + 3.6f, y - 3, x, y + 3.8f });
			case DIAMOND -> pen.shape(this.colour, new float[] { x, y - 4, x + 4, y, x, y + 4, x - 4, y });
			case LARGE_DIAMOND -> pen.shape(this.colour, new float[] { x, y - 6, x + 6, y, x, y + 6, x - 6, y });
			case LARGE_SQUARE -> pen.shape(this.colour, new float[] { x - 4.7f, y - 4.7f, x + 4.7f, y - 4.7f, x + 4.7f, y + 4.7f, x - 4.7f, y + 4.7f });
			case LARGE_TRIANGLE -> pen.shape(this.colour, new float[] { x - 5.8f, y - 4.6f, x + 5.8f, y - 4.6f, x, y + 6 });
			case null -> {
			}
		}
	}

}

package org.packhorse.writer.html;

import java.util.List;

import org.packhorse.document.Block.Chart;
import org.packhorse.writer.Look;

/// How a chart's line is drawn. Lines differ by width, dashes and markers first; colour only helps those who see it.
///
/// @param colour as `#RRGGBB`, at least 3:1 on white but for the house's accent
/// @param width in the chart's units
/// @param dashes the pattern, or "none"
/// @param marker the shape at each point as a path around 0,0, or blank
record Stroke(String colour, String width, String dashes, String marker) {

	private static final List<String> COLOURS = List.of("#A84300", "#5B2C83", "#00696B", "#8C1D4F");

	private static final List<String> MARKERS = List.of("M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z", "M-4 -4h8v8h-8z", "M0 -5.5L5.5 4.5H-5.5z",
			"M0 -6L6 0L0 6L-6 0z");

	private static final List<String> LONG = List.of("10 5", "16 5", "10 4 3 4");

	private static final List<String> DOTS = List.of("2 4", "2 8", "2 4 2 10");

	private static final List<String> SHORT = List.of("6 4", "6 4 1 4", "12 3 2 3");

	/// The stroke of a line that has this many lines of its own kind before it.
	static Stroke of(Chart.Kind kind, int before, Look look) {
		return switch (kind) {
			case ACTUAL -> new Stroke(before == 0 ? "#" + look.accent() : pick(COLOURS, before - 1), "3", "none", pick(MARKERS, before));
			case TARGET -> new Stroke("#0B0C0C", "2.25", pick(LONG, before), "");
			case BENCHMARK -> new Stroke(pick(COLOURS, before), "2.75", pick(DOTS, before), "");
			case MEAN -> new Stroke("#505A5F", "1.25", before == 0 ? "none" : pick(SHORT, before), "");
			case LIMIT -> new Stroke("#505A5F", "1.25", pick(SHORT, before), "");
		};
	}

	/// The marker of points that read so: larger than others and of another shape.
	static Stroke of(Chart.Reading reading) {
		return switch (reading) {
			case IMPROVEMENT -> new Stroke("#0073AD", "1.25", "none", "M0 -9L9 0L0 9L-9 0z");
			case CONCERN -> new Stroke("#C25400", "1.25", "none", "M-7 -7h14v14h-14z");
			case NEUTRAL -> new Stroke("#490092", "1.25", "none", "M0 -9L9 7H-9z");
		};
	}

	private static String pick(List<String> those, int index) {
		return those.get(index % those.size());
	}

}

package org.packhorse.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Block.Chart;
import org.packhorse.document.Block.Chart.Line;
import org.packhorse.document.Block.Chart.Reading;

/// One column of figures as a spreadsheet's own charts draw it: a line of the chart, one stretch of a line that steps, or those
/// of its points that read alike, which lie over the line in a shape of their own.
///
/// @param again whether it goes on with a line whose first stretch stands before it, so that a legend need not name it
/// @param signal how the points read, or null for the line itself
/// @param values one for each period, with `null` for none
public record ChartSeries(String name, Line line, boolean again, @Nullable Reading signal, List<@Nullable BigDecimal> values) {

	/// The chart's lines in their order, and after them their signals.
	public static List<ChartSeries> of(Chart chart) {
		var series = new ArrayList<ChartSeries>();
		for (Line line : chart.lines()) {
			if (line.kind().steps()) {
				stretches(chart, line, series);
			}
			else {
				series.add(new ChartSeries(line.name(), line, false, null, line.values()));
			}
		}
		boolean several = chart.lines().stream().filter(line -> !ChartWords.readings(line).isEmpty()).count() > 1;
		for (Line line : chart.lines()) {
			for (Reading reading : ChartWords.readings(line)) {
				var name = (several ? line.name() + ": " : "") + reading.words();
				series.add(new ChartSeries(name, line, false, reading, marked(line, reading)));
			}
		}
		return series;
	}

	/// A stretch for each value that the line keeps; joined in one they would slope from one to the next.
	private static void stretches(Chart chart, Line line, List<ChartSeries> series) {
		int from = 0;
		while (from < line.values().size() && !line.has(from)) {
			from++;
		}
		boolean again = false;
		do {
			int to = from;
			while (to < line.values().size() && (!line.has(to) || line.values().get(to).compareTo(line.values().get(from)) == 0)) {
				to++;
			}
			var values = new ArrayList<@Nullable BigDecimal>(Collections.nCopies(line.values().size(), null));
			for (int i = from; i < to; i++) {
				values.set(i, line.values().get(i));
			}
			series.add(new ChartSeries(again ? line.name() + " from " + chart.periods().get(from) : line.name(), line, again, null, values));
			again = true;
			from = to;
		}
		while (from < line.values().size());
	}

	private static List<@Nullable BigDecimal> marked(Line line, Reading reading) {
		var values = new ArrayList<@Nullable BigDecimal>();
		for (int i = 0; i < line.values().size(); i++) {
			var mark = line.mark(i);
			values.add(mark != null && mark.reading() == reading ? line.values().get(i) : null);
		}
		return values;
	}

	/// The periods whose events this series carries: those where its line is the first to have a value.
	public List<Integer> lettered(Chart chart) {
		var periods = new ArrayList<Integer>();
		for (int i = 0; i < chart.periods().size(); i++) {
			int period = i;
			var first = chart.lines().stream().filter(line -> line.has(period)).findFirst().orElse(null);
			if (this.signal == null && this.values.get(i) != null && first == this.line && !chart.words().letters(i).isEmpty()) {
				periods.add(i);
			}
		}
		return periods;
	}

}

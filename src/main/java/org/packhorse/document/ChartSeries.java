package org.packhorse.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Block.Chart;
import org.packhorse.document.Block.Chart.Line;
import org.packhorse.document.Block.Chart.Reading;

/// One column of figures as a spreadsheet's own charts draw it: a line of the chart, or those of its points that read alike,
/// which lie over the line in a shape of their own.
///
/// @param signal how the points read, or null for the line itself
/// @param values one for each period, with `null` for none
public record ChartSeries(String name, Line line, @Nullable Reading signal, List<@Nullable BigDecimal> values) {

	/// The chart's lines in their order, and after them their signals.
	public static List<ChartSeries> of(Chart chart) {
		var series = new ArrayList<ChartSeries>();
		chart.lines().forEach(line -> series.add(new ChartSeries(line.name(), line, null, line.values())));
		boolean several = chart.lines().stream().filter(line -> !ChartWords.readings(line).isEmpty()).count() > 1;
		for (Line line : chart.lines()) {
			for (Reading reading : ChartWords.readings(line)) {
				var name = (several ? line.name() + ": " : "") + reading.words();
				series.add(new ChartSeries(name, line, reading, marked(line, reading)));
			}
		}
		return series;
	}

	private static List<@Nullable BigDecimal> marked(Line line, Reading reading) {
		var values = new ArrayList<@Nullable BigDecimal>();
		for (int i = 0; i < line.values().size(); i++) {
			var mark = line.mark(i);
			values.add(mark != null && mark.reading() == reading ? line.values().get(i) : null);
		}
		return values;
	}

	/// Whether the line steps at this period, so that no stroke leads to it from the period before.
	public boolean stepsAt(int period) {
		return this.signal == null && this.line.kind().steps() && this.line.has(period - 1) && this.line.has(period)
				&& this.line.values().get(period).compareTo(this.line.values().get(period - 1)) != 0;
	}

	/// The periods whose events this series carries: those where it is the first of the chart's lines to have a value.
	public List<Integer> lettered(Chart chart) {
		var periods = new ArrayList<Integer>();
		for (int i = 0; i < chart.periods().size(); i++) {
			int period = i;
			var first = chart.lines().stream().filter(line -> line.has(period)).findFirst().orElse(null);
			if (this.signal == null && first == this.line && !chart.words().letters(i).isEmpty()) {
				periods.add(i);
			}
		}
		return periods;
	}

}

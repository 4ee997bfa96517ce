package org.packhorse.pack;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.packhorse.kpi.ChartEvent;
import org.packhorse.kpi.ControlChart;
import org.packhorse.kpi.Kpi;

/// Adds to an indicator's readings what its control chart and the notes on file say of them.
record ChartedHistory(List<ChartEvent> events) {

	/// The point with mean, limits and signal of its own baseline and with what happened in its period.
	PackModel.Point on(Kpi.Series series, PackModel.Point point, @Nullable ControlChart chart) {
		var charted = chart == null ? null
				: chart.points().stream().filter(one -> one.periodEnd().equals(point.periodEnd())).findFirst().orElse(null);
		var limits = charted == null ? null : charted.limits();
		var signal = charted == null || charted.signal() == null ? "" : charted.signal().words();
		return new PackModel.Point(point.period(), point.periodEnd(), point.value(), point.symbol(), point.target(), point.england(),
				limits == null ? null : limits.mean(), limits == null ? null : limits.lower(), limits == null ? null : limits.upper(), signal,
				notes(series.kpi(), point));
	}

	/// What began in the period: after the period before ended, by the day this one ends.
	private String notes(Kpi kpi, PackModel.Point point) {
		var before = point.periodEnd().plusDays(1).minusMonths(kpi.frequency().months()).minusDays(1);
		return this.events.stream()
			.filter(event -> event.kpi().equals(kpi.code()) && event.startsOn().isAfter(before) && !event.startsOn().isAfter(point.periodEnd()))
			.map(event -> event.rebase() ? "Limits begin anew: " + event.words() : event.words())
			.collect(Collectors.joining("; "));
	}

	/// What the chart says of the last point, in words.
	static PackModel.@Nullable Control control(@Nullable ControlChart chart) {
		if (chart == null || chart.limits() == null) {
			return null;
		}
		var variation = chart.variation() == null ? "" : chart.variation().words();
		var assurance = chart.assurance() == null ? "" : chart.assurance().words();
		return new PackModel.Control(variation, assurance, chart.trial(), sentence(chart));
	}

	private static String sentence(ControlChart chart) {
		var change = switch (chart.variation()) {
			case IMPROVEMENT -> "The latest change is an improvement beyond the usual variation.";
			case CONCERN -> "The latest change is for the worse and beyond the usual variation.";
			case NEUTRAL -> "The latest change is beyond the usual variation; the indicator has no better way.";
			case COMMON_CAUSE -> "The latest figures vary as they usually do.";
			case null -> "";
		};
		var target = switch (chart.assurance()) {
			case CONSISTENTLY_PASSES -> " As things are, the target will be met.";
			case HIT_AND_MISS -> " As things are, the target will be met in some periods and missed in others.";
			case CONSISTENTLY_FAILS -> " As things are, the target will not be met.";
			case null -> "";
		};
		return change + target + (chart.trial() ? " The limits are trial limits: they rest on fewer than twelve figures." : "");
	}

}

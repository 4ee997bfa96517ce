package org.packhorse.pack;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.packhorse.kpi.ChartEvent;
import org.packhorse.kpi.ControlChart;
import org.packhorse.kpi.ControlChart.Limits;
import org.packhorse.kpi.Kpi;

/// Adds to an indicator's readings what its control chart and the notes on file say of them.
record ChartedHistory(List<ChartEvent> events) {

	/// The readings with a blank one for each period that nobody reported, so that no chart draws a line across it.
	static List<Kpi.Reading> unbroken(Kpi.Series series) {
		int months = series.kpi().frequency().months();
		var readings = new ArrayList<Kpi.Reading>();
		for (var reading : series.readings()) {
			while (!readings.isEmpty()) {
				var due = YearMonth.from(readings.getLast().periodEnd()).plusMonths(months);
				if (!due.isBefore(YearMonth.from(reading.periodEnd()))) {
					break;
				}
				readings.add(new Kpi.Reading(due.atEndOfMonth(), null, "", null, null, reading.recordedOn()));
			}
			readings.add(reading);
		}
		return readings;
	}

	/// The point with mean, limits and signal of its own baseline and with what happened in its period.
	PackModel.Point on(Kpi.Series series, PackModel.Point point, @Nullable ControlChart chart) {
		var charted = chart == null ? null
				: chart.points().stream().filter(one -> one.periodEnd().equals(point.periodEnd())).findFirst().orElse(null);
		var limits = charted != null ? charted.limits() : chart == null ? null : over(point.periodEnd(), chart);
		boolean marked = charted != null && charted.signal() != null;
		return new PackModel.Point(point.period(), point.periodEnd(), point.value(), point.symbol(), point.target(), point.england(),
				limits == null ? null : limits.mean(), limits == null ? null : limits.lower(), limits == null ? null : limits.upper(),
				marked ? charted.signal().words() : "", marked ? charted.variation(series.kpi().polarity()).words() : "",
				marked ? words(charted) : "", notes(series.kpi(), point));
	}

	/// A period without a point, between two of one baseline, has that baseline's limits.
	private static @Nullable Limits over(LocalDate periodEnd, ControlChart chart) {
		var before = chart.points().stream().filter(one -> one.periodEnd().isBefore(periodEnd)).reduce((_, later) -> later).orElse(null);
		var after = chart.points().stream().filter(one -> one.periodEnd().isAfter(periodEnd)).findFirst().orElse(null);
		return before != null && after != null && before.limits() == after.limits() ? before.limits() : null;
	}

	/// What makes the point stand out.
	private static String words(ControlChart.Point point) {
		boolean up = point.way() > 0;
		return switch (point.signal()) {
			case LIMIT -> up ? "above the upper limit" : "below the lower limit";
			case TREND -> up ? "one of seven or more rising in a row" : "one of seven or more falling in a row";
			case TWO_OF_THREE -> up ? "one of two out of three near the upper limit" : "one of two out of three near the lower limit";
			case SHIFT -> up ? "one of seven or more in a row above the mean" : "one of seven or more in a row below the mean";
			case null -> "";
		};
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
		if (chart == null) {
			return null;
		}
		var variation = chart.variation() == null ? "" : chart.variation().words();
		var assurance = chart.assurance() == null ? "" : chart.assurance().words();
		var way = chart.points().getLast().way();
		return new PackModel.Control(variation, way > 0 ? "high" : way < 0 ? "low" : "", assurance, chart.trial(), sentence(chart));
	}

	private static String sentence(ControlChart chart) {
		var change = switch (chart.variation()) {
			case IMPROVEMENT -> "The latest change is an improvement beyond the usual variation.";
			case CONCERN -> "The latest change is for the worse and beyond the usual variation.";
			case NEUTRAL -> "The latest change is beyond the usual variation; the indicator has no better way.";
			case COMMON_CAUSE -> "The latest figures vary as they usually do.";
			case null -> "There are no limits yet: they need at least six figures since the last time they began anew.";
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

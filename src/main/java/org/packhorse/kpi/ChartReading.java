package org.packhorse.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.packhorse.kpi.Baseline.Observation;
import org.packhorse.kpi.ControlChart.Assurance;
import org.packhorse.kpi.ControlChart.Limits;
import org.packhorse.kpi.ControlChart.Rebase;
import org.packhorse.kpi.ControlChart.Variation;

/// Draws up a control chart from an indicator's readings.
record ChartReading(Kpi.Series series, Kpi.@Nullable Target target, boolean screening, List<Rebase> rebases) {

	@Nullable ControlChart chart() {
		var observations = observations();
		if (kpi().frequency() == Kpi.Frequency.ANNUAL || observations.isEmpty()) {
			return null;
		}
		var within = rebasesWithin(observations);
		var baselines = baselines(observations, within);
		var last = baselines.getLast();
		return new ControlChart(baselines.stream().flatMap(baseline -> baseline.points().stream()).toList(), last.mean(),
				last.limits(), variation(last), assurance(last.limits()), within);
	}

	private Kpi kpi() {
		return this.series.kpi();
	}

	private List<Observation> observations() {
		var observations = new ArrayList<Observation>();
		for (var reading : this.series.readings()) {
			var value = Measured.of(kpi().unit(), reading);
			if (value != null) {
				var follows = !observations.isEmpty() && follows(observations.getLast().periodEnd(), reading.periodEnd());
				observations.add(new Observation(reading.periodEnd(), value, follows));
			}
		}
		return observations;
	}

	private boolean follows(LocalDate before, LocalDate now) {
		var months = ChronoUnit.MONTHS.between(YearMonth.from(before), YearMonth.from(now));
		return months <= kpi().frequency().months();
	}

	/// Those that part the points in two; one named for a later day is not seen yet.
	private List<Rebase> rebasesWithin(List<Observation> observations) {
		return this.rebases.stream()
			.filter(rebase -> rebase.from().isAfter(observations.getFirst().periodEnd()))
			.filter(rebase -> !rebase.from().isAfter(observations.getLast().periodEnd()))
			.sorted(Comparator.comparing(Rebase::from))
			.toList();
	}

	private List<Baseline> baselines(List<Observation> observations, List<Rebase> within) {
		var stretches = new ArrayList<Baseline>();
		var start = 0;
		for (var rebase : within) {
			var end = (int) observations.stream().filter(point -> point.periodEnd().isBefore(rebase.from())).count();
			if (end > start) {
				stretches.add(new Baseline(observations.subList(start, end), this.screening));
				start = end;
			}
		}
		stretches.add(new Baseline(observations.subList(start, observations.size()), this.screening));
		return stretches;
	}

	private @Nullable Variation variation(Baseline last) {
		return last.limits() == null ? null : last.points().getLast().variation(kpi().polarity());
	}

	private @Nullable Assurance assurance(@Nullable Limits limits) {
		if (limits == null || this.target == null) {
			return null;
		}
		return switch (kpi().polarity()) {
			case null -> null;
			case HIGHER -> against(this.target.target(), limits, Assurance.CONSISTENTLY_FAILS, Assurance.CONSISTENTLY_PASSES);
			case LOWER -> against(this.target.target(), limits, Assurance.CONSISTENTLY_PASSES, Assurance.CONSISTENTLY_FAILS);
			case WITHIN -> againstBand(this.target.low(), this.target.high(), limits);
		};
	}

	private static @Nullable Assurance against(@Nullable BigDecimal target, Limits limits, Assurance above, Assurance below) {
		if (target == null) {
			return null;
		}
		if (target.compareTo(limits.upper()) > 0) {
			return above;
		}
		return target.compareTo(limits.lower()) < 0 ? below : Assurance.HIT_AND_MISS;
	}

	private static @Nullable Assurance againstBand(@Nullable BigDecimal low, @Nullable BigDecimal high, Limits limits) {
		var floor = against(low, limits, Assurance.CONSISTENTLY_FAILS, Assurance.CONSISTENTLY_PASSES);
		var ceiling = against(high, limits, Assurance.CONSISTENTLY_PASSES, Assurance.CONSISTENTLY_FAILS);
		return Stream.of(floor, ceiling).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
	}

}

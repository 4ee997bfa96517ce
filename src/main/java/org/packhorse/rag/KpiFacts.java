package org.packhorse.rag;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.packhorse.kpi.Kpi;
import org.packhorse.kpi.Measured;
import org.packhorse.rag.KpiAssessment.Aim;

/// What is known of an indicator at a date: one reading a period, as last recorded by then, oldest first.
record KpiFacts(Kpi kpi, List<Kpi.Reading> known, @Nullable Aim aim, LocalDate asAt) {

	static KpiFacts of(Kpi.Series series, RagSettings.Kpis settings, LocalDate asAt) {
		var known = known(series.readings(), asAt);
		var aim = known.isEmpty() ? null : aim(series.targets(), known.getLast().periodEnd(), settings);
		return new KpiFacts(series.kpi(), known, aim, asAt);
	}

	private static List<Kpi.Reading> known(List<Kpi.Reading> readings, LocalDate asAt) {
		var byPeriod = new TreeMap<LocalDate, Kpi.Reading>();
		readings.stream()
			.filter(reading -> !reading.periodEnd().isAfter(asAt) && !reading.recordedOn().isAfter(asAt))
			.sorted(Comparator.comparing(Kpi.Reading::recordedOn))
			.forEach(reading -> byPeriod.put(reading.periodEnd(), reading));
		return List.copyOf(byPeriod.values());
	}

	private static @Nullable Aim aim(List<Kpi.Target> targets, LocalDate periodEnd, RagSettings.Kpis settings) {
		return targets.stream()
			.filter(target -> !target.appliesFrom().isAfter(periodEnd))
			.max(Comparator.comparing(Kpi.Target::appliesFrom))
			.map(target -> new Aim(target.appliesFrom(), target.target(), target.low(), target.high(),
					target.tolerance() == null ? settings.tolerance() : target.tolerance(),
					target.toleranceKind() == null ? settings.toleranceKind() : target.toleranceKind()))
			.orElse(null);
	}

	Kpi.@Nullable Reading latest() {
		return this.known.isEmpty() ? null : this.known.getLast();
	}

	/// The latest period's value, unrounded; null when it is withheld or missing.
	@Nullable BigDecimal value() {
		return latest() instanceof Kpi.Reading reading ? value(reading) : null;
	}

	@Nullable BigDecimal value(Kpi.Reading reading) {
		return Measured.of(this.kpi.unit(), reading);
	}

	/// The reading so many months before the latest, or null.
	Kpi.@Nullable Reading before(int months) {
		if (latest() == null) {
			return null;
		}
		var period = YearMonth.from(this.known.getLast().periodEnd()).minusMonths(months);
		return this.known.stream().filter(reading -> YearMonth.from(reading.periodEnd()).equals(period)).findFirst().orElse(null);
	}

	/// How the value stands to its aim; null where either is missing or the indicator has no polarity.
	@Nullable Standing standing() {
		var value = value();
		return value == null ? null : Standing.of(this.kpi.polarity(), value, this.aim);
	}

}

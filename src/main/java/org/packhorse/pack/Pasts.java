package org.packhorse.pack;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.packhorse.kpi.Kpi;
import org.packhorse.kpi.Measured;
import org.packhorse.plan.Judgement;
import org.packhorse.rag.KpiAssessment;

/// Looks up what indicators were at the newest inspection and when the body last met.
///
/// @param baseline the day of publication of the newest inspection's judgements, or null
/// @param lastReview the day of the body's last meeting, or null
record Pasts(@Nullable LocalDate baseline, @Nullable LocalDate lastReview) {

	static Pasts of(Snapshot snapshot) {
		var last = snapshot.proceedings().last();
		return new Pasts(baseline(snapshot), last == null ? null : last.meetsOn());
	}

	static @Nullable LocalDate baseline(Snapshot snapshot) {
		return snapshot.judgements().stream().map(Judgement::publishedOn).max(LocalDate::compareTo).orElse(null);
	}

	PackModel.@Nullable Past baseline(Kpi.Series series, KpiAssessment now) {
		return at(series, now, this.baseline);
	}

	PackModel.@Nullable Past lastReview(Kpi.Series series, KpiAssessment now) {
		return at(series, now, this.lastReview);
	}

	/// The figure of the last period that had ended by the day.
	private static PackModel.@Nullable Past at(Kpi.Series series, KpiAssessment now, @Nullable LocalDate day) {
		if (day == null) {
			return null;
		}
		var kpi = series.kpi();
		return series.readings()
			.reversed()
			.stream()
			.filter(reading -> !reading.periodEnd().isAfter(day))
			.findFirst()
			.map(reading -> new PackModel.Past(Wording.period(reading.periodEnd()),
					Wording.figure(kpi, Measured.of(kpi.unit(), reading), kpi.decimals(), reading.symbol()), since(reading, now)))
			.orElse(null);
	}

	/// Blank where either figure is missing, or both are the same period's.
	private static String since(Kpi.Reading past, KpiAssessment now) {
		var value = Measured.of(now.kpi().unit(), past);
		var direction = value == null || past.periodEnd().equals(now.figure().periodEnd()) ? null : now.since(value);
		return direction == null ? "" : direction.words();
	}

}

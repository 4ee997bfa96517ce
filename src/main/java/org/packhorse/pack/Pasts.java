package org.packhorse.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.packhorse.kpi.Kpi;
import org.packhorse.kpi.Measured;
import org.packhorse.plan.Judgement;
import org.packhorse.rag.KpiAssessment;
import org.packhorse.template.PackSettings;
import org.packhorse.template.PackTemplate;

/// Looks up what indicators were at the newest inspection, when the body last met, and when movement is measured from.
///
/// @param baseline the day of publication of the newest inspection's judgements, or null
/// @param lastReview the day of the body's last meeting, or null
/// @param since what movement is measured from, or null; always null in packs that withhold figures, for what was
/// withheld then is not known now
record Pasts(@Nullable LocalDate baseline, @Nullable LocalDate lastReview, Snapshot.@Nullable Previous since) {

	static Pasts of(Snapshot snapshot) {
		var last = snapshot.proceedings().last();
		return new Pasts(baseline(snapshot), last == null ? null : last.meetsOn(),
				PackTemplate.of(snapshot.templates()).settings().smallNumbers() == PackSettings.SmallNumbers.WITHHELD ? null : snapshot.previous());
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

	PackModel.@Nullable Past since(Kpi.Series series, KpiAssessment now) {
		var kpi = series.kpi();
		return this.since == null ? null
				: this.since.kpis().stream().filter(rated -> rated.kpi().equals(kpi.code()) && rated.periodEnd() != null).findFirst()
					.map(rated -> new PackModel.Past(Wording.period(Objects.requireNonNull(rated.periodEnd())),
							Wording.figure(kpi, rated.value(), kpi.decimals(), ""), direction(rated.periodEnd(), rated.value(), now)))
					.orElse(null);
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
					Wording.figure(kpi, Measured.of(kpi.unit(), reading), kpi.decimals(), reading.symbol()),
					direction(reading.periodEnd(), Measured.of(kpi.unit(), reading), now)))
			.orElse(null);
	}

	/// Blank where either figure is missing, or both are the same period's.
	private static String direction(@Nullable LocalDate periodEnd, @Nullable BigDecimal value, KpiAssessment now) {
		var direction = value == null || Objects.equals(periodEnd, now.figure().periodEnd()) ? null : now.since(value);
		return direction == null ? "" : direction.words();
	}

}

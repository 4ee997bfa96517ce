package org.packhorse.rag;

import java.time.LocalDate;
import java.time.YearMonth;

import org.packhorse.kpi.Kpi;

/// After how many of its own periods a reading is stale.
record Staleness(int periods) {

	boolean of(KpiFacts facts) {
		return facts.latest() instanceof Kpi.Reading reading
				&& facts.asAt().isAfter(freshUntil(reading.periodEnd(), this.periods * facts.kpi().frequency().months()));
	}

	// A period that ends with its month is followed by periods that end with theirs: 28 February, then 31 March.
	private static LocalDate freshUntil(LocalDate periodEnd, int months) {
		var monthEnd = periodEnd.equals(YearMonth.from(periodEnd).atEndOfMonth());
		var later = periodEnd.plusMonths(months);
		return monthEnd ? YearMonth.from(later).atEndOfMonth() : later;
	}

}

package org.packhorse.schedule;

import java.time.LocalDate;
import java.util.Locale;

/// A stretch of the calendar that has a first and a last day.
enum Period {

	MONTH(1, 31, 15), QUARTER(3, 90, 50);

	private final int months;

	private final int mostDays;

	private final int mostWorkingDays;

	Period(int months, int mostDays, int mostWorkingDays) {
		this.months = months;
		this.mostDays = mostDays;
		this.mostWorkingDays = mostWorkingDays;
	}

	static Period of(String words) {
		return valueOf(words.toUpperCase(Locale.ROOT));
	}

	LocalDate first(LocalDate day) {
		return day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % this.months);
	}

	LocalDate last(LocalDate first) {
		return next(first).minusDays(1);
	}

	LocalDate next(LocalDate first) {
		return first.plusMonths(this.months);
	}

	/// The most that can be asked for: every quarter has 90 days, every month 15 working days.
	int most(boolean working) {
		return working ? this.mostWorkingDays : this.mostDays;
	}

	/// "May 2026", "the quarter to June 2026".
	String words(LocalDate first) {
		return (this == QUARTER ? "the quarter to " : "") + London.month(last(first));
	}

}

package org.packhorse.calendar;

import java.time.LocalDate;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// The bank holidays of England and Wales that are on file.
///
/// Christmas Day and Good Friday count among them, as in the published list. A year is on file when it has at least
/// eight, which every year since 1978 has; a year with fewer is half a list, and half a list would give a wrong deadline.
public final class BankHolidays {

	private static final int OF_A_FULL_YEAR = 8;

	private final Set<LocalDate> dates;

	private final SortedSet<Integer> years = new TreeSet<>();

	public BankHolidays(Set<LocalDate> dates) {
		this.dates = Set.copyOf(dates);
		for (var date : this.dates) {
			if (count(date.getYear()) >= OF_A_FULL_YEAR) {
				this.years.add(date.getYear());
			}
		}
	}

	/// Whether the day is a bank holiday; refuses a day of a year that is not on file.
	public boolean contains(LocalDate day) {
		if (!this.years.contains(day.getYear())) {
			throw new BankHolidaysMissing(day.getYear(), count(day.getYear()));
		}
		return this.dates.contains(day);
	}

	/// The years for which the holidays are on file.
	public SortedSet<Integer> years() {
		return new TreeSet<>(this.years);
	}

	private int count(int year) {
		return (int) this.dates.stream().filter(date -> date.getYear() == year).count();
	}

}

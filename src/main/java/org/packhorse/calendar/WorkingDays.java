package org.packhorse.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;

/// Counts working days: not Saturday, Sunday or a bank holiday of England and Wales. The day counted from is day 0.
public final class WorkingDays {

	private final BankHolidays holidays;

	public WorkingDays(BankHolidays holidays) {
		this.holidays = holidays;
	}

	/// Whether people are at work that day.
	public boolean isWorkingDay(LocalDate day) {
		// Asked first, so that a year that is not on file is refused on a weekend too.
		var holiday = this.holidays.contains(day);
		return !holiday && day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
	}

	/// The working day that is `days` working days after the trigger day; the trigger day itself need not be one.
	public LocalDate plus(LocalDate trigger, int days) {
		return walk(trigger, days, 1);
	}

	/// The working day that is `days` working days before the trigger day.
	public LocalDate minus(LocalDate trigger, int days) {
		return walk(trigger, days, -1);
	}

	/// How many working days lie after `from`, up to and including `to`; negative when `to` is the earlier day.
	public int between(LocalDate from, LocalDate to) {
		if (to.isBefore(from)) {
			return -between(to, from);
		}
		return (int) from.plusDays(1).datesUntil(to.plusDays(1)).filter(this::isWorkingDay).count();
	}

	/// The day itself when it is a working day, else the next one.
	public LocalDate onOrAfter(LocalDate day) {
		return isWorkingDay(day) ? day : plus(day, 1);
	}

	/// The day itself when it is a working day, else the one before.
	public LocalDate onOrBefore(LocalDate day) {
		return isWorkingDay(day) ? day : minus(day, 1);
	}

	private LocalDate walk(LocalDate trigger, int days, int step) {
		if (days < 0) {
			throw new IllegalArgumentException("Working days are counted from 0 up; %d was asked for".formatted(days));
		}
		this.holidays.contains(trigger);
		var day = trigger;
		for (var left = days; left > 0;) {
			day = day.plusDays(step);
			left -= isWorkingDay(day) ? 1 : 0;
		}
		return day;
	}

}

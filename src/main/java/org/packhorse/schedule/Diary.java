package org.packhorse.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import org.packhorse.authority.Meeting;
import org.packhorse.calendar.WorkingDays;

/// What phrases are looked up in: working days, and the meetings of one council.
public record Diary(WorkingDays workingDays, List<Meeting> meetings) {

	public Diary {
		meetings = List.copyOf(meetings);
	}

	/// The meetings of a body.
	List<Meeting> of(String body) {
		return this.meetings.stream().filter(meeting -> meeting.body().equals(body)).toList();
	}

	/// "; 4 May is a bank holiday", or nothing when no weekday of the stretch is one.
	String holidays(LocalDate first, LocalDate last) {
		var days = first.datesUntil(last.plusDays(1)).filter(this::isHoliday).map(London::withoutYear).toList();
		return switch (days.size()) {
			case 0 -> "";
			case 1 -> "; %s is a bank holiday".formatted(days.getFirst());
			default -> "; %s and %s are bank holidays".formatted(days.stream().limit(days.size() - 1L).collect(Collectors.joining(", ")), days.getLast());
		};
	}

	private boolean isHoliday(LocalDate day) {
		return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !this.workingDays.isWorkingDay(day);
	}

}

package org.packhorse.schedule;

import java.time.LocalDate;
import java.util.stream.Stream;

/// What a phrase means: which days it falls on.
sealed interface Rule permits DayOfPeriod, EverySoMany, BeforeMeeting, CronLine {

	/// Its occasions on the days from the first to the last, both included. Asks the diary for no more than these need, so that
	/// the bank holidays of a year that does not matter are not missed.
	Stream<Occasion> within(LocalDate first, LocalDate last, Diary diary);

}

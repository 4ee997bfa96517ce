package org.packhorse.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The clock that councils live by, whatever the machine's zone and language.
final class London {

	static final ZoneId ZONE = ZoneId.of("Europe/London");

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);

	private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

	private London() {
	}

	static LocalDate day(Instant moment) {
		return LocalDate.ofInstant(moment, ZONE);
	}

	/// The moment that a clock in London shows this: of a time that comes twice the first, and for a time that is left out
	/// the moment at which the clocks go forward.
	static ZonedDateTime at(LocalDateTime shown) {
		var change = ZONE.getRules().getTransition(shown);
		return change != null && change.isGap() ? change.getInstant().atZone(ZONE) : shown.atZone(ZONE);
	}

	/// What the clocks do to a time on the two nights when they change, or blank.
	static String change(LocalDateTime shown) {
		var change = ZONE.getRules().getTransition(shown);
		if (change == null) {
			return "";
		}
		return change.isGap() ? "the clocks go forward and leave %s out, so %s".formatted(time(shown.toLocalTime()), time(change.getDateTimeAfter().toLocalTime()))
				: "the clocks go back, so %s comes twice: the first".formatted(time(shown.toLocalTime()));
	}

	/// "Wednesday 6 May 2026".
	static String words(LocalDate day) {
		return DAY.format(day);
	}

	/// "4 May".
	static String withoutYear(LocalDate day) {
		return DAY_OF_YEAR.format(day);
	}

	/// "May 2026".
	static String month(LocalDate day) {
		return MONTH.format(day);
	}

	/// "07:00", with seconds only where there are any.
	static String time(LocalTime time) {
		return time.getSecond() == 0 ? "%02d:%02d".formatted(time.getHour(), time.getMinute()) : time.toString();
	}

}

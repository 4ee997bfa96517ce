package org.packhorse.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;

import org.jspecify.annotations.Nullable;

/// A moment at which a schedule fires, and why then.
///
/// @param at the moment, in London's time
/// @param reason how the phrase came to this day: "3rd working day of May 2026: Wednesday 6 May 2026; 4 May is a bank holiday"
/// @param meetsOn the meeting that it hangs on, or null
public record FireTime(ZonedDateTime at, String reason, @Nullable LocalDate meetsOn) {

	/// The moment, without a zone.
	public Instant instant() {
		return this.at.toInstant();
	}

	/// The day in London.
	public LocalDate day() {
		return this.at.toLocalDate();
	}

	/// "Wednesday 6 May 2026 at 07:00".
	public String words() {
		return words(this.at);
	}

	/// A moment as people read it.
	public static String words(ZonedDateTime at) {
		var there = at.withZoneSameInstant(London.ZONE);
		return "%s at %s".formatted(London.words(there.toLocalDate()), London.time(there.toLocalTime()));
	}

	/// A day as people read it: "Wednesday 6 May 2026".
	public static String words(LocalDate day) {
		return London.words(day);
	}

}

package org.packhorse.console;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

import org.packhorse.access.Clearance;
import org.packhorse.delivery.Delivery;

/// Days, moments and numbers as the pages print them: London's time, British words.
final class Words {

	private static final ZoneId LONDON = ZoneId.of("Europe/London");

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK);

	private Words() {
	}

	static String day(LocalDate day) {
		return DAY.format(day);
	}

	/// A day as tables write it, such as 2026-03-31; other words stay as they are.
	static String day(String written) {
		try {
			return day(LocalDate.parse(written));
		}
		catch (DateTimeParseException ex) {
			return written;
		}
	}

	static String moment(Instant moment) {
		return MOMENT.format(moment.atZone(LONDON));
	}

	static String lasting(Duration time) {
		long seconds = Math.max(0, time.toSeconds());
		return seconds < 60 ? seconds + " s" : seconds < 3600 ? "%d min %d s".formatted(seconds / 60, seconds % 60) : "%d h %d min".formatted(seconds / 3600, seconds % 3600 / 60);
	}

	/// `1 pack`, `1,520 packs`.
	static String counted(long many, String noun) {
		return counted(many, noun, noun + "s");
	}

	/// The same of a noun whose many have a form of their own.
	static String counted(long many, String one, String several) {
		return "%,d %s".formatted(many, many == 1 ? one : several);
	}

	/// A message's state as people say it.
	static String state(Delivery.State state) {
		return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	static String capital(String words) {
		return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
	}

	/// What a clearance lets its holder read.
	static String reads(Clearance clearance) {
		return switch (clearance) {
			case PUBLIC -> "Packs that anybody may read";
			case MEMBERS -> "Also packs for members of the body";
			case RESTRICTED -> "Also restricted packs";
		};
	}

}

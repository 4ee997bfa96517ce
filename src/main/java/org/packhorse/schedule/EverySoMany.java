package org.packhorse.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every so many days, weeks, months or years from a day on: the second Tuesday, six months, a year.
///
/// @param from the first day; each other is counted from it, so that the 31st comes back after a short month
record EverySoMany(int count, ChronoUnit unit, LocalDate from, LocalTime at, String words) implements Rule {

	private static final LocalDate ANY_MONDAY = LocalDate.of(1970, 1, 5);

	private static final String WEEKDAYS = Arrays.stream(DayOfWeek.values()).map(DayOfWeek::name).collect(Collectors.joining("|"));

	static final Phrase WEEKDAY = Phrase.of("every (?:(?:" + Phrase.NTH + "|(?<other>other)) )?(?<weekday>" + WEEKDAYS + ")(?: " + Phrase.FROM + ")?" + Phrase.TIME,
			EverySoMany::weekday, "every Monday at 09:00", "every second Tuesday from 2026-01-06 at 09:00");

	static final Phrase UNIT = Phrase.of("every (?:(?<count>\\d{1,3}) )?(?<unit>day|week|month|year)s? " + Phrase.FROM + Phrase.TIME,
			EverySoMany::unit, "every 6 months from 2026-02-01", "every 6 weeks from 2026-01-07 at 12:00");

	private static EverySoMany weekday(Matcher words) {
		var nth = words.group("other") != null ? "other" : words.group("nth");
		int count = nth == null ? 1 : Phrase.number(nth);
		var weekday = DayOfWeek.valueOf(words.group("weekday").toUpperCase(Locale.ROOT));
		if (words.group("from") == null && count != 1) {
			throw new Phrase.Impossible("Nobody can tell which %s is the first: write from and a date".formatted(words.group("weekday")));
		}
		var from = words.group("from") == null ? ANY_MONDAY : Phrase.from(words);
		return of(count, ChronoUnit.WEEKS, from.with(TemporalAdjusters.nextOrSame(weekday)), words);
	}

	private static EverySoMany unit(Matcher words) {
		int count = words.group("count") == null ? 1 : Integer.parseInt(words.group("count"));
		return of(count, ChronoUnit.valueOf(words.group("unit").toUpperCase(Locale.ROOT) + "S"), Phrase.from(words), words);
	}

	private static EverySoMany of(int count, ChronoUnit unit, LocalDate from, Matcher words) {
		if (count < 1) {
			throw new Phrase.Impossible("Every 0 %s is never".formatted(unit.toString().toLowerCase(Locale.ROOT)));
		}
		return new EverySoMany(count, unit, from, Phrase.time(words), words.group().replaceFirst("(?i) at \\d.*", ""));
	}

	@Override
	public Stream<Occasion> within(LocalDate first, LocalDate last, Diary diary) {
		// One earlier than the division says: a short month may bring the day forward.
		long turn = Math.max(0, this.unit.between(this.from, first) / this.count - 1);
		return Stream.iterate(turn, each -> each + 1)
			.map(each -> this.from.plus(each * this.count, this.unit))
			.takeWhile(day -> !day.isAfter(last))
			.filter(day -> !day.isBefore(first))
			.map(day -> new Occasion(day.atTime(this.at), this.words + ": " + London.words(day), null));
	}

}

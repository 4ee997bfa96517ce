package org.packhorse.schedule;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/// The fifth day, the third working day or the last working day of each month or quarter.
///
/// @param nth from 1, or [#LAST]
record DayOfPeriod(int nth, boolean working, Period period, LocalTime at) implements Rule {

	static final int LAST = Integer.MAX_VALUE;

	static final Phrase BY_NUMBER = Phrase.of("day (?<nth>\\d{1,3}) of the (?<period>month)" + Phrase.TIME, words -> of(words, false),
			"day 5 of the month at 07:00", "day 31 of the month");

	static final Phrase BY_COUNT = Phrase.of("(?:the )?(?:" + Phrase.NTH + "|last) (?<working>working )?day of the (?<period>month|quarter)" + Phrase.TIME,
			words -> of(words, words.group("working") != null), "3rd working day of the month at 08:30", "first day of the quarter",
			"last day of the month at 12:00", "last working day of the quarter at 17:00");

	private static DayOfPeriod of(Matcher words, boolean working) {
		var period = Period.of(words.group("period"));
		int nth = words.group("nth") == null ? LAST : Phrase.number(words.group("nth"));
		if (nth != LAST && (nth < 1 || nth > period.most(working))) {
			throw new Phrase.Impossible("Not every %s has %s %d; the most is %d".formatted(words.group("period"), working ? "working day" : "day", nth,
					period.most(working)));
		}
		return new DayOfPeriod(nth, working, period, Phrase.time(words));
	}

	@Override
	public Stream<Occasion> within(LocalDate first, LocalDate last, Diary diary) {
		return Stream.iterate(this.period.first(first), start -> !start.isAfter(last), this.period::next)
			.map(start -> occasion(start, diary))
			.filter(occasion -> !occasion.shown().toLocalDate().isBefore(first) && !occasion.shown().toLocalDate().isAfter(last));
	}

	private Occasion occasion(LocalDate start, Diary diary) {
		var day = this.working ? workingDay(start, diary) : day(start);
		return new Occasion(day.atTime(this.at), reason(start, day, diary), null);
	}

	private LocalDate workingDay(LocalDate start, Diary diary) {
		return this.nth == LAST ? diary.workingDays().onOrBefore(this.period.last(start))
				: diary.workingDays().plus(diary.workingDays().onOrAfter(start), this.nth - 1);
	}

	/// A month that is too short gives its last day: a pack that is left out would be missed, one a day early is not.
	private LocalDate day(LocalDate start) {
		var end = this.period.last(start);
		return this.nth > daysOf(start, end) ? end : start.plusDays(this.nth - 1L);
	}

	private static int daysOf(LocalDate start, LocalDate end) {
		return (int) (end.toEpochDay() - start.toEpochDay()) + 1;
	}

	private String reason(LocalDate start, LocalDate day, Diary diary) {
		var which = this.nth == LAST ? "last" : Phrase.ordinal(this.nth);
		var words = "%s %sday of %s: %s".formatted(which, this.working ? "working " : "", this.period.words(start), London.words(day));
		if (this.working) {
			return words + (this.nth == LAST ? diary.holidays(day, this.period.last(start)) : diary.holidays(start, day));
		}
		return this.nth != LAST && this.nth > daysOf(start, day) ? words + ", its last day" : words;
	}

}

package org.packhorse.schedule;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.scheduling.support.CronExpression;

/// A line of cron with six fields, for those who know it: second, minute, hour, day of month, month, day of week.
record CronLine(String words, CronExpression cron) implements Rule {

	private static final String NUMBERS = "[\\d*][\\d*/,-]* ";

	static final Phrase PHRASE = Phrase.of("(?<line>" + NUMBERS + NUMBERS + NUMBERS + "[\\d*?LW][\\d*?LW/,-]* [\\dA-Z*][\\dA-Z*/,-]* [\\dA-Z*?][\\dA-Z*?#/,-]*)",
			words -> of(words.group("line")), "0 0 7 5 * *", "0 30 8 * * MON#1");

	static final Phrase OF_FIVE_FIELDS = Phrase.of(NUMBERS + NUMBERS + "[\\d*?LW/,-]+ [\\dA-Z*/,-]+ [\\dA-Z*?#/,-]+", words -> {
		throw new Phrase.Impossible("'%s' has five fields; a line here has six, with the seconds first".formatted(words.group()));
	});

	private static final LocalDateTime ANY_DAY = LocalDateTime.of(2024, 1, 1, 0, 0);

	private static final int TRIED = 60;

	private static final Duration LEAST = Duration.ofHours(1);

	private static CronLine of(String words) {
		try {
			var cron = CronExpression.parse(words);
			demandPatience(words, cron);
			return new CronLine(words, cron);
		}
		catch (IllegalArgumentException ex) {
			throw ex instanceof Phrase.Impossible known ? known : new Phrase.Impossible("'%s' is no line of cron: %s".formatted(words, ex.getMessage()));
		}
	}

	/// Refuses a line whose day never comes, such as 31 February, and one that would make packs without end.
	private static void demandPatience(String words, CronExpression cron) {
		var before = cron.next(ANY_DAY);
		if (before == null) {
			throw new Phrase.Impossible("The day of '%s' never comes".formatted(words));
		}
		for (int i = 0; i < TRIED; i++) {
			var next = cron.next(before);
			if (next == null) {
				return;
			}
			if (Duration.between(before, next).compareTo(LEAST) < 0) {
				throw new Phrase.Impossible("'%s' fires more than once an hour".formatted(words));
			}
			before = next;
		}
	}

	/// Told in the time that clocks show: what the change of clocks does to it is the same as for other phrases.
	@Override
	public Stream<Occasion> within(LocalDate first, LocalDate last, Diary diary) {
		return Stream.iterate(this.cron.next(first.atStartOfDay().minusNanos(1)), Objects::nonNull, this.cron::next)
			.takeWhile(shown -> !shown.toLocalDate().isAfter(last))
			.map(shown -> new Occasion(shown, "%s: %s".formatted(this.words, London.words(shown.toLocalDate())), null));
	}

}

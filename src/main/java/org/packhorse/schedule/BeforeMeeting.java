package org.packhorse.schedule;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.stream.Stream;

import org.packhorse.authority.Meeting;
import org.packhorse.calendar.ClearDays;

/// So many days before each meeting of a body: the meetings that are on file.
record BeforeMeeting(int count, Kind kind, String body, LocalTime at) implements Rule {

	/// How the days are counted.
	enum Kind {

		/// Neither weekends nor bank holidays count.
		WORKING,

		/// Working days that lie wholly between the day and the meeting.
		CLEAR,

		/// Every day counts.
		PLAIN

	}

	static final Phrase PHRASE = Phrase.of("(?<count>\\d{1,3}) (?:(?<kind>working|clear) )?days? before (?<body>\\S+)" + Phrase.TIME, BeforeMeeting::of,
			"7 working days before CIB", "5 clear days before SCRUTINY", "10 days before CABINET at 16:00");

	private static BeforeMeeting of(Matcher words) {
		var kind = words.group("kind") == null ? Kind.PLAIN : Kind.valueOf(words.group("kind").toUpperCase(Locale.ROOT));
		return new BeforeMeeting(Integer.parseInt(words.group("count")), kind, words.group("body"), Phrase.time(words));
	}

	@Override
	public Stream<Occasion> within(LocalDate first, LocalDate last, Diary diary) {
		return diary.of(this.body)
			.stream()
			.filter(meeting -> !meeting.meetsOn().isBefore(first) && !meeting.meetsOn().isAfter(last.plusDays(longest())))
			.map(meeting -> occasion(meeting, diary))
			.filter(occasion -> !occasion.shown().toLocalDate().isBefore(first) && !occasion.shown().toLocalDate().isAfter(last))
			.sorted(Comparator.comparing(Occasion::shown));
	}

	/// More calendar days than so many working days can take: weekends, and two weeks for holidays.
	private int longest() {
		return this.count * 2 + 14;
	}

	private Occasion occasion(Meeting meeting, Diary diary) {
		var day = day(meeting.meetsOn(), diary);
		var words = "%d %sday%s before the meeting of %s on %s: %s".formatted(this.count,
				this.kind == Kind.PLAIN ? "" : this.kind.name().toLowerCase(Locale.ROOT) + " ", this.count == 1 ? "" : "s", meeting.bodyTitle(),
				London.words(meeting.meetsOn()), London.words(day));
		return new Occasion(day.atTime(this.at), this.kind == Kind.PLAIN ? words : words + diary.holidays(day, meeting.meetsOn()), meeting.meetsOn());
	}

	private LocalDate day(LocalDate meetsOn, Diary diary) {
		return switch (this.kind) {
			case WORKING -> diary.workingDays().minus(meetsOn, this.count);
			case CLEAR -> ClearDays.WORKING.latestPublication(meetsOn, this.count, diary.workingDays());
			case PLAIN -> meetsOn.minusDays(this.count);
		};
	}

}

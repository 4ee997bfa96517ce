package org.packhorse.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.packhorse.calendar.BankHolidaysMissing;

/// When a schedule fires: a phrase and what it means. Pure: moments follow from the phrase, the diary and the span alone.
///
/// ```java
/// When.of("3rd working day of the month at 08:30").next(clock.instant(), diary)
/// ```
public final class When {

	private static final List<Phrase> PHRASES = List.of(DayOfPeriod.BY_NUMBER, DayOfPeriod.BY_COUNT, EverySoMany.WEEKDAY, EverySoMany.UNIT,
			BeforeMeeting.PHRASE, CronLine.PHRASE, CronLine.OF_FIVE_FIELDS);

	private static final int YEARS_AHEAD = 10;

	private final String words;

	private final Rule rule;

	private When(String words, Rule rule) {
		this.words = words;
		this.rule = rule;
	}

	/// What the words mean; throws [IllegalArgumentException] with the fault in words.
	public static When of(String words) {
		var plain = words.strip().replaceAll("\\s+", " ");
		return PHRASES.stream()
			.flatMap(phrase -> phrase.read(plain).stream())
			.findFirst()
			.map(rule -> new When(plain, rule))
			.orElseThrow(() -> new IllegalArgumentException("'%s' is not understood".formatted(plain)));
	}

	/// One example or more of every phrase that is understood.
	public static List<String> examples() {
		return PHRASES.stream().flatMap(phrase -> phrase.examples().stream()).toList();
	}

	/// "Write one of …".
	static String remedy() {
		return examples().stream().collect(Collectors.joining("', '", "Write it like one of '", "'"));
	}

	/// The phrase.
	public String words() {
		return this.words;
	}

	/// The code of the body whose meetings it hangs on, or empty.
	public Optional<String> body() {
		return this.rule instanceof BeforeMeeting meeting ? Optional.of(meeting.body()) : Optional.empty();
	}

	/// The fires after the one moment, up to and including the other; throws [BankHolidaysMissing] rather than guess.
	public List<FireTime> between(Instant after, Instant until, Diary diary) {
		// Of two times that the change of clocks makes one, the first gives the reason; two meetings are two fires, also at one moment.
		var fires = new TreeMap<Turn, FireTime>();
		this.rule.within(London.day(after), London.day(until), diary)
			.map(Occasion::fireTime)
			.filter(fire -> fire.instant().isAfter(after) && !fire.instant().isAfter(until))
			.forEach(fire -> fires.putIfAbsent(new Turn(fire.instant(), String.valueOf(fire.meetsOn())), fire));
		return List.copyOf(fires.values());
	}

	/// What makes a fire another one than the next: its moment, and the meeting that it hangs on.
	private record Turn(Instant moment, String meeting) implements Comparable<Turn> {

		@Override
		public int compareTo(Turn other) {
			return Comparator.comparing(Turn::moment).thenComparing(Turn::meeting).compare(this, other);
		}

	}

	/// The first fire after a moment, when there is one that can be told.
	public Optional<FireTime> next(Instant after, Diary diary) {
		return upcoming(after, 1, diary).fires().stream().findFirst();
	}

	/// The next fires after a moment, and why there are no more.
	public Outlook upcoming(Instant after, int count, Diary diary) {
		var fires = new ArrayList<FireTime>();
		var end = London.day(after).plusYears(YEARS_AHEAD);
		try {
			for (var from = after; fires.size() < count && London.day(from).isBefore(end);) {
				var until = London.at(London.day(from).plusDays(1).atStartOfDay()).toInstant();
				fires.addAll(between(from, until, diary));
				from = until;
			}
		}
		catch (BankHolidaysMissing ex) {
			return new Outlook(fires, ex.getMessage());
		}
		return fires.size() < count ? new Outlook(fires, end(fires, diary)) : new Outlook(fires.subList(0, count), "");
	}

	private String end(List<FireTime> fires, Diary diary) {
		return body().map(body -> diary.of(body).isEmpty() ? "No meeting of %s is on file; load table meetings".formatted(body)
				: "No %smeeting of %s is on file that this could come before; load table meetings".formatted(fires.isEmpty() ? "" : "later ", body))
			.orElse("Nothing more within %d years".formatted(YEARS_AHEAD)) + ".";
	}

	/// The day that a fire's moment belongs to in London.
	public static LocalDate day(Instant moment) {
		return London.day(moment);
	}

	@Override
	public String toString() {
		return this.words;
	}

}

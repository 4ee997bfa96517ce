package org.packhorse.schedule;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A way of saying when: a pattern, its meaning, and examples for those who have to write one.
record Phrase(Pattern pattern, Function<Matcher, Rule> meaning, List<String> examples) {

	/// The end of a phrase: "at 08:30", or nothing for seven in the morning.
	static final String TIME = "(?: at (?<at>\\d{1,2}:\\d{2}))?";

	/// The group `from`.
	static final String FROM = "from (?<from>\\d{4}-\\d{2}-\\d{2})";

	/// The group `nth`.
	static final String NTH = "(?<nth>\\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth)";

	private static final LocalTime MORNING = LocalTime.of(7, 0);

	private static final Map<String, Integer> NUMBERS = Map.of("first", 1, "second", 2, "other", 2, "third", 3, "fourth", 4, "fifth", 5);

	static Phrase of(String pattern, Function<Matcher, Rule> meaning, String... examples) {
		return new Phrase(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), meaning, List.of(examples));
	}

	/// The words are of this kind and yet cannot be: the 32nd of a month.
	static final class Impossible extends IllegalArgumentException {

		private static final long serialVersionUID = 1L;

		Impossible(String fault) {
			super(fault);
		}

	}

	/// What the words mean, when they are of this kind; throws [Impossible].
	Optional<Rule> read(String words) {
		var matcher = this.pattern.matcher(words);
		return matcher.matches() ? Optional.of(this.meaning.apply(matcher)) : Optional.empty();
	}

	static LocalTime time(Matcher words) {
		var time = words.group("at");
		try {
			return time == null ? MORNING : LocalTime.parse(time.length() == 4 ? "0" + time : time);
		}
		catch (DateTimeException ex) {
			throw new Impossible("No clock shows " + time);
		}
	}

	static LocalDate from(Matcher words) {
		try {
			return LocalDate.parse(words.group("from"));
		}
		catch (DateTimeException ex) {
			throw new Impossible(words.group("from") + " is no day of the calendar");
		}
	}

	/// The number that "3rd", "third", "3" or "other" stands for.
	static int number(String words) {
		var small = words.toLowerCase(Locale.ROOT);
		return NUMBERS.containsKey(small) ? NUMBERS.get(small) : Integer.parseInt(small.replaceAll("\\D", ""));
	}

	/// "1st", "2nd", "3rd", "11th".
	static String ordinal(int number) {
		boolean teen = number % 100 >= 11 && number % 100 <= 13;
		return number + (teen ? "th" : switch (number % 10) {
			case 1 -> "st";
			case 2 -> "nd";
			case 3 -> "rd";
			default -> "th";
		});
	}

}

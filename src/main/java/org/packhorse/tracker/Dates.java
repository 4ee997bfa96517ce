package org.packhorse.tracker;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Understands the ways in which trackers write dates.
final class Dates {

	static final String ACCEPTED = "Write 2021-03-31, 31/03/2021 or 31 March 2021.";

	static final String ACCEPTED_DUE = "Write 2021-03-31, 31/03/2021 or 31 March 2021, a month such as Dec 2016, or ongoing, tbc or nothing "
			+ "where there is no date.";

	private static final Set<String> NO_DATE = Set.of("ongoing", "on going", "continuous", "tbc", "tba", "to be confirmed", "to be agreed", "n/a");

	private static final List<String> MONTHS = List.of("january", "february", "march", "april", "may", "june", "july", "august",
			"september", "october", "november", "december");

	private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ][0:.]+Z?)?");

	private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})(?: [0:]+)?");

	private static final Pattern NAMED = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?[ -](\\p{Alpha}{3,9})\\.?,?[ -](\\d{4}|\\d{2})");

	private static final Pattern MONTH = Pattern.compile("(?:by |end |of )*(\\p{Alpha}{3,9})\\.?,?[ -]?'?(\\d{4}|\\d{2})");

	private static final Pattern ISO_MONTH = Pattern.compile("(\\d{4})-(\\d{1,2})");

	private static final Pattern SLASHED_MONTH = Pattern.compile("(\\d{1,2})/(\\d{4})");

	/// Longer words are no date, and would only keep the patterns busy.
	private static final int LONGEST = 100;

	private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

	private Dates() {
	}

	/// What a cell says of a date.
	sealed interface Reading {
	}

	/// A day; `plain` when it was written in the ISO way or came from a date cell.
	record Day(LocalDate day, boolean plain) implements Reading {
	}

	/// A month, by its last day.
	record Month(LocalDate last) implements Reading {
	}

	/// Words for no date.
	record NoDate() implements Reading {
	}

	/// No date that can be understood.
	record Fault(String found) implements Reading {
	}

	static String words(LocalDate day) {
		return WORDS.format(day);
	}

	static Reading read(RawCell cell) {
		var text = cell.text().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
		if (cell.form() == RawCell.Form.NUMBER) {
			return new Fault("the number %s is not a date".formatted(cell.text()));
		}
		if (NO_DATE.contains(text)) {
			return new NoDate();
		}
		if (text.length() > LONGEST) {
			return new Fault("'%s' is not a date".formatted(Characters.shown(cell.text())));
		}
		try {
			return understood(text, cell.text());
		}
		catch (DateTimeException impossible) {
			return new Fault("'%s' is not a day of the calendar".formatted(Characters.shown(cell.text())));
		}
	}

	private static Reading understood(String text, String shown) {
		if (matcher(ISO, text) instanceof Matcher m && m.matches()) {
			return day(m.group(1), m.group(2), m.group(3), true);
		}
		if (matcher(SLASHED, text) instanceof Matcher m && m.matches()) {
			return day(m.group(3), m.group(2), m.group(1), false);
		}
		if (matcher(NAMED, text) instanceof Matcher m && m.matches() && month(m.group(2)) > 0) {
			return day(m.group(3), String.valueOf(month(m.group(2))), m.group(1), false);
		}
		if (matcher(MONTH, text) instanceof Matcher m && m.matches() && month(m.group(1)) > 0) {
			return month(m.group(2), String.valueOf(month(m.group(1))));
		}
		if (matcher(ISO_MONTH, text) instanceof Matcher m && m.matches()) {
			return month(m.group(1), m.group(2));
		}
		if (matcher(SLASHED_MONTH, text) instanceof Matcher m && m.matches()) {
			return month(m.group(2), m.group(1));
		}
		return new Fault("'%s' is not a date".formatted(Characters.shown(shown)));
	}

	private static Matcher matcher(Pattern pattern, String text) {
		return pattern.matcher(text);
	}

	private static Day day(String year, String month, String day, boolean plain) {
		return new Day(LocalDate.of(year(year), Integer.parseInt(month), Integer.parseInt(day)), plain);
	}

	private static Month month(String year, String month) {
		return new Month(YearMonth.of(year(year), Integer.parseInt(month)).atEndOfMonth());
	}

	/// Two digits mean this century; a year that no plan or reading can have is a slip of the pen.
	private static int year(String digits) {
		var year = Integer.parseInt(digits) + ((digits.length() == 2) ? 2000 : 0);
		if (year < 1900 || year > 2999) {
			throw new DateTimeException("year out of range");
		}
		return year;
	}

	/// The month of that name or its first letters, from 1, or 0.
	private static int month(String name) {
		for (int i = 0; i < MONTHS.size(); i++) {
			var month = MONTHS.get(i);
			if (month.equals(name) || month.substring(0, 3).equals(name) || (month.startsWith(name) && name.length() == 4)) {
				return i + 1;
			}
		}
		return 0;
	}

}

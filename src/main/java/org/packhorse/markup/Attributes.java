package org.packhorse.markup;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/// The attributes of one open element with their types. What cannot be read becomes a fault, and something harmless is
/// given back so that the rest of the markup is still read.
final class Attributes {

	/// Long enough for any figure of a council, short enough that nobody can make a number that fills the memory.
	private static final int MOST_DIGITS = 18;

	private static final int MOST_DECIMALS = 60;

	private final Opened element;

	private final Faults faults;

	private final List<String> names = new ArrayList<>();

	private final List<String> values = new ArrayList<>();

	Attributes(Opened element, Faults faults) {
		this.element = element;
		this.faults = faults;
	}

	void clear() {
		this.names.clear();
		this.values.clear();
	}

	/// Takes an attribute in; a second one of the same name is left out.
	boolean put(String name, String value) {
		if (this.names.contains(name)) {
			return false;
		}
		this.names.add(name);
		this.values.add(value);
		return true;
	}

	List<String> names() {
		return this.names;
	}

	@Nullable String find(String name) {
		for (int i = 0; i < this.names.size(); i++) {
			if (this.names.get(i).equals(name)) {
				return this.values.get(i);
			}
		}
		return null;
	}

	/// Words that must be there. That they are missing is the grammar's to say, so the tree is kept from saying it again.
	String words(String name) {
		return words(name, "?");
	}

	String words(String name, String otherwise) {
		var words = find(name);
		return words == null ? otherwise : words;
	}

	boolean yes(String name, boolean otherwise) {
		var words = words(name, otherwise ? "yes" : "no");
		if (!words.equals("yes") && !words.equals("no")) {
			fault(name, words, "Write yes or no");
		}
		return words.equals("yes");
	}

	int whole(String name, int otherwise, int least, int most) {
		var words = find(name);
		if (words == null) {
			return otherwise;
		}
		int whole = whole(words);
		if (whole >= least && whole <= most) {
			return whole;
		}
		fault(name, words, "Write a whole number from " + least + " to " + most);
		return otherwise;
	}

	/// The number of up to six digits, or -1.
	private static int whole(String words) {
		boolean digits = !words.isEmpty() && words.length() <= 6 && digits(words, 0) == words.length();
		return digits ? Integer.parseInt(words) : -1;
	}

	/// A number, or null when it is blank or no number.
	@Nullable BigDecimal number(String name) {
		var words = words(name, "");
		if (words.isEmpty()) {
			return null;
		}
		if (isNumber(words)) {
			return new BigDecimal(words);
		}
		fault(name, words, "Write a plain number such as 1234.5: no thousands comma, no sign or unit; blank for none");
		return null;
	}

	private static boolean isNumber(String words) {
		int start = words.startsWith("-") ? 1 : 0;
		int point = digits(words, start);
		if (point == start || point - start > MOST_DIGITS) {
			return false;
		}
		int end = point < words.length() && words.charAt(point) == '.' ? digits(words, point + 1) : point;
		return end == words.length() && end != point + 1 && end - point <= MOST_DECIMALS + 1;
	}

	/// Where the digits end that begin at an index.
	private static int digits(String words, int from) {
		int end = from;
		while (end < words.length() && words.charAt(end) >= '0' && words.charAt(end) <= '9') {
			end++;
		}
		return end;
	}

	/// A day, or null when it is blank or no day.
	@Nullable LocalDate day(String name) {
		var words = words(name, "");
		try {
			return words.isEmpty() ? null : LocalDate.parse(words);
		}
		catch (DateTimeException notADay) {
			fault(name, words, "Write a day as 2021-03-31, or leave it blank");
			return null;
		}
	}

	<E extends Enum<E>> E choice(String name, E otherwise) {
		var words = find(name);
		if (words == null) {
			return otherwise;
		}
		var choices = otherwise.getDeclaringClass().getEnumConstants();
		for (E choice : choices) {
			if (choice.name().equalsIgnoreCase(words)) {
				return choice;
			}
		}
		fault(name, words, "Write one of "
				+ Arrays.stream(choices).map(choice -> choice.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", ")));
		return otherwise;
	}

	private void fault(String name, String words, String remedy) {
		this.faults.add(this.element.at(), "<" + this.element.name() + "> has " + name + "=\"" + words + "\"", remedy);
	}

}

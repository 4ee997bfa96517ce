package org.packhorse.markup;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.packhorse.markup.Node.Element;

/// The attributes of one element with their types. What cannot be read becomes a fault, and something harmless is given
/// back so that the rest of the markup is still read.
final class Attributes {

	/// Long enough for any figure of a council, short enough that nobody can make a number that fills the memory.
	private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,60})?");

	private static final Pattern SPACE = Pattern.compile("\\s+");

	private final Element element;

	private final Faults faults;

	Attributes(Element element, Faults faults) {
		this.element = element;
		this.faults = faults;
	}

	/// Words that must be there. That they are missing is the grammar's to say, so the tree is kept from saying it again.
	String words(String name) {
		return words(name, "?");
	}

	String words(String name, String otherwise) {
		return SPACE.matcher(this.element.attributes().getOrDefault(name, otherwise).strip()).replaceAll(" ");
	}

	boolean yes(String name, boolean otherwise) {
		var words = words(name, otherwise ? "yes" : "no");
		if (!words.equals("yes") && !words.equals("no")) {
			fault(name, words, "Write yes or no");
		}
		return words.equals("yes");
	}

	int whole(String name, int otherwise, int least, int most) {
		var words = words(name, "");
		if (!this.element.attributes().containsKey(name)) {
			return otherwise;
		}
		if (words.matches("\\d{1,6}") && Integer.parseInt(words) >= least && Integer.parseInt(words) <= most) {
			return Integer.parseInt(words);
		}
		fault(name, words, "Write a whole number from " + least + " to " + most);
		return otherwise;
	}

	/// A number, or null when it is blank or no number.
	@Nullable BigDecimal number(String name) {
		var words = words(name, "");
		if (words.isEmpty()) {
			return null;
		}
		if (NUMBER.matcher(words).matches()) {
			return new BigDecimal(words);
		}
		fault(name, words, "Write a plain number such as 1234.5: no thousands comma, no sign or unit; blank for none");
		return null;
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
		var words = words(name, otherwise.name());
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

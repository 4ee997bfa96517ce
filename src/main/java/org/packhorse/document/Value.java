package org.packhorse.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// What a cell holds, with its type kept: Excel gets real numbers and dates, the other formats print the same value by
/// the same en-GB rules, so that formats cannot disagree.
public sealed interface Value {

	/// Words that are the value itself; they go out as text even when they look like a number or a formula.
	record Text(String text) implements Value {
	}

	/// A number; `decimals` is how many are printed, half-up.
	record Number(BigDecimal number, int decimals) implements Value {
	}

	/// A percentage from 0 to 100 (56.1 is 56.1 %); `decimals` is how many are printed, half-up.
	record Percent(BigDecimal percent, int decimals) implements Value {
	}

	/// Pounds sterling; `decimals` is 0 or 2.
	record Money(BigDecimal pounds, int decimals) implements Value {
	}

	/// A calendar day.
	record Day(LocalDate date) implements Value {

		private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

	}

	/// No value of its own; the cell's words are all there is.
	record None() implements Value {
	}

	/// The value as a reader sees it: `1,234.5`, `56.1%`, `£1,200`, `31 March 2021`; a minus is U+2212.
	default String print() {
		return switch (this) {
			case Text text -> text.text();
			case Number number -> grouped(number.number(), number.decimals(), "");
			case Percent percent -> grouped(percent.percent(), percent.decimals(), "") + "%";
			case Money money -> grouped(money.pounds(), money.decimals(), "£");
			case Day day -> Day.FORMAT.format(day.date());
			case None _ -> "";
		};
	}

	private static String grouped(BigDecimal number, int decimals, String unit) {
		var rounded = number.setScale(decimals, RoundingMode.HALF_UP);
		var digits = new StringBuilder(rounded.abs().toPlainString());
		int whole = decimals == 0 ? digits.length() : digits.length() - decimals - 1;
		for (int comma = whole - 3; comma > 0; comma -= 3) {
			digits.insert(comma, ',');
		}
		return (rounded.signum() < 0 ? "\u2212" : "") + unit + digits;
	}

}

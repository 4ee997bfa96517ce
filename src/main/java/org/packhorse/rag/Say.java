package org.packhorse.rag;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.packhorse.kpi.Kpi.Unit;

/// How reasons and legends print dates and numbers: as every pack does.
final class Say {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

	private Say() {
	}

	static String day(LocalDate date) {
		return DAY.format(date);
	}

	/// "1 day", "12 days".
	static String count(long number, String thing) {
		return "%s %s%s".formatted(number(BigDecimal.valueOf(number), 0), thing, number == 1 ? "" : "s");
	}

	static String number(BigDecimal number, int decimals) {
		var rounded = number.setScale(decimals, RoundingMode.HALF_UP);
		var digits = new StringBuilder(rounded.abs().toPlainString());
		int whole = decimals == 0 ? digits.length() : digits.length() - decimals - 1;
		for (int comma = whole - 3; comma > 0; comma -= 3) {
			digits.insert(comma, ',');
		}
		return (rounded.signum() < 0 ? "\u2212" : "") + digits;
	}

	/// "A", "A and B", "A, B and C".
	static String listed(List<String> things) {
		var last = things.size() - 1;
		return last < 1 ? String.join("", things) : String.join(", ", things.subList(0, last)) + " and " + things.get(last);
	}

	/// As given, without idle zeros: a percentage or a setting.
	static String plain(BigDecimal number) {
		return number(number, Math.max(0, number.stripTrailingZeros().scale()));
	}

	/// At most one decimal, for a percentage that somebody worked out.
	static String percent(BigDecimal percent) {
		var rounded = percent.setScale(1, RoundingMode.HALF_UP);
		return plain(rounded) + "%";
	}

	static String measured(BigDecimal value, int decimals, Unit unit) {
		return switch (unit) {
			case PERCENT -> number(value, decimals) + "%";
			case RATE -> number(value, decimals) + " per 10,000";
			case DAYS -> number(value, decimals) + " days";
			case COUNT, RATIO -> number(value, decimals);
		};
	}

}

package org.packhorse.tracker;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/// Understands the ways in which trackers write numbers.
final class Numbers {

	private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,3})?");

	private static final int LONGEST = 60;

	private static final Pattern THOUSANDS = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");

	private static final int DECIMALS = 10;

	private static final int DIGITS = 18;

	private Numbers() {
	}

	/// What a cell says of a number.
	sealed interface Reading {
	}

	/// The number, and the name of what was understood beyond plain digits, or blank.
	record Read(BigDecimal number, String said) implements Reading {
	}

	/// No number that can be understood.
	record Fault(String found, String remedy) implements Reading {
	}

	static Reading read(RawCell cell, boolean percentWelcome) {
		return switch (cell.form()) {
			case NUMBER -> cell.percent() ? percent(cell.text(), BigDecimal.valueOf(100), percentWelcome) : plain(cell.text(), "");
			case TEXT -> text(cell.text(), percentWelcome);
			case DATE -> new Fault("the cell holds a date, %s".formatted(cell.text()), "Format the cell as a number and write it again.");
			case YES_NO, ERROR -> new Fault("'%s' is not a number".formatted(cell.text()), "Write digits, such as 22.7.");
		};
	}

	/// Whether the cell shows its number with a percent sign.
	static boolean isPercentage(RawCell cell) {
		return cell.percent() || cell.text().endsWith("%");
	}

	private static Reading text(String text, boolean percentWelcome) {
		var digits = text.replace('\u2212', '-').replaceAll("\\s*%$", "%");
		if (digits.endsWith("%")) {
			return percent(digits.substring(0, digits.length() - 1), BigDecimal.ONE, percentWelcome);
		}
		if (digits.length() <= LONGEST && THOUSANDS.matcher(digits).matches()) {
			return plain(digits.replace(",", ""), "thousands");
		}
		return plain(digits, "");
	}

	private static Reading percent(String digits, BigDecimal scale, boolean welcome) {
		if (!welcome) {
			return new Fault("a percentage stands where a plain number belongs", "Write the number without a % sign.");
		}
		return switch (plain(digits, "percent")) {
			case Read(BigDecimal number, String said) -> new Read(tidy(number.multiply(scale)), said);
			case Fault fault -> fault;
		};
	}

	private static Reading plain(String digits, String said) {
		if (digits.length() > LONGEST || !PLAIN.matcher(digits).matches()) {
			return new Fault("'%s' is not a number".formatted(Characters.shown(digits)), "Write digits with a decimal point, such as 22.7.");
		}
		var number = new BigDecimal(digits);
		if (number.precision() - number.scale() > DIGITS) {
			return new Fault("the number %s is too large".formatted(digits), "At most %d digits fit before the point.".formatted(DIGITS));
		}
		return new Read(tidy(number), said);
	}

	/// At most ten decimals are kept; further ones are traces of a spreadsheet's arithmetic.
	private static BigDecimal tidy(BigDecimal number) {
		var rounded = (number.scale() > DECIMALS) ? number.setScale(DECIMALS, RoundingMode.HALF_UP) : number;
		var stripped = rounded.stripTrailingZeros();
		return (stripped.scale() < 0) ? stripped.setScale(0) : stripped;
	}

}

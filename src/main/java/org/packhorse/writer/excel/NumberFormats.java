package org.packhorse.writer.excel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Number formats that show a value as [org.packhorse.document.Value#print] prints it, minus sign and all.
final class NumberFormats {

	/// 31 March 2021, in English on every machine.
	static final String DAY = "[$-809]d mmmm yyyy";

	private NumberFormats() {
	}

	/// The format for this number with these decimals; `before` is a currency and `after` a percent sign, or blank. What
	/// rounds to zero is shown without a minus, as it is printed.
	static String of(BigDecimal number, int decimals, String before, String after) {
		var ending = (decimals == 0 ? "0" : "0." + "0".repeat(decimals)) + after;
		var roundsToZero = number.signum() < 0 && number.setScale(decimals, RoundingMode.HALF_UP).signum() == 0;
		return quoted(before) + "#,##" + ending + ";" + (roundsToZero ? quoted(before + ending) : quoted("\u2212" + before) + "#,##" + ending);
	}

	private static String quoted(String words) {
		return words.isEmpty() ? "" : "\"" + words + "\"";
	}

}

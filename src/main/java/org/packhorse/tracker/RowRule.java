package org.packhorse.tracker;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/// What must hold between the cells of one row.
///
/// @param column where the fault is shown
/// @param fault finds what is wrong, in words that follow the row's place, or nothing
record RowRule(String column, Function<TrackerRow, Optional<String>> fault, String remedy) {

	static final RowRule LOW_NOT_ABOVE_HIGH = new RowRule("low", (row) -> {
		var low = row.number("low");
		var high = row.number("high");
		return when(low != null && high != null && low.compareTo(high) > 0, "low %s is above high %s", low, high);
	}, "Write the smaller number in low and the larger in high.");

	static final RowRule DENOMINATOR_ABOVE_ZERO = new RowRule("denominator", (row) -> {
		var numerator = row.number("numerator");
		var denominator = row.number("denominator");
		return when(numerator != null && denominator != null && denominator.signum() == 0, "numerator %s has the denominator 0", numerator);
	}, "A numerator needs a denominator above 0; leave both blank where there were no cases.");

	static final RowRule UNTIL_NOT_BEFORE_FROM = new RowRule("applies_until", (row) -> {
		var from = row.day("applies_from");
		var until = row.day("applies_until");
		return when(from != null && until != null && until.isBefore(from), "applies_until %s is before applies_from %s", until, from);
	}, "An override runs from its first to its last day.");

	static final RowRule TOTAL_IS_NOT_ITS_PART = new RowRule("part",
			(row) -> when(row.text("total") != null && row.text("total").equals(row.text("part")), "total and part are both '%s'",
					row.text("total")),
			"Name the whole in total and one of its pieces in part.");

	static final RowRule RECEIVED_OR_PUBLISHED = new RowRule("received_on",
			(row) -> when(row.day("received_on") == null && row.day("published_on") == null, "neither received_on nor published_on is given"),
			"Give the day on which the letter or report was received, or that of publication: nobody knows of it before.");

	static final RowRule SECTION_OF_A_PLAN = new RowRule("section",
			(row) -> when(row.text("section") != null && row.text("plan") == null, "section '%s' is of no plan", row.text("section")),
			"Name the section's plan in the column plan.");

	static final RowRule DOMAINS_OF_A_CLOSED_LIST = new RowRule("domains",
			(row) -> when("restricted".equals(row.text("audience")) && row.text("domains") == null, "the list may be given restricted packs and names no domains"),
			"Name the domains that its addresses may have: restricted packs go nowhere else.");

	static final RowRule PASSWORD_FOR_ATTACHMENTS = new RowRule("protection",
			(row) -> when("link".equals(row.text("delivery")) && "password".equals(row.text("protection")), "the list gets links, and a link has no password"),
			"Write delivery: attachment for files with a password, or protection: none for links.");

	private static Optional<String> when(boolean faulty, String words, Object... values) {
		return faulty ? Optional.of(words.formatted(plain(values))) : Optional.empty();
	}

	private static Object[] plain(Object[] values) {
		var plain = new Object[values.length];
		for (int i = 0; i < values.length; i++) {
			plain[i] = switch (values[i]) {
				case BigDecimal number -> number.toPlainString();
				case LocalDate day -> day.toString();
				case Object other -> other;
				case null -> "";
			};
		}
		return plain;
	}

}

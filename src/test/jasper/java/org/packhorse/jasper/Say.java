package org.packhorse.jasper;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Days and months as packs write them.
final class Say {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);

	private Say() {
	}

	static String day(LocalDate day) {
		return day == null ? "no day" : DAY.format(day);
	}

	static String month(LocalDate day) {
		return MONTH.format(day);
	}

}

package org.packhorse.writer.excel;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/// What stands in one cell of a sheet.
sealed interface Entry {

	/// How the cell looks.
	Style style();

	/// Words, and where they lead.
	record Words(Rich words, Style style, @Nullable Goal goal) implements Entry {
	}

	/// A number; dates are numbers with a date's format.
	record Figure(BigDecimal number, Style style, @Nullable Goal goal) implements Entry {
	}

	/// Nothing but a look.
	record Blank(Style style) implements Entry {
	}

	/// Words that lead nowhere.
	static Entry of(String words, Style style) {
		return new Words(Rich.plain(words), style, null);
	}

	/// Words that are a link.
	static Entry of(String words, Style style, Goal goal) {
		return new Words(Rich.plain(words), style, goal);
	}

}

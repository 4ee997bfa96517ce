package org.packhorse.writer.excel;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/// What stands in one cell of a sheet.
sealed interface Entry {

	/// How the cell looks.
	Style style();

	/// The same cell with another look.
	default Entry with(Style other) {
		return switch (this) {
			case Words words -> new Words(words.words(), other, words.goal());
			case Figure figure -> new Figure(figure.number(), other, figure.goal());
			case Blank _ -> new Blank(other);
		};
	}

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

package org.packhorse.tracker;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// One column of an import file: what it holds, whether it must be filled, whether it belongs to the row's key.
///
/// @param ifBlank what a blank cell stands for, or null for nothing
record Column(String name, Kind kind, String meaning, String example, boolean required, boolean key, @Nullable String ifBlank) {

	/// What the cells of a column may hold.
	sealed interface Kind {

		/// Words, at most `max` characters.
		record Text(int max) implements Kind {
		}

		/// One line of words without control characters, at most `max` characters: it may come to stand in the head of a message.
		record Line(int max) implements Kind {
		}

		/// An e-mail address; its domain is kept in small letters.
		record Address() implements Kind {
		}

		/// Domains of e-mail addresses, separated by spaces.
		record Domains() implements Kind {
		}

		/// Some of a few words, separated by spaces.
		record SomeOf(List<String> words) implements Kind {
		}

		/// An ONS code of nine characters.
		record Area(String letters) implements Kind {
		}

		/// ONS codes, separated by spaces.
		record Areas() implements Kind {
		}

		/// A calendar day; `past` refuses days to come.
		record Day(boolean past) implements Kind {
		}

		/// A day, a month that stands for its last day, or words for no date; `wordsColumn` keeps the words, if the table has one.
		record Due(@Nullable String wordsColumn) implements Kind {
		}

		/// A decimal number within limits, each of which may be missing; `percent` welcomes a % sign.
		record Number(@Nullable Integer least, @Nullable Integer most, boolean percent) implements Kind {
		}

		/// A whole number within limits.
		record Whole(int least, int most) implements Kind {
		}

		/// Yes or no.
		record YesNo() implements Kind {
		}

		/// One of a few words.
		record OneOf(List<String> words) implements Kind {
		}

		/// A number, or a symbol that says why there is none.
		record Reading() implements Kind {
		}

		/// A number under or over the line of a reading; a symbol leaves it blank.
		record Counted() implements Kind {
		}

	}

	static Column text(String name, int max, String meaning, String example) {
		return of(name, new Kind.Text(max), meaning, example);
	}

	/// Long text: evidence, narratives, definitions.
	static Column prose(String name, String meaning, String example) {
		return text(name, 20_000, meaning, example);
	}

	static Column line(String name, int max, String meaning, String example) {
		return of(name, new Kind.Line(max), meaning, example);
	}

	static Column address(String name, String meaning, String example) {
		return of(name, new Kind.Address(), meaning, example);
	}

	static Column domains(String name, String meaning, String example) {
		return of(name, new Kind.Domains(), meaning, example);
	}

	static Column someOf(String name, List<String> words, String meaning, String example) {
		return of(name, new Kind.SomeOf(words), meaning, example);
	}

	static Column area(String name, String letters, String meaning, String example) {
		return of(name, new Kind.Area(letters), meaning, example);
	}

	static Column areas(String name, String meaning, String example) {
		return of(name, new Kind.Areas(), meaning, example);
	}

	static Column day(String name, String meaning, String example) {
		return of(name, new Kind.Day(false), meaning, example);
	}

	static Column pastDay(String name, String meaning, String example) {
		return of(name, new Kind.Day(true), meaning, example);
	}

	static Column due(String name, @Nullable String wordsColumn, String meaning, String example) {
		return of(name, new Kind.Due(wordsColumn), meaning, example);
	}

	static Column number(String name, String meaning, String example) {
		return of(name, new Kind.Number(null, null, true), meaning, example);
	}

	static Column number(String name, int least, @Nullable Integer most, String meaning, String example) {
		return of(name, new Kind.Number(least, most, true), meaning, example);
	}

	static Column whole(String name, int least, int most, String meaning, String example) {
		return of(name, new Kind.Whole(least, most), meaning, example);
	}

	static Column yesNo(String name, String meaning, String example) {
		return of(name, new Kind.YesNo(), meaning, example).blankMeans("no");
	}

	static Column oneOf(String name, List<String> words, String meaning, String example) {
		return of(name, new Kind.OneOf(words), meaning, example);
	}

	static Column reading(String name, String meaning, String example) {
		return of(name, new Kind.Reading(), meaning, example);
	}

	static Column counted(String name, String meaning, String example) {
		return of(name, new Kind.Counted(), meaning, example);
	}

	private static Column of(String name, Kind kind, String meaning, String example) {
		return new Column(name, kind, meaning, example, false, false, null);
	}

	/// The column as part of the key, and so required.
	Column asKey() {
		return new Column(this.name, this.kind, this.meaning, this.example, true, true, this.ifBlank);
	}

	/// The column as part of a key that a blank cell leaves to a default.
	Column asKeyUnlessBlank() {
		return new Column(this.name, this.kind, this.meaning, this.example, false, true, this.ifBlank);
	}

	Column mustBeFilled() {
		return new Column(this.name, this.kind, this.meaning, this.example, true, this.key, this.ifBlank);
	}

	Column blankMeans(String value) {
		return new Column(this.name, this.kind, this.meaning, this.example, this.required, this.key, value);
	}

	/// The database columns that the cell fills: two where words or symbols are kept beside the value.
	List<String> stored() {
		return switch (this.kind) {
			case Kind.Due(String words) when words != null -> List.of(this.name, words);
			case Kind.Reading _ -> List.of(this.name, "symbol");
			case Kind.Text _, Kind.Line _, Kind.Address _, Kind.Domains _, Kind.SomeOf _, Kind.Area _, Kind.Areas _, Kind.Day _, Kind.Due _,
					Kind.Number _, Kind.Whole _, Kind.YesNo _, Kind.OneOf _, Kind.Counted _ -> List.of(this.name);
		};
	}

	/// What the column's cells may hold, in words for people.
	String accepts() {
		return switch (this.kind) {
			case Kind.Text(int max) -> "text, at most %,d characters".formatted(max);
			case Kind.Line(int max) -> "one line of text, at most %,d characters".formatted(max);
			case Kind.Address _ -> "an e-mail address";
			case Kind.Domains _ -> "domains of e-mail addresses, separated by spaces";
			case Kind.SomeOf(List<String> words) -> "some of: %s; separated by spaces".formatted(String.join(", ", words));
			case Kind.Area(String letters) -> "an ONS code: %s and eight digits".formatted(oneOfLetters(letters));
			case Kind.Areas _ -> "ONS codes separated by spaces";
			case Kind.Day(boolean past) -> past ? "a date, not in the future" : "a date";
			case Kind.Due _ -> "a date, a month, or words for no date (ongoing, tbc)";
			case Kind.Number(Integer least, Integer most, _) -> "a number" + limits(least, most);
			case Kind.Whole(int least, int most) -> "a whole number" + limits(least, most);
			case Kind.YesNo _ -> "yes or no";
			case Kind.OneOf(List<String> words) -> "one of: " + String.join(", ", words);
			case Kind.Reading _ -> "a number, or a symbol (c, x, z, k, low, u)";
			case Kind.Counted _ -> "a number, not negative";
		};
	}

	private static String oneOfLetters(String letters) {
		return String.join(", ", letters.substring(0, letters.length() - 1).split("")) + " or " + letters.charAt(letters.length() - 1);
	}

	private static String limits(@Nullable Integer least, @Nullable Integer most) {
		if (least == null) {
			return "";
		}
		return (most == null) ? ", at least %d".formatted(least) : " from %d to %d".formatted(least, most);
	}

}

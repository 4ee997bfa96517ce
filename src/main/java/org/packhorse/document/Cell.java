package org.packhorse.document;

import java.util.List;

/// One cell of a table: the words a reader sees and the value behind them.
///
/// @param words what is printed; when none are given, the value's own printing
/// @param value the typed value, or [Value.None] for words alone
public record Cell(List<Inline> words, Value value) {

	public Cell {
		words = words.isEmpty() && !(value instanceof Value.None) ? List.of(new Inline.Words(value.print())) : List.copyOf(words);
	}

	/// A cell that prints its value.
	public static Cell of(Value value) {
		return new Cell(List.of(), value);
	}

	/// A cell of plain words.
	public static Cell of(String words) {
		return Cell.of(new Value.Text(words));
	}

	/// The words alone.
	public String plain() {
		return Inline.plain(this.words);
	}

}

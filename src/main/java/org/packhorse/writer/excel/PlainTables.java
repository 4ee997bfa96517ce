package org.packhorse.writer.excel;

import java.util.ArrayList;
import java.util.List;

import org.packhorse.document.Block.FormTable;
import org.packhorse.document.Block.Scorecard;
import org.packhorse.document.Block.Table;
import org.packhorse.document.Block.Table.Align;
import org.packhorse.document.Block.Table.Column;
import org.packhorse.document.Block.Ticks;
import org.packhorse.document.Cell;
import org.packhorse.document.Inline;
import org.packhorse.document.Value;

/// Makes plain tables of the blocks that are tables at heart, so that they can be sorted, filtered and read aloud like all others.
final class PlainTables {

	private PlainTables() {
	}

	/// Headline figures as a table, a row for each.
	static Table of(Scorecard scorecard) {
		var columns = List.of(new Column("Measure", 40, Align.START, true), new Column("Figure", 20, Align.END, false),
				new Column("Rating", 20, Align.START, false), new Column("Note", 40, Align.START, false));
		var rows = scorecard.tiles()
			.stream()
			.map(tile -> new Table.Row(List.of(Cell.of(tile.label()), Cell.of(tile.value()),
					new Cell(tile.badge() == null ? List.of() : List.of(tile.badge()), new Value.None()), Cell.of(tile.note()))))
			.toList();
		return new Table(scorecard.at(), scorecard.caption(), columns, rows, "There are no figures.");
	}

	/// A form's labels and lines as a table, a row for each label.
	static Table of(FormTable form) {
		var columns = List.of(new Column("Item", 40, Align.START, true), new Column("Details", 80, Align.START, false));
		var rows = form.fields()
			.stream()
			.map(field -> new Table.Row(List.of(Cell.of(field.label()), new Cell(joined(field.lines()), new Value.None()))))
			.toList();
		return new Table(form.at(), form.caption(), columns, rows, "There are no details.");
	}

	/// Statements and their marks as a table, a row for each.
	static Table of(Ticks ticks) {
		var columns = List.of(new Column("Item", 80, Align.START, true), new Column("Details", 12, Align.START, false));
		var rows = ticks.ticks()
			.stream()
			.map(tick -> new Table.Row(List.of(new Cell(tick.words(), new Value.None()),
					tick.mark().isBlank() ? new Cell(List.of(), new Value.None()) : Cell.of(tick.mark()))))
			.toList();
		return new Table(ticks.at(), ticks.caption(), columns, rows, "There are no statements.");
	}

	private static List<Inline> joined(List<List<Inline>> lines) {
		var joined = new ArrayList<Inline>();
		for (var line : lines) {
			if (!joined.isEmpty()) {
				joined.add(new Inline.LineBreak());
			}
			joined.addAll(line);
		}
		return joined;
	}

}

package org.packhorse.writer.excel;

import java.util.List;
import java.util.stream.IntStream;

import org.packhorse.document.Block.Table;
import org.packhorse.document.Cell;
import org.packhorse.document.Inline;

/// Chooses how wide a table's columns are: as wide as their longest line, but no wider than their weight's share of a
/// page, and never narrower than a usual word.
final class ColumnWidths {

	// Characters across a landscape page in letters that still read well after fitting.
	private static final double PAGE = 150;

	private static final double NARROWEST = 10;

	private static final double WIDEST = 80;

	// A label of a few words stays in one line, whatever the weights.
	private static final double LABEL = 28;

	private static final int LONGEST_WORD = 18;

	// Bold words and capitals are a little wider than figures.
	private static final double LETTER = 1.08;

	// Space inside the cell, and in headings the filter's button.
	private static final double PADDING = 4;

	private static final double BUTTON = 3;

	private ColumnWidths() {
	}

	static List<Double> of(Table table) {
		double weights = table.columns().stream().mapToInt(Table.Column::weight).sum();
		return IntStream.range(0, table.columns().size())
			.mapToObj(i -> width(table, i, PAGE * table.columns().get(i).weight() / weights))
			.toList();
	}

	private static double width(Table table, int index, double share) {
		var heading = table.columns().get(index).heading();
		double least = Math.max(NARROWEST, longest(heading.split("\\s+"), LONGEST_WORD) * 1.1 + PADDING + BUTTON);
		int longest = 0;
		for (var row : table.rows()) {
			longest = Math.max(longest, longestLine(row.cells().get(index)));
		}
		var wanted = table.rows().isEmpty() ? share : longest * LETTER + PADDING;
		return Math.round(Math.clamp(Math.min(wanted, Math.max(share, Math.min(wanted, LABEL))), least, Math.max(least, WIDEST)) * 10) / 10.0;
	}

	private static int longest(String[] words, int most) {
		return IntStream.range(0, words.length).map(i -> Math.min(most, words[i].length())).max().orElse(0);
	}

	private static int longestLine(Cell cell) {
		int longest = 0;
		int line = 0;
		for (Inline inline : cell.words()) {
			line = inline instanceof Inline.LineBreak ? 0 : line + inline.plain().length();
			longest = Math.max(longest, line);
		}
		return longest;
	}

}

package org.packhorse.writer.mail;

import java.util.ArrayList;
import java.util.List;

import org.packhorse.document.Block.Table.Align;

/// A table as plain text: in columns where they fit the line, else row by row with each cell's heading before it.
record PlainTable(String caption, List<String> headings, List<Align> aligns, List<List<String>> rows) {

	private static final String BETWEEN = "  ";

	void write(PlainLines lines) {
		lines.gap();
		lines.words("", this.caption);
		var widths = widths();
		if (widths.stream().mapToInt(Integer::intValue).sum() + BETWEEN.length() * (widths.size() - 1) <= PlainLines.WIDTH) {
			columns(widths, lines);
		}
		else {
			this.rows.forEach(row -> apart(row, lines));
		}
		lines.gap();
	}

	private List<Integer> widths() {
		var widths = new ArrayList<Integer>();
		for (int i = 0; i < this.headings.size(); i++) {
			int column = i;
			int longest = this.rows.stream().flatMap(row -> row.get(column).lines()).mapToInt(String::length).max().orElse(0);
			widths.add(Math.max(longest, this.headings.get(i).length()));
		}
		return widths;
	}

	private void columns(List<Integer> widths, PlainLines lines) {
		lines.gap();
		row(this.headings, widths, lines);
		row(widths.stream().map("-"::repeat).toList(), widths, lines);
		this.rows.forEach(row -> row(row, widths, lines));
	}

	private void row(List<String> cells, List<Integer> widths, PlainLines lines) {
		var parts = cells.stream().map(cell -> cell.lines().toList()).toList();
		int height = parts.stream().mapToInt(List::size).max().orElse(1);
		for (int i = 0; i < Math.max(1, height); i++) {
			var line = new ArrayList<String>();
			for (int column = 0; column < cells.size(); column++) {
				var words = i < parts.get(column).size() ? parts.get(column).get(i) : "";
				var room = " ".repeat(widths.get(column) - words.length());
				line.add(this.aligns.get(column) == Align.END ? room + words : words + room);
			}
			lines.line(String.join(BETWEEN, line));
		}
	}

	private void apart(List<String> row, PlainLines lines) {
		lines.gap();
		for (int i = 0; i < row.size(); i++) {
			if (!row.get(i).isEmpty()) {
				lines.words(i == 0 ? "* " : "  ", "    ", this.headings.get(i) + ": " + row.get(i));
			}
		}
	}

}

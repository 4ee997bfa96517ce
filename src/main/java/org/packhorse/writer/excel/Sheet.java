package org.packhorse.writer.excel;

import java.util.List;

/// One worksheet, ready to be written.
///
/// @param about what it holds, for the contents
/// @param lines its rows; those of a long table are made as they are written
record Sheet(String name, String about, Iterable<Line> lines, Frame frame, List<Grid> grids, List<Drawn> drawings,
		List<Sparked> sparked) {

	/// A sheet without sparklines.
	Sheet(String name, String about, Iterable<Line> lines, Frame frame, List<Grid> grids, List<Drawn> drawings) {
		this(name, about, lines, frame, grids, drawings, List.of());
	}

	/// Widths of the columns in characters, and what stays in view: this many rows and columns; 0 for none. The last of
	/// the rows that stay is repeated on every printed page.
	record Frame(List<Double> widths, int rows, int columns) {
	}

	/// A table object: its name in formulas, caption, the row of its headings, the headings and the number of rows below.
	record Grid(String name, String caption, int headingRow, List<String> headings, int rows, boolean filtered) {

		String range() {
			return References.range(this.headingRow, this.headings.size(), this.headingRow + this.rows);
		}

	}

}

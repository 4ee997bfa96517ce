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
	/// the rows that stay is repeated on every printed page, and so are the columns that stay where a sheet prints on several side by side.
	record Frame(List<Double> widths, int rows, int columns) {

		// Characters across a landscape page in letters that can still be read on paper.
		private static final double READABLE = 240;

		/// How many pages side by side the columns take in print.
		int pages() {
			return Math.max(1, (int) Math.ceil(this.widths.stream().mapToDouble(Double::doubleValue).sum() / READABLE));
		}

	}

	/// A table object: its name in formulas, caption, the row of its headings, the headings and the number of rows below.
	record Grid(String name, String caption, int headingRow, List<String> headings, int rows, boolean filtered) {

		String range() {
			return References.range(this.headingRow, this.headings.size(), this.headingRow + this.rows);
		}

	}

}

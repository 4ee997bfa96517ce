package org.packhorse.tracker;

import java.util.List;

/// A row as the file holds it.
///
/// @param row its number in the sheet, counted from 1
/// @param line the line of a CSV file on which it starts; in a workbook the same as the row
record RawRow(int row, int line, List<RawCell> cells) {

	boolean isBlank() {
		return this.cells.stream().allMatch(RawCell::isBlank);
	}

	RawCell cell(int index) {
		return (index < this.cells.size()) ? this.cells.get(index) : RawCell.BLANK;
	}

}

package org.packhorse.tracker;

/// A fault of an import file: where it is, what was found there, and what to do.
///
/// @param file the file's name
/// @param sheet the sheet of a workbook, or blank
/// @param row the row in the sheet, the header being row 1; 0 when the fault is not in one row
/// @param line the line of a CSV file on which the row starts; in a workbook the same as the row
/// @param column the column's name, or blank
/// @param cell the cell of a workbook, such as D17, or blank
/// @param found what is wrong, in words
/// @param remedy what to do
public record TrackerProblem(String file, String sheet, int row, int line, String column, String cell, String found, String remedy) {

	/// Where the fault is: "updates.csv, row 12, column due_on" or "pack.xlsx, sheet updates, cell D12 (due_on)".
	public String place() {
		var place = new StringBuilder(this.file);
		if (!this.sheet.isEmpty()) {
			place.append(", sheet ").append(this.sheet);
		}
		if (!this.cell.isEmpty()) {
			return place.append(", cell %s (%s)".formatted(this.cell, this.column)).toString();
		}
		if (this.row > 0) {
			place.append(", row ").append(this.row);
			if (this.line != this.row) {
				place.append(" (line %d)".formatted(this.line));
			}
		}
		if (!this.column.isEmpty()) {
			place.append(", column ").append(this.column);
		}
		return place.toString();
	}

	/// The whole message on one line.
	@Override
	public String toString() {
		return "%s: %s. %s".formatted(place(), this.found, this.remedy);
	}

}

package org.packhorse.writer.excel;

/// Names of cells and ranges as Excel writes them; rows and columns count from 1.
final class References {

	private References() {
	}

	/// The letters of a column: A, Z, AA.
	static String column(int column) {
		var letter = String.valueOf((char) ('A' + (column - 1) % 26));
		return column <= 26 ? letter : column((column - 1) / 26) + letter;
	}

	/// A cell, such as B7.
	static String cell(int column, int row) {
		return column(column) + row;
	}

	/// A range from the first column, such as A4:F10.
	static String range(int firstRow, int columns, int lastRow) {
		return "A" + firstRow + ":" + cell(columns, lastRow);
	}

	/// A sheet's name inside a reference.
	static String sheet(String name) {
		return "'" + name.replace("'", "''") + "'";
	}

	/// A part of a row on another sheet, such as 'Chart data'!$B$5:$N$5.
	static String across(String sheet, int row, int firstColumn, int lastColumn) {
		return sheet(sheet) + "!$" + column(firstColumn) + "$" + row + ":$" + column(lastColumn) + "$" + row;
	}

	/// A part of a column on another sheet, such as 'Chart data'!$B$5:$B$10.
	static String fixed(String sheet, int column, int firstRow, int lastRow) {
		var letters = "$" + column(column) + "$";
		return sheet(sheet) + "!" + letters + firstRow + (lastRow > firstRow ? ":" + letters + lastRow : "");
	}

}

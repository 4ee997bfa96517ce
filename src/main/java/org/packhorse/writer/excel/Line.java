package org.packhorse.writer.excel;

import java.util.List;

/// One row of a sheet; a height of 0 leaves it to the program that opens the file.
record Line(List<Entry> entries, double height) {

	static Line of(Entry... entries) {
		return new Line(List.of(entries), 0);
	}

	static Line of(double height, Entry... entries) {
		return new Line(List.of(entries), height);
	}

}

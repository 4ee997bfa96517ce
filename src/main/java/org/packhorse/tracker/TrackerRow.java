package org.packhorse.tracker;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// One row as it goes into staging; a faulty cell is null, so that the row can still be checked against others.
///
/// @param file the file's number within the load
/// @param row its number in the sheet, the header among them
/// @param line the line of a CSV file on which it starts
/// @param values by database column
record TrackerRow(int file, TrackerTable table, int row, int line, Map<String, @Nullable Object> values) {

	/// The council that the row is of, where its table says so and the cell could be read.
	Optional<String> council() {
		return this.table.council().map(column -> text(column));
	}

	@Nullable BigDecimal number(String column) {
		return (BigDecimal) this.values.get(column);
	}

	@Nullable LocalDate day(String column) {
		return (LocalDate) this.values.get(column);
	}

	@Nullable String text(String column) {
		return (String) this.values.get(column);
	}

}

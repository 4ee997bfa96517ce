package org.packhorse.tracker;

import java.util.List;

/// Says that columns of a row name a row of another table by its key.
///
/// @param columns the naming columns, in the order of the other table's key
/// @param table the name of the other table's constant
record Reference(List<String> columns, String table) {

	static Reference to(String table, String... columns) {
		return new Reference(List.of(columns), table);
	}

	TrackerTable target() {
		return TrackerTable.valueOf(this.table);
	}

}

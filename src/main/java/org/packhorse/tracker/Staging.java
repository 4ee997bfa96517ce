package org.packhorse.tracker;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;

/// Puts the rows of one load into the staging tables: `staged_` and the table's name.
final class Staging implements ItemWriter<TrackerRow> {

	private static final int PORTION = 10_000;

	private final JdbcTemplate sql;

	private final long load;

	Staging(JdbcTemplate sql, long load) {
		this.sql = sql;
		this.load = load;
	}

	/// The staging table's name.
	static String name(TrackerTable table) {
		return "staged_" + table.tableName();
	}

	@Override
	public void write(Chunk<? extends TrackerRow> rows) {
		rows.getItems().stream().collect(Collectors.groupingBy(TrackerRow::table)).forEach(this::insert);
	}

	private void insert(TrackerTable table, List<? extends TrackerRow> rows) {
		var columns = table.stored();
		var statement = "INSERT INTO %s (load_id, file_no, row_no, line_no, %s) VALUES (?, ?, ?, ?%s)".formatted(name(table),
				Sql.list(columns), ", ?".repeat(columns.size()));
		this.sql.batchUpdate(statement, rows, rows.size(), (prepared, row) -> set(prepared, row, columns));
	}

	private void set(PreparedStatement prepared, TrackerRow row, List<String> columns) throws SQLException {
		prepared.setLong(1, this.load);
		prepared.setInt(2, row.file());
		prepared.setInt(3, row.row());
		prepared.setInt(4, row.line());
		for (int i = 0; i < columns.size(); i++) {
			prepared.setObject(i + 5, row.values().get(columns.get(i)));
		}
	}

	/// Takes a portion of the load's rows out again; false when there was none left.
	boolean clear() {
		for (var table : TrackerTable.values()) {
			if (this.sql.update("DELETE FROM " + name(table) + " WHERE load_id = ? LIMIT " + PORTION, this.load) > 0) {
				return true;
			}
		}
		return false;
	}

}

package org.packhorse.tracker;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Brings the staged rows of a load into the tables: changed rows first, with what they replace kept, then new ones.
final class Merge {

	private static final int PAGE = 500;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final JdbcTemplate sql;

	private final long load;

	private final LocalDateTime now;

	Merge(JdbcTemplate sql, long load, LocalDateTime now) {
		this.sql = sql;
		this.load = load;
		this.now = now;
	}

	/// A row whose values differ from those on file.
	private record Change(int row, Map<String, @Nullable Object> staged, Map<String, @Nullable Object> onFile) {
	}

	/// Merges the files table by table, so that every row finds the rows that it names.
	void run(List<TrackerFile> files) {
		for (var table : TrackerTable.values()) {
			for (var file : files) {
				if (file.has(table)) {
					var changed = update(table, file.number(), file.layout(table).changeable());
					file.tally(table).merged(insert(table, file.number()), changed);
				}
			}
		}
	}

	/// In the order of the key, so that a table and its index grow at their ends and not all over.
	private long insert(TrackerTable table, int file) {
		var columns = table.stored();
		return this.sql.update("""
				INSERT INTO %s (%s) SELECT %s FROM %s s WHERE s.load_id = ? AND s.file_no = ?
				AND NOT EXISTS (SELECT 1 FROM %1$s t WHERE %s) ORDER BY %s""".formatted(table.tableName(), Sql.list(columns), Sql.list("s", columns),
				Staging.name(table), Sql.equal("t", table.key(), "s", table.key()), Sql.list("s", table.key())), this.load, file);
	}

	private long update(TrackerTable table, int file, List<String> columns) {
		if (columns.isEmpty()) {
			return 0;
		}
		long changed = 0;
		var page = changes(table, file, columns, 0);
		while (!page.isEmpty()) {
			keep(table, page);
			overwrite(table, columns, page);
			changed += page.size();
			page = (page.size() < PAGE) ? List.of() : changes(table, file, columns, page.getLast().row());
		}
		return changed;
	}

	private List<Change> changes(TrackerTable table, int file, List<String> changeable, int after) {
		var columns = table.stored();
		var query = """
				SELECT s.row_no, %s, %s FROM %s s JOIN %s t ON %s
				WHERE s.load_id = ? AND s.file_no = ? AND s.row_no > ? AND %s ORDER BY s.row_no LIMIT %d""".formatted(Sql.list("s", columns),
				Sql.list("t", columns), Staging.name(table), table.tableName(), Sql.equal("t", table.key(), "s", table.key()),
				Sql.differ("s", "t", changeable), PAGE);
		return this.sql.query(query, (row, _) -> new Change(row.getInt(1), values(table, columns, row, 2),
				values(table, columns, row, 2 + columns.size())), this.load, file, after);
	}

	private static Map<String, @Nullable Object> values(TrackerTable table, List<String> columns, ResultSet row, int from) throws SQLException {
		var values = new LinkedHashMap<String, @Nullable Object>();
		for (int i = 0; i < columns.size(); i++) {
			values.put(columns.get(i), Sql.value(table, columns.get(i), row, from + i));
		}
		return values;
	}

	/// Keeps what is about to be replaced.
	private void keep(TrackerTable table, List<Change> changes) {
		this.sql.batchUpdate("INSERT INTO row_history (load_id, replaced_at, table_name, row_key, old_values) VALUES (?, ?, ?, ?, ?)",
				changes, changes.size(), (prepared, change) -> {
					prepared.setLong(1, this.load);
					prepared.setObject(2, this.now);
					prepared.setString(3, table.tableName());
					prepared.setString(4, json(change.onFile(), table.key()));
					prepared.setString(5, json(change.onFile(), table.rest()));
				});
	}

	private String json(Map<String, @Nullable Object> values, List<String> columns) {
		var picked = new LinkedHashMap<String, @Nullable Object>();
		columns.forEach((column) -> picked.put(column, values.get(column)));
		return JSON.writeValueAsString(picked);
	}

	private void overwrite(TrackerTable table, List<String> changeable, List<Change> changes) {
		var set = changeable.stream().map((column) -> Sql.quoted(column) + " = ?").collect(Collectors.joining(", "));
		var where = table.key().stream().map((column) -> Sql.quoted(column) + " = ?").collect(Collectors.joining(" AND "));
		var columns = Stream.concat(changeable.stream(), table.key().stream()).toList();
		this.sql.batchUpdate("UPDATE %s SET %s WHERE %s".formatted(table.tableName(), set, where), changes, changes.size(),
				(prepared, change) -> {
					for (int i = 0; i < columns.size(); i++) {
						prepared.setObject(i + 1, change.staged().get(columns.get(i)));
					}
				});
	}

}

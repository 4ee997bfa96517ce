package org.packhorse.tracker;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/// Pieces of SQL that H2, MySQL and MariaDB understand alike, made from the tables' declarations.
final class Sql {

	private Sql() {
	}

	/// Column names in a row.
	static String list(List<String> columns) {
		return columns.stream().map(Sql::quoted).collect(Collectors.joining(", "));
	}

	/// Column names of one table of a join.
	static String list(String alias, List<String> columns) {
		return columns.stream().map((column) -> alias + "." + quoted(column)).collect(Collectors.joining(", "));
	}

	static String quoted(String column) {
		return "`" + column + "`";
	}

	/// That two rows agree in columns, pair by pair.
	static String equal(String a, List<String> columns, String b, List<String> others) {
		var parts = new StringBuilder();
		for (int i = 0; i < columns.size(); i++) {
			parts.append((i > 0) ? " AND " : "");
			parts.append("%s.%s = %s.%s".formatted(a, quoted(columns.get(i)), b, quoted(others.get(i))));
		}
		return parts.toString();
	}

	/// That two rows differ in one of the columns; two blanks are equal.
	static String differ(String a, String b, List<String> columns) {
		return columns.stream().map((column) -> {
			var left = a + "." + quoted(column);
			var right = b + "." + quoted(column);
			return "%s <> %s OR (%1$s IS NULL AND %2$s IS NOT NULL) OR (%1$s IS NOT NULL AND %2$s IS NULL)".formatted(left, right);
		}).collect(Collectors.joining(" OR ", "(", ")"));
	}

	/// A value of a table's column from a result, in the Java type of its kind.
	static @Nullable Object value(TrackerTable table, String column, ResultSet row, int index) throws SQLException {
		var declared = table.column(column);
		var value = (declared == null) ? row.getString(index) : switch (declared.kind()) {
			case Column.Kind.Text _, Column.Kind.Line _, Column.Kind.Address _, Column.Kind.Domains _, Column.Kind.SomeOf _, Column.Kind.Area _,
					Column.Kind.Areas _, Column.Kind.OneOf _ -> row.getString(index);
			case Column.Kind.Day _, Column.Kind.Due _ -> row.getObject(index, LocalDate.class);
			case Column.Kind.Number _, Column.Kind.Reading _, Column.Kind.Counted _ -> row.getBigDecimal(index);
			case Column.Kind.Whole _ -> row.getInt(index);
			case Column.Kind.YesNo _ -> row.getBoolean(index);
		};
		return row.wasNull() ? null : value;
	}

}

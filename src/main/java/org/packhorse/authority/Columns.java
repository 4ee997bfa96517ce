package org.packhorse.authority;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/// Reads the columns of the tables that councils fill.
public final class Columns {

	private Columns() {
	}

	/// Words, or blank.
	public static String words(ResultSet row, String column) throws SQLException {
		return Objects.requireNonNullElse(row.getString(column), "");
	}

	/// A day, or null.
	public static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
		return row.getObject(column, LocalDate.class);
	}

	/// A number without the zeros that the column's scale adds (90, not 90.0000), or null.
	public static @Nullable BigDecimal number(ResultSet row, String column) throws SQLException {
		var number = row.getBigDecimal(column);
		return number == null ? null : plain(number.stripTrailingZeros());
	}

	/// A hundred is 100 and not 1E+2.
	private static BigDecimal plain(BigDecimal number) {
		return number.scale() < 0 ? number.setScale(0) : number;
	}

	/// A constant by its words ("not started"), or null when there are none; the place is table.column.
	public static <E extends Enum<E>> @Nullable E constant(ResultSet row, String place, Class<E> type) throws SQLException {
		var table = place.substring(0, place.indexOf('.'));
		var column = place.substring(place.indexOf('.') + 1);
		var words = words(row, column);
		try {
			return words.isEmpty() ? null : Enum.valueOf(type, words.toUpperCase(Locale.ROOT).replace(' ', '_'));
		}
		catch (IllegalArgumentException ex) {
			throw new FaultyTable(table, column, words, Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT).replace('_', ' '));
		}
	}

}

package org.packhorse.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

/// The database's time in SQL that H2, MySQL and MariaDB understand alike.
///
/// It is counted in seconds since 1970, which know no zones and no summer time, and kept as a DATETIME in UTC: on the night when an
/// hour comes twice, or is left out, nothing is late and nothing is early. Every process asks the same clock.
final class Moment {

	/// Now.
	static final String NOW = in(0);

	private Moment() {
	}

	/// After a while.
	static String after(Duration span) {
		return in(span.toSeconds());
	}

	/// A while ago.
	static String before(Duration span) {
		return in(-span.toSeconds());
	}

	private static String in(long seconds) {
		return "TIMESTAMPADD(SECOND, UNIX_TIMESTAMP() %s %d, TIMESTAMP '1970-01-01 00:00:00')".formatted(seconds < 0 ? "-" : "+", Math.abs(seconds));
	}

	static Instant of(ResultSet row, String column) throws SQLException {
		return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
	}

	static @Nullable Instant orNull(ResultSet row, String column) throws SQLException {
		var moment = row.getObject(column, LocalDateTime.class);
		return moment == null ? null : moment.toInstant(ZoneOffset.UTC);
	}

}

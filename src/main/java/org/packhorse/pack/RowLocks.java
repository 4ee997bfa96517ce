package org.packhorse.pack;

import java.sql.SQLException;
import java.sql.SQLTransientException;

/// Tells from a database's answer to `FOR UPDATE NOWAIT` that somebody else holds the row.
final class RowLocks {

	private static final int MARIADB_NOWAIT = 1205;

	private static final int MYSQL_NOWAIT = 3572;

	private RowLocks() {
	}

	/// Whether a fault says so; H2, MariaDB and MySQL have each their own.
	static boolean areHeld(Throwable fault) {
		for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException sql) {
				return sql instanceof SQLTransientException || sql.getErrorCode() == MARIADB_NOWAIT || sql.getErrorCode() == MYSQL_NOWAIT;
			}
		}
		return false;
	}

}

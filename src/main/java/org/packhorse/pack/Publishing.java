package org.packhorse.pack;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientException;

import javax.sql.DataSource;

import org.springframework.stereotype.Component;

/// Lets one of several simultaneous runs publish a pack of a council as at a date.
///
/// The lock is a row that a connection of its own holds locked: when a run dies, its connection dies and the lock is free,
/// without time-outs or clocks.
@Component
public class Publishing {

	private static final String THE_ROW = "store = ? AND authority = ? AND pack = ? AND as_at = ?";

	/// Seconds that the row's first insert may wait for that of another run.
	private static final int PATIENCE = 5;

	private static final int MARIADB_NOWAIT = 1205;

	private static final int MYSQL_NOWAIT = 3572;

	private final DataSource database;

	public Publishing(DataSource database) {
		this.database = database;
	}

	/// Held while a run publishes; closing it lets the next run in.
	public interface Lock extends AutoCloseable {

		@Override
		void close();

	}

	/// Takes the lock, or says at once that another run has it.
	public Lock lock(PackRequest request) {
		try {
			var connection = this.database.getConnection();
			try {
				return hold(connection, request);
			}
			catch (SQLException ex) {
				release(connection);
				throw isTaken(ex) ? busy(request) : failed(request, ex);
			}
		}
		catch (SQLException ex) {
			throw failed(request, ex);
		}
	}

	private static Lock hold(Connection connection, PackRequest request) throws SQLException {
		connection.setAutoCommit(true);
		// Looked for first: an insert of a row that another run holds would wait for it instead of being turned away.
		if (!execute(connection, "SELECT pack FROM publishing WHERE " + THE_ROW, request)) {
			execute(connection, "INSERT IGNORE INTO publishing (store, authority, pack, as_at) VALUES (?, ?, ?, ?)", request);
		}
		connection.setAutoCommit(false);
		execute(connection, "SELECT pack FROM publishing WHERE " + THE_ROW + " FOR UPDATE NOWAIT", request);
		return () -> release(connection);
	}

	/// Whether a query found a row.
	private static boolean execute(Connection connection, String sql, PackRequest request) throws SQLException {
		try (var statement = connection.prepareStatement(sql)) {
			statement.setQueryTimeout(PATIENCE);
			try {
				return execute(statement, request);
			}
			finally {
				// H2 keeps it for the whole connection, which goes back to the pool.
				statement.setQueryTimeout(0);
			}
		}
	}

	private static boolean execute(PreparedStatement statement, PackRequest request) throws SQLException {
		statement.setString(1, request.store().toAbsolutePath().normalize().toString());
		statement.setString(2, request.authority());
		statement.setString(3, request.pack());
		statement.setObject(4, request.asAt());
		return statement.execute() && statement.getResultSet().next();
	}

	private static boolean isTaken(SQLException ex) {
		return ex instanceof SQLTransientException || ex.getErrorCode() == MARIADB_NOWAIT || ex.getErrorCode() == MYSQL_NOWAIT;
	}

	private static void release(Connection connection) {
		try (connection) {
			connection.rollback();
			connection.setAutoCommit(true);
		}
		catch (SQLException ex) {
			// A connection that cannot roll back is dead, and a dead connection holds no lock.
		}
	}

	private static PackProblem failed(PackRequest request, SQLException ex) {
		return new PackProblem(PackProblem.Kind.FAILED, "The database gave no lock to make %s with: %s".formatted(request.pack(), ex.getMessage()));
	}

	private static PackProblem busy(PackRequest request) {
		return new PackProblem(PackProblem.Kind.BUSY, "Another run is making %s of %s as at %s; try again when it has finished."
			.formatted(request.pack(), request.authority(), request.asAt()));
	}

}

package org.packhorse.pack;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.stereotype.Component;

/// Lets one of several simultaneous runs publish a pack of a council as at a date.
///
/// The lock is a row that a connection of its own holds locked: when a run dies, its connection dies and the lock is free,
/// without time-outs or clocks.
@Component
public class Publishing {

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
				throw busy(request);
			}
		}
		catch (SQLException ex) {
			throw new PackProblem(PackProblem.Kind.FAILED, "The database gave no connection to lock %s with: %s".formatted(request.pack(), ex.getMessage()));
		}
	}

	private static Lock hold(Connection connection, PackRequest request) throws SQLException {
		connection.setAutoCommit(true);
		execute(connection, "INSERT IGNORE INTO publishing (store, authority, pack, as_at) VALUES (?, ?, ?, ?)", request);
		connection.setAutoCommit(false);
		execute(connection, "SELECT pack FROM publishing WHERE store = ? AND authority = ? AND pack = ? AND as_at = ? FOR UPDATE NOWAIT", request);
		return () -> release(connection);
	}

	private static void execute(Connection connection, String sql, PackRequest request) throws SQLException {
		try (var statement = connection.prepareStatement(sql)) {
			statement.setString(1, request.store().toAbsolutePath().normalize().toString());
			statement.setString(2, request.authority());
			statement.setString(3, request.pack());
			statement.setObject(4, request.asAt());
			statement.execute();
		}
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

	private static PackProblem busy(PackRequest request) {
		return new PackProblem(PackProblem.Kind.BUSY, "Another run is making %s of %s as at %s; try again when it has finished."
			.formatted(request.pack(), request.authority(), request.asAt()));
	}

}

package org.packhorse.tracker;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import org.packhorse.access.Actor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.SimpleJdbcInsert;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The log of loads. A load in progress holds a lock on its line, so that others can tell it from one that died.
@Component
class LoadLog {

	private final DataSource database;

	private final JdbcTemplate sql;

	private final TransactionTemplate transaction;

	private final Clock clock;

	LoadLog(DataSource database, TransactionTemplate transaction, Clock clock) {
		this.database = database;
		this.sql = new JdbcTemplate(database);
		this.transaction = transaction;
		this.clock = clock;
	}

	/// The line of a load in progress; closing it gives the lock back.
	final class Line implements AutoCloseable {

		private final long load;

		private final Connection connection;

		private Line(long load, Connection connection) {
			this.load = load;
			this.connection = connection;
		}

		long load() {
			return this.load;
		}

		/// Writes how the load ended.
		void end(String state) throws SQLException {
			new JdbcTemplate(new SingleConnectionDataSource(this.connection, true))
				.update("UPDATE loads SET state = ?, ended_at = ? WHERE id = ?", state, now(), this.load);
			this.connection.commit();
		}

		@Override
		public void close() throws SQLException {
			this.connection.rollback();
			this.connection.setAutoCommit(true);
			this.connection.close();
		}

	}

	/// Opens the line of a new load.
	Line begin(boolean dryRun, Actor actor) throws SQLException {
		var id = new SimpleJdbcInsert(this.database).withTableName("loads")
			.usingColumns("state", "started_at", "dry_run", "account")
			.usingGeneratedKeyColumns("id")
			.executeAndReturnKey(Map.of("state", "running", "started_at", now(), "dry_run", dryRun, "account", actor.toString()))
			.longValue();
		var connection = this.database.getConnection();
		connection.setAutoCommit(false);
		new JdbcTemplate(new SingleConnectionDataSource(connection, true)).queryForObject("SELECT id FROM loads WHERE id = ? FOR UPDATE",
				Long.class, id);
		return new Line(id, connection);
	}

	/// Removes what loads left behind that died: their lines say running, but nobody holds a lock on them.
	void tidy() {
		this.transaction.executeWithoutResult((_) -> {
			var dead = this.sql.queryForList("SELECT id FROM loads WHERE state = 'running' FOR UPDATE SKIP LOCKED", Long.class);
			for (var load : dead) {
				var staging = new Staging(this.sql, load);
				while (staging.clear()) {
					// portion by portion
				}
				this.sql.update("UPDATE loads SET state = 'died', ended_at = ? WHERE id = ?", now(), load);
			}
		});
	}

	/// Writes a line for each file that went in.
	void write(long load, List<TrackerFile> files) {
		for (var file : files) {
			for (var table : file.outcome().tables()) {
				this.sql.update("""
						INSERT INTO loaded_tables (load_id, file_no, file_name, table_name, rows_read, rows_added, rows_changed)
						VALUES (?, ?, ?, ?, ?, ?, ?)""", load, file.number(), file.source().name(), table.name(),
						table.read(), table.added(), table.changed());
			}
			file.tables().forEach(table -> councils(load, file, table));
		}
	}

	private void councils(long load, TrackerFile file, TrackerTable table) {
		this.sql.batchUpdate("INSERT INTO loaded_councils (load_id, file_no, table_name, authority, rows_read) VALUES (?, ?, ?, ?, ?)",
				file.tally(table).councils().entrySet(), 500, (prepared, council) -> {
					prepared.setLong(1, load);
					prepared.setInt(2, file.number());
					prepared.setString(3, table.tableName());
					prepared.setString(4, council.getKey());
					prepared.setLong(5, council.getValue());
				});
	}

	LocalDateTime now() {
		return LocalDateTime.now(this.clock.withZone(ZoneOffset.UTC));
	}

}

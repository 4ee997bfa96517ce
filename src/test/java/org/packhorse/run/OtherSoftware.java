package org.packhorse.run;

import java.sql.Connection;
import java.sql.SQLException;

import org.packhorse.TestDatabase;

/// A process of another build that is at work on the same database, as the database sees it.
final class OtherSoftware implements AutoCloseable {

	static final String ID = "00000000-0000-0000-0000-000000004711";

	private final TestDatabase database;

	private final Connection living;

	OtherSoftware(TestDatabase database) throws SQLException {
		this.database = database;
		database.sql().sql("""
				INSERT INTO processes (id, role, host, pid, software, lease_seconds, started_at, seen_at)
				VALUES (?, 'worker', 'elsewhere', 4711, 'Packhorse 9.9 (old)', 86400, NOW(), TIMESTAMPADD(DAY, 1, NOW()))""").param(ID).update();
		database.sql().sql("INSERT INTO process_locks (id) VALUES (?)").param(ID).update();
		this.living = database.dataSource().getConnection();
		this.living.setAutoCommit(false);
		try (var lock = this.living.prepareStatement("SELECT id FROM process_locks WHERE id = ? FOR UPDATE")) {
			lock.setString(1, ID);
			lock.executeQuery();
		}
	}

	@Override
	public void close() throws SQLException {
		this.living.rollback();
		this.living.setAutoCommit(true);
		this.living.close();
		this.database.sql().sql("DELETE FROM processes WHERE id = ?").param(ID).update();
		this.database.sql().sql("DELETE FROM process_locks WHERE id = ?").param(ID).update();
	}

}

package org.packhorse.pack;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This process's presence in the database: a row that it holds locked on one connection, and a thread that gives signs of life.
///
/// A killed process loses its connection and with it the lock, which others see at once; of a frozen one they only see that it is silent.
/// The transaction that holds the lock reads and writes nothing else, so that it keeps neither backups nor old versions of rows.
final class Presence implements AutoCloseable {

	private static final Logger LOG = LoggerFactory.getLogger(Presence.class);

	private static final int SIGNS_IN_A_LEASE = 12;

	private static final int TRIES = 100;

	private static final int PING_SECONDS = 5;

	private final String id;

	private final DataSource database;

	/// Puts this process down, or gives its sign of life where it is down already.
	private final Runnable sign;

	private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(task -> Thread.ofPlatform().daemon().name("packhorse-presence").unstarted(task));

	private @Nullable Connection held;

	private long last = System.nanoTime();

	private long longest;

	private boolean isWell = true;

	private boolean hasLeft;

	Presence(String id, DataSource database, Runnable sign) {
		this.id = id;
		this.database = database;
		this.sign = sign;
	}

	/// Appears, and goes on giving signs of life several times within the lease.
	void begin(Duration lease) throws SQLException {
		boolean appeared = false;
		for (int i = 0; i < TRIES && !appeared; i++) {
			// Who looks at all processes just now holds the row for a moment.
			appeared = appear();
		}
		if (!appeared) {
			throw new SQLException("the row of this process, " + this.id + ", cannot be locked");
		}
		long beat = lease.toMillis() / SIGNS_IN_A_LEASE;
		this.heart.scheduleWithFixedDelay(this::beat, beat, beat, TimeUnit.MILLISECONDS);
	}

	private synchronized boolean appear() throws SQLException {
		if (this.hasLeft) {
			return false;
		}
		this.sign.run();
		if (this.held == null || !this.held.isValid(PING_SECONDS)) {
			release();
			this.held = hold();
		}
		long now = System.nanoTime();
		this.longest = Math.max(this.longest, now - this.last);
		this.last = now;
		return this.held != null;
	}

	/// The connection that now holds the row, or none where somebody else has it: a connection of this process's own that the server
	/// takes for alive, or one who looks whether this process lives.
	private @Nullable Connection hold() throws SQLException {
		var connection = this.database.getConnection();
		boolean holds = false;
		try {
			connection.setAutoCommit(false);
			holds = lock(connection);
		}
		catch (SQLException ex) {
			if (!RowLocks.areHeld(ex)) {
				throw ex;
			}
		}
		finally {
			if (!holds) {
				release(connection);
			}
		}
		return holds ? connection : null;
	}

	private boolean lock(Connection connection) throws SQLException {
		try (var row = connection.prepareStatement("SELECT id FROM process_locks WHERE id = ? FOR UPDATE NOWAIT")) {
			row.setString(1, this.id);
			return row.executeQuery().next();
		}
	}

	/// Gives a sign of life; what goes wrong is tried again with the next.
	void beat() {
		try {
			if (appear() && !this.isWell) {
				this.isWell = true;
				LOG.info("This process is seen in the database again");
			}
		}
		catch (RuntimeException | SQLException ex) {
			if (this.isWell) {
				this.isWell = false;
				LOG.warn("This process cannot show in the database that it is at work, and others will take it for lost: {}", ex.getMessage());
			}
		}
	}

	/// The longest time without a sign of life, the present one included.
	synchronized Duration silence() {
		return Duration.ofNanos(Math.max(this.longest, System.nanoTime() - this.last));
	}

	/// Leaves, once a sign of life that is being given has ended: others need not wait for anything of this process. The thread is not interrupted, which would close H2's files.
	@Override
	public void close() {
		this.heart.shutdown();
		synchronized (this) {
			this.hasLeft = true;
			try {
				if (this.held != null) {
					leave(this.held);
				}
			}
			catch (SQLException ex) {
				LOG.debug("This process's rows are left for others to sweep", ex);
			}
			release();
		}
	}

	private void leave(Connection connection) throws SQLException {
		for (String table : new String[] { "processes", "process_locks" }) {
			try (var row = connection.prepareStatement("DELETE FROM " + table + " WHERE id = ?")) {
				row.setString(1, this.id);
				row.executeUpdate();
			}
		}
		connection.commit();
	}

	private void release() {
		if (this.held != null) {
			release(this.held);
			this.held = null;
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

}

package org.packhorse.pack;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// The processes at work on this database: tells the living from those that were killed, and from those that are silent for too long.
///
/// A process is put down when it first locks something; commands that lock nothing cost nothing. Time is the database's alone.
@Component
public class Processes implements AutoCloseable {

	/// In UTC, whatever the session's zone; counted from 1970 as H2, MySQL and MariaDB do alike.
	private static final String NOW = "TIMESTAMPADD(SECOND, UNIX_TIMESTAMP(), TIMESTAMP '1970-01-01 00:00:00')";

	private static final Duration SHORTEST_LEASE = Duration.ofSeconds(2);

	private final String id = UUID.randomUUID().toString();

	private final DataSource database;

	private final JdbcClient jdbc;

	private final TransactionTemplate own;

	private final Duration lease;

	private volatile @Nullable Presence presence;

	private volatile String role = "";

	private volatile Runnable chore = () -> {
	};

	/// @param lease how long this process may be silent before others take it for lost
	public Processes(DataSource database, PlatformTransactionManager transactions, @Value("${packhorse.lease:60s}") Duration lease) {
		if (lease.compareTo(SHORTEST_LEASE) < 0) {
			throw new PackProblem(PackProblem.Kind.USAGE, "packhorse.lease is %s s; a process must be allowed %d s of silence at least."
				.formatted(BigDecimal.valueOf(lease.toMillis(), 3).stripTrailingZeros().toPlainString(), SHORTEST_LEASE.toSeconds()));
		}
		this.database = database;
		this.jdbc = JdbcClient.create(database);
		this.own = new TransactionTemplate(transactions);
		this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.lease = lease;
	}

	/// This process's own id.
	public String id() {
		return this.id;
	}

	/// How people find this process: `host, process 4711`.
	public String words() {
		return "%s, process %d".formatted(Machine.host(), ProcessHandle.current().pid());
	}

	/// Puts this process down, where it is not down yet.
	public synchronized void register() {
		if (this.presence == null) {
			var command = System.getProperty("packhorse.command", "");
			register(command.isEmpty() ? "program" : command);
		}
	}

	/// Puts this process down with what it does.
	public synchronized void register(String role) {
		this.role = role;
		if (this.presence != null) {
			sign();
			return;
		}
		var appearing = new Presence(this.id, this.database, this::sign);
		try {
			appearing.begin(this.lease);
			this.presence = appearing;
			// What earlier processes left that were killed is swept.
			all();
		}
		catch (SQLException ex) {
			appearing.close();
			throw new PackProblem(PackProblem.Kind.FAILED, "This process cannot be put down in the database: " + ex.getMessage(), "This process cannot be put down in the database.");
		}
	}

	/// Gives a sign of life now, and takes the lock anew where its connection was lost.
	void showUp() {
		var known = this.presence;
		if (known != null) {
			known.beat();
		}
	}

	/// What else is done whenever this process gives a sign of life, for as long as it lives; it throws nothing.
	void atEachSign(Runnable chore) {
		this.chore = chore;
	}

	private void sign() {
		in(() -> {
			if (this.jdbc.sql("UPDATE processes SET seen_at = " + NOW + ", role = ? WHERE id = ?").params(this.role, this.id).update() == 0) {
				this.jdbc.sql("INSERT INTO processes (id, role, host, pid, software, lease_seconds, started_at, seen_at) VALUES (?, ?, ?, ?, ?, ?, %1$s, %1$s)".formatted(NOW))
					.params(this.id, this.role, Machine.host(), ProcessHandle.current().pid(), Software.current(), this.lease.toSeconds())
					.update();
			}
			return this.jdbc.sql("SELECT id FROM process_locks WHERE id = ?").param(this.id).query(String.class).optional().isPresent() ? 0
					: this.jdbc.sql("INSERT IGNORE INTO process_locks (id) VALUES (?)").param(this.id).update();
		});
		this.chore.run();
	}

	/// Whether a process is at work. One that was killed is not, nor one that has been silent for longer than it said it might be.
	public boolean isAlive(String id) {
		return id.equals(this.id) || !isGone(id) && !isSilent(id);
	}

	/// Every process that is at work, the oldest first.
	public List<AtWork> all() {
		return this.jdbc.sql("SELECT * FROM processes ORDER BY started_at, id").query(Processes::atWork).list().stream().filter(process -> isAlive(process.id())).toList();
	}

	/// A process as it put itself down, if it is still on record.
	Optional<AtWork> find(String id) {
		return this.jdbc.sql("SELECT * FROM processes WHERE id = ?").param(id).query(Processes::atWork).optional();
	}

	/// How long this process has been silent at the longest.
	Duration silence() {
		var known = this.presence;
		return known == null ? Duration.ZERO : known.silence();
	}

	/// A row that can be locked belongs to a process that has lost its connection; its rows are swept by whoever finds them.
	private boolean isGone(String id) {
		try {
			return in(() -> {
				this.jdbc.sql("SELECT id FROM process_locks WHERE id = ? FOR UPDATE NOWAIT").param(id).query(String.class).optional();
				this.jdbc.sql("DELETE FROM process_locks WHERE id = ?").param(id).update();
				this.jdbc.sql("DELETE FROM processes WHERE id = ?").param(id).update();
				return true;
			});
		}
		catch (DataAccessException ex) {
			if (RowLocks.areHeld(ex)) {
				return false;
			}
			throw ex;
		}
	}

	private boolean isSilent(String id) {
		return this.jdbc.sql("SELECT COUNT(*) FROM processes WHERE id = ? AND TIMESTAMPADD(SECOND, lease_seconds, seen_at) >= " + NOW).param(id).query(Integer.class).single() == 0;
	}

	private <T> T in(Supplier<T> work) {
		return Objects.requireNonNull(this.own.execute(_ -> work.get()));
	}

	private static AtWork atWork(ResultSet row, int number) throws SQLException {
		return new AtWork(row.getString("id"), row.getString("role"), row.getString("host"), row.getLong("pid"), row.getString("software"), moment(row, "started_at"),
				moment(row, "seen_at"));
	}

	private static Instant moment(ResultSet row, String column) throws SQLException {
		return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
	}

	/// Takes this process off the record, with whatever it still holds.
	@Override
	public synchronized void close() {
		if (this.presence != null) {
			this.presence.close();
			this.presence = null;
		}
	}

}

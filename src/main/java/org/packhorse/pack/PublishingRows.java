package org.packhorse.pack;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// The table `publishing`: for each pack and day of a store who makes it. Each change is a transaction of its own, whatever goes on around it.
@Repository
class PublishingRows {

	private static final String THE_ROW = "store = :store AND authority = :authority AND pack = :pack AND as_at = :asAt";

	private static final String MINE = THE_ROW + " AND holder = :holder AND fence = :fence";

	private final JdbcClient jdbc;

	private final TransactionTemplate own;

	PublishingRows(JdbcClient jdbc, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.own = new TransactionTemplate(transactions);
		this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/// Which row.
	///
	/// @param store as editions name it: from the home, where it is inside
	record Key(String store, String authority, String pack, LocalDate asAt) {
	}

	/// Who has it.
	///
	/// @param holder the process, or null while nobody makes it
	/// @param run the run that it is made for, where there is one
	/// @param fence how often it has been taken
	record State(@Nullable String holder, @Nullable Long run, long fence) {
	}

	/// The row as it was committed last; it is written where it was not there.
	State state(Key key) {
		return find(key, "").orElseGet(() -> {
			in(() -> at("INSERT IGNORE INTO publishing (store, authority, pack, as_at) VALUES (:store, :authority, :pack, :asAt)", key).update());
			return new State(null, null, 0);
		});
	}

	/// Takes the row from the state that was seen; says whether that was still so. It never waits for a row that another process has locked.
	boolean take(Key key, State seen, String holder, @Nullable Long run) {
		try {
			return in(() -> find(key, " FOR UPDATE NOWAIT").filter(seen::equals).isPresent()
					&& at("UPDATE publishing SET holder = :holder, run = :run, fence = fence + 1 WHERE " + THE_ROW, key).param("holder", holder).param("run", run).update() == 1);
		}
		catch (DataAccessException ex) {
			if (RowLocks.areHeld(ex)) {
				return false;
			}
			throw ex;
		}
	}

	/// Does something in one transaction with the row locked, as long as this is its fence; nothing where it is not.
	<T> Optional<T> during(Key key, String holder, long fence, Supplier<T> work) {
		return Objects.requireNonNull(this.own.execute(_ -> isMine(key, holder, fence) ? Optional.of(work.get()) : Optional.<T>empty()));
	}

	private boolean isMine(Key key, String holder, long fence) {
		return mine("SELECT fence FROM publishing WHERE " + MINE + " FOR UPDATE", key, holder, fence).query(Long.class).optional().isPresent();
	}

	/// Frees the row, unless somebody else has taken it meanwhile.
	void free(Key key, String holder, long fence) {
		in(() -> mine("UPDATE publishing SET holder = NULL, run = NULL WHERE " + MINE, key, holder, fence).update());
	}

	private Optional<State> find(Key key, String locking) {
		return at("SELECT holder, run, fence FROM publishing WHERE " + THE_ROW + locking, key).query(PublishingRows::state).optional();
	}

	private static State state(ResultSet row, int number) throws SQLException {
		return new State(row.getString("holder"), row.getObject("run", Long.class), row.getLong("fence"));
	}

	private JdbcClient.StatementSpec mine(String sql, Key key, String holder, long fence) {
		return at(sql, key).param("holder", holder).param("fence", fence);
	}

	private JdbcClient.StatementSpec at(String sql, Key key) {
		return this.jdbc.sql(sql).param("store", key.store()).param("authority", key.authority()).param("pack", key.pack()).param("asAt", key.asAt());
	}

	private <T> T in(Supplier<T> work) {
		return Objects.requireNonNull(this.own.execute(_ -> work.get()));
	}

}

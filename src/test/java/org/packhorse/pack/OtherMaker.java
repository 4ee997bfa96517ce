package org.packhorse.pack;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

import org.packhorse.TestDatabase;
import org.packhorse.access.Actors;
import org.packhorse.access.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.PlatformTransactionManager;

/// What makes packs in another process on the same database, played within this one: it can die, fall silent, and be stopped at any moment.
final class OtherMaker implements AutoCloseable {

	/// So long that its thread gives no sign of life while a test lasts.
	private static final Duration LEASE = Duration.ofDays(30);

	private final TestDatabase database;

	private final Connections connections;

	private final StoppingStore store;

	private final Processes processes;

	private final Publishing publishing;

	private final NewEditions newEditions;

	private final PackMaker maker;

	OtherMaker(TestDatabase database) {
		this.database = database;
		this.connections = new Connections(database.dataSource());
		this.store = new StoppingStore(database.bean(EditionStore.class));
		var transactions = database.bean(PlatformTransactionManager.class);
		this.processes = new Processes(this.connections, new DataSourceTransactionManager(this.connections), LEASE);
		this.publishing = new Publishing(new PublishingRows(JdbcClient.create(database.dataSource()), transactions), this.processes, this.store, database.bean(Home.class));
		var editions = database.bean(Editions.class);
		this.newEditions = new NewEditions(editions, database.bean(SignOffs.class), database.bean(Ratings.class), database.bean(TemplateAuthors.class), database.bean(AuditTrail.class),
				database.bean(Actors.class), this.publishing);
		this.maker = new PackMaker(database.bean(Freezing.class), editions, database.bean(LeakGuard.class), this.newEditions,
				database.bean(SignOffs.class), database.bean(TemplateAuthors.class), database.bean(Home.class), database.bean(Correspondence.class), database.bean(Rendering.class),
				this.publishing, this.store);
	}

	Publishing publishing() {
		return this.publishing;
	}

	Processes processes() {
		return this.processes;
	}

	NewEditions newEditions() {
		return this.newEditions;
	}

	PackMaker maker() {
		return this.maker;
	}

	StoppingStore store() {
		return this.store;
	}

	/// As a run makes one: what fails is given up.
	Edition make(PackRequest request) {
		try (var _ = this.publishing.lock(request)) {
			var edition = this.newEditions.begin(request);
			try {
				return this.maker.make(edition).edition();
			}
			catch (RuntimeException ex) {
				this.maker.abandon(edition);
				throw ex;
			}
		}
	}

	/// Stands still for longer than anybody waits.
	void fallSilent() {
		this.database.sql().sql("UPDATE processes SET seen_at = TIMESTAMPADD(DAY, -31, seen_at) WHERE id = ?").param(this.processes.id()).update();
	}

	/// Loses its connections, as one that is killed does.
	void die() {
		this.connections.cut();
	}

	@Override
	public void close() {
		this.processes.close();
	}

	/// Those of this process's that show whether it lives.
	private static final class Connections extends DelegatingDataSource {

		private final List<Connection> open = new CopyOnWriteArrayList<>();

		Connections(DataSource database) {
			super(database);
		}

		@Override
		public Connection getConnection() throws SQLException {
			var connection = super.getConnection();
			this.open.add(connection);
			return connection;
		}

		void cut() {
			for (Connection connection : this.open) {
				try (connection) {
					if (!connection.isClosed()) {
						connection.rollback();
						connection.setAutoCommit(true);
					}
				}
				catch (SQLException ex) {
					throw new IllegalStateException(ex);
				}
			}
		}

	}

}

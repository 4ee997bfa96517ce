package org.packhorse.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.OnEveryDatabase;
import org.packhorse.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

/// Whoever changes, removes, puts in, moves or cuts off entries is found out.
@OnEveryDatabase
class AuditTrailTests {

	private static final Actor PERSON = new Actor("jbloggs");

	@TempDir
	static Path home;

	private final TestDatabase database;

	private AuditTrail trail;

	private JdbcClient sql;

	AuditTrailTests(TestDatabase database) {
		this.database = database.home(home);
	}

	/// Six entries of one day's work, with a checkpoint after the fourth.
	@BeforeEach
	void record() {
		this.trail = this.database.bean(AuditTrail.class);
		this.sql = this.database.sql();
		record("published", "v1");
		record("cleared", "v1");
		record("cleared", "v1");
		record("published", "v2");
		this.database.bean(Checkpoints.class).take();
		record("loaded", "load 7");
		record("published", "v3");
	}

	@AfterEach
	void forget() throws IOException {
		this.database.bean(Checkpoints.class).take();
		this.sql.sql("DELETE FROM audit").update();
		this.sql.sql("UPDATE audit_head SET chain = '', seq = 0, hash = ? WHERE id = 1").param(AuditEntry.BEGINNING).update();
		try (var files = Files.list(home.resolve("out/audit"))) {
			for (Path file : files.toList()) {
				Files.delete(file);
			}
		}
	}

	private void record(String action, String object) {
		inTransaction().executeWithoutResult(_ -> this.trail.record(PERSON, action, object, Map.of("formats", List.of("html", "pdf"), "draft", false)));
	}

	private TransactionTemplate inTransaction() {
		return new TransactionTemplate(this.database.bean(PlatformTransactionManager.class));
	}

	private AuditVerification.Result verified() {
		return this.database.bean(AuditVerification.class).verify();
	}

	private void firstBadIs(long seq, String words) {
		var result = verified();
		assertThat(result.good()).isFalse();
		assertThat(result.firstBad()).as(result.faults().toString()).isEqualTo(seq);
		assertThat(result.trustedTo()).isEqualTo(seq - 1);
		assertThat(String.join(" ", result.faults())).contains(words);
	}

	@Test
	void untouchedTrailIsProved() {
		var result = verified();
		assertThat(result.faults()).isEmpty();
		assertThat(result.entries()).isEqualTo(6);
		assertThat(result.checkpointed()).isEqualTo(4);
	}

	@Test
	void newestEntriesComeFirst() {
		assertThat(this.trail.newest(2)).extracting(AuditEntry::object).containsExactly("v3", "load 7");
		assertThat(this.trail.newest("v1", 9)).extracting(AuditEntry::seq).containsExactly(3L, 2L, 1L);
		assertThat(this.trail.newest(1).getFirst().detail()).isEqualTo("{\"draft\":false,\"formats\":[\"html\",\"pdf\"]}");
	}

	@Test
	void changedEntryIsFound() {
		this.sql.sql("UPDATE audit SET actor = 'somebody' WHERE seq = 3").update();
		firstBadIs(3, "Entry 3 was changed");
	}

	@Test
	void changedDetailIsFound() {
		this.sql.sql("UPDATE audit SET detail_json = '{}' WHERE seq = 6").update();
		firstBadIs(6, "Entry 6 was changed");
	}

	@Test
	void removedEntryIsFound() {
		this.sql.sql("DELETE FROM audit WHERE seq IN (2, 3)").update();
		firstBadIs(2, "Entries 2 to 3 are missing");
	}

	@Test
	void removedEntryIsFoundWhenTheOthersMoveUp() {
		this.sql.sql("DELETE FROM audit WHERE seq = 2").update();
		this.sql.sql("UPDATE audit SET seq = seq - 1 WHERE seq > 2 ORDER BY seq").update();
		firstBadIs(2, "Entry 2 does not follow the one before it");
	}

	@Test
	void insertedEntryIsFound() {
		var last = this.trail.newest(1).getFirst();
		var put = AuditEntry.after(7, last.hash(), last.at(), PERSON, "cleared", "v3", "{}");
		insert(put);
		firstBadIs(7, "Entry 7 was put in: the head row tells of 6 entries.");
	}

	@Test
	void movedEntriesAreFound() {
		this.sql.sql("UPDATE audit SET seq = 99 WHERE seq = 2").update();
		this.sql.sql("UPDATE audit SET seq = 2 WHERE seq = 3").update();
		this.sql.sql("UPDATE audit SET seq = 3 WHERE seq = 99").update();
		firstBadIs(2, "Entry 2 does not follow the one before it");
	}

	@Test
	void cutOffTailIsFoundByTheHead() {
		this.sql.sql("DELETE FROM audit WHERE seq > 4").update();
		firstBadIs(5, "the trail was cut off, for its head row tells of 6 entries");
	}

	@Test
	void cutOffTailIsFoundByTheCheckpointWhenTheHeadIsMended() {
		this.sql.sql("DELETE FROM audit WHERE seq > 2").update();
		mendHead();
		firstBadIs(3, "saw 4 entries. The trail was cut off, or an older database was put back.");
	}

	@Test
	void trailWrittenAnewIsFoundByTheCheckpoint() {
		var old = this.database.bean(AuditTable.class).after(0, 9);
		this.sql.sql("DELETE FROM audit WHERE seq > 1").update();
		var last = old.getFirst();
		for (AuditEntry entry : old.subList(1, 6)) {
			last = AuditEntry.after(entry.seq(), last.hash(), entry.at(), new Actor("another"), entry.action(), entry.object(), entry.detail());
			insert(last);
		}
		mendHead();
		firstBadIs(1, "Entry 1 or a later one up to 4 was rewritten");
	}

	@Test
	void trailThatBeginsAnewIsFoundByTheOldCheckpoints() {
		this.sql.sql("DELETE FROM audit").update();
		this.sql.sql("UPDATE audit_head SET chain = '', seq = 0, hash = ? WHERE id = 1").param(AuditEntry.BEGINNING).update();
		assertThat(verified().faults()).singleElement().asString().contains("is of another trail, which this database does not continue");
	}

	@Test
	void forgedCheckpointIsFound() throws IOException {
		try (var files = Files.list(home.resolve("out/audit"))) {
			var file = files.findFirst().orElseThrow();
			Files.writeString(file, Files.readString(file).replace("\"count\":4", "\"count\":5"));
		}
		assertThat(verified().faults()).singleElement().asString().contains("line 1: this is no checkpoint that a key of data/audit.pub has signed");
	}

	@Test
	void missingHeadIsFoundAndNothingMoreIsRecorded() {
		var head = this.database.bean(AuditTable.class).head();
		this.sql.sql("DELETE FROM audit_head").update();
		try {
			assertThat(verified().good()).isFalse();
			assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> record("published", "v4")).withMessageContaining("head row is gone");
		}
		finally {
			this.sql.sql("INSERT INTO audit_head (id, chain, seq, hash) VALUES (1, ?, ?, ?)").params(head.chain(), head.seq(), head.hash()).update();
		}
	}

	@Test
	void entryGoesWithTheTransactionThatItBelongsTo() {
		inTransaction().executeWithoutResult(status -> {
			this.trail.record(PERSON, "cleared", "v9", Map.of());
			status.setRollbackOnly();
		});
		assertThat(this.trail.newest("v9", 1)).isEmpty();
		assertThat(verified().good()).isTrue();
	}

	@Test
	void nothingIsRecordedOutsideATransaction() {
		assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> this.trail.record(PERSON, "cleared", "v9", Map.of()));
	}

	@Test
	void entriesOfManyAtOnceMakeOneChain() throws Exception {
		try (var many = Executors.newFixedThreadPool(4)) {
			Callable<Boolean> each = () -> {
				record("cleared", "v3");
				return true;
			};
			for (var done : many.invokeAll(Collections.nCopies(20, each))) {
				assertThat(done.get()).isTrue();
			}
		}
		assertThat(verified().faults()).isEmpty();
		assertThat(verified().entries()).isEqualTo(26);
	}

	@Test
	void signingKeyIsForItsOwnerAlone() throws IOException {
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("data/audit.key")))).isEqualTo("rw-------");
		assertThat(Files.readAllLines(home.resolve("data/audit.pub"))).hasSize(1);
	}

	/// The grants of docs/database.md, word for word but for the names.
	@Test
	void accountOfEveryDayAddsEntriesAndCannotChangeThem() throws SQLException {
		assumeThat(this.database).as("H2 has other grants, and MariaDB is started without any").hasToString("MySQL");
		var schema = this.database.url().replaceFirst("\\?.*", "").replaceFirst(".*/", "");
		this.sql.sql("CREATE USER 'daily'@'%' IDENTIFIED BY 'daily-Secret-1'").update();
		try {
			for (String line : this.sql.sql("SELECT CONCAT('GRANT SELECT, INSERT, UPDATE, DELETE ON " + schema + ".`', table_name, \"` TO 'daily'@'%'\")"
					+ " FROM information_schema.tables WHERE table_schema = '" + schema + "' AND table_name NOT IN ('audit', 'audit_head', 'flyway_schema_history')")
				.query(String.class).list()) {
				this.sql.sql(line).update();
			}
			this.sql.sql("GRANT LOCK TABLES ON " + schema + ".* TO 'daily'@'%'").update();
			this.sql.sql("GRANT SELECT, INSERT ON " + schema + ".audit TO 'daily'@'%'").update();
			this.sql.sql("GRANT SELECT, UPDATE ON " + schema + ".audit_head TO 'daily'@'%'").update();
			try (var connection = DriverManager.getConnection(this.database.url(), "daily", "daily-Secret-1"); var daily = connection.createStatement()) {
				daily.executeQuery("SELECT seq FROM audit_head WHERE id = 1 FOR UPDATE").close();
				daily.executeUpdate("INSERT INTO audit (seq, at, actor, action, object, detail_json, prev, hash) VALUES (99, '2026-01-01', 'a', 'b', 'c', '{}', 'd', 'e')");
				assertThatExceptionOfType(SQLException.class).isThrownBy(() -> daily.executeUpdate("UPDATE audit SET actor = 'somebody'")).withMessageContaining("denied");
				assertThatExceptionOfType(SQLException.class).isThrownBy(() -> daily.executeUpdate("DELETE FROM audit")).withMessageContaining("denied");
			}
		}
		finally {
			this.sql.sql("DROP USER 'daily'@'%'").update();
		}
	}

	@Test
	void verifyingWaitsForNobodyAndKeepsNobodyWaiting() throws Exception {
		try (var beside = Executors.newSingleThreadExecutor()) {
			var result = inTransaction().execute(_ -> {
				this.trail.record(PERSON, "published", "v3", Map.of());
				try {
					return beside.submit(this::verified).get(20, TimeUnit.SECONDS);
				}
				catch (Exception ex) {
					throw new IllegalStateException("it waits for whoever records", ex);
				}
			});
			assertThat(result.faults()).isEmpty();
			assertThat(verified().entries()).as("kept since").isEqualTo(result.entries() + 1);
		}
	}

	private void insert(AuditEntry entry) {
		this.sql.sql("INSERT INTO audit (seq, at, actor, action, object, detail_json, prev, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
			.params(entry.seq(), entry.at().atOffset(ZoneOffset.UTC).toLocalDateTime(), entry.actor(), entry.action(), entry.object(),
					entry.detail(), entry.prev(), entry.hash())
			.update();
	}

	private void mendHead() {
		var last = this.trail.newest(1).getFirst();
		this.sql.sql("UPDATE audit_head SET seq = ?, hash = ? WHERE id = 1").params(last.seq(), last.hash()).update();
	}

}

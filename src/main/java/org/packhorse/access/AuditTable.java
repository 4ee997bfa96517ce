package org.packhorse.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of the audit trail, and the head row that says where it ends. Rows are added and read, never changed.
@Repository
class AuditTable {

	private final JdbcClient jdbc;

	AuditTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// Where the chain ends.
	///
	/// @param chain the chain's own name, blank before its first entry
	record Head(String chain, long seq, String hash) {
	}

	Head head() {
		return this.jdbc.sql("SELECT chain, seq, hash FROM audit_head WHERE id = 1").query(AuditTable::end).single();
	}

	/// Holds the head until the caller's transaction ends: whoever appends takes turns.
	Head locked() {
		return lookedUp().orElseThrow(() -> new IllegalStateException("the audit trail's head row is gone; ./packhorse audit verify tells more"));
	}

	/// The same, where it may be gone.
	Optional<Head> lookedUp() {
		return this.jdbc.sql("SELECT chain, seq, hash FROM audit_head WHERE id = 1 FOR UPDATE").query(AuditTable::end).optional();
	}

	void append(String chain, AuditEntry entry) {
		this.jdbc.sql("INSERT INTO audit (seq, at, actor, action, object, detail_json, prev, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
			.params(entry.seq(), LocalDateTime.ofInstant(entry.at(), ZoneOffset.UTC), entry.actor(), entry.action(), entry.object(), entry.detail(),
					entry.prev(), entry.hash())
			.update();
		this.jdbc.sql("UPDATE audit_head SET chain = ?, seq = ?, hash = ? WHERE id = 1").params(chain, entry.seq(), entry.hash()).update();
	}

	/// The entries after a number, in order, a page of them.
	List<AuditEntry> after(long seq, int most) {
		return this.jdbc.sql("SELECT * FROM audit WHERE seq > ? ORDER BY seq LIMIT ?").params(seq, most).query(AuditTable::written).list();
	}

	List<AuditEntry> newest(int most) {
		return this.jdbc.sql("SELECT * FROM audit ORDER BY seq DESC LIMIT ?").param(most).query(AuditTable::written).list();
	}

	List<AuditEntry> newest(String object, int most) {
		return this.jdbc.sql("SELECT * FROM audit WHERE object = ? ORDER BY seq DESC LIMIT ?").params(object, most).query(AuditTable::written).list();
	}

	private static Head end(ResultSet row, int number) throws SQLException {
		return new Head(row.getString("chain"), row.getLong("seq"), row.getString("hash"));
	}

	private static AuditEntry written(ResultSet row, int number) throws SQLException {
		return new AuditEntry(row.getLong("seq"), row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC), row.getString("actor"),
				row.getString("action"), row.getString("object"), row.getString("detail_json"), row.getString("prev"), row.getString("hash"));
	}

}

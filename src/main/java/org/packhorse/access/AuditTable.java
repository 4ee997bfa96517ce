package org.packhorse.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.packhorse.authority.Page;
import org.packhorse.authority.Where;
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

	/// The same, where it may be gone.
	Optional<Head> seen() {
		return this.jdbc.sql("SELECT chain, seq, hash FROM audit_head WHERE id = 1").query(AuditTable::end).optional();
	}

	/// Holds the head until the caller's transaction ends: whoever appends takes turns.
	Head locked() {
		return this.jdbc.sql("SELECT chain, seq, hash FROM audit_head WHERE id = 1 FOR UPDATE")
			.query(AuditTable::end)
			.optional()
			.orElseThrow(() -> new IllegalStateException("the audit trail's head row is gone; ./packhorse audit verify tells more"));
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

	/// A page of what was looked for, the newest first. Their numbers come out of an index alone, unless a council is looked for.
	Page<AuditEntry> page(AuditSearch search, int number) {
		var where = where(search);
		long total = this.jdbc.sql("SELECT COUNT(*) FROM audit" + where.sql()).params(where.values()).query(Long.class).single();
		return Page.of(number, total, from -> this.jdbc.sql("SELECT a.* FROM (SELECT seq FROM audit" + where.sql() + " ORDER BY seq DESC LIMIT :most OFFSET :from) found"
				+ " JOIN audit a ON a.seq = found.seq ORDER BY a.seq DESC")
			.params(where.values())
			.param("most", Page.SIZE)
			.param("from", from)
			.query(AuditTable::written)
			.list());
	}

	/// One stretch of an index, and what in it is not meant left out. A council is looked for in what every entry of the stretch says, once to count and once
	/// more for a page: whoever asks for one names a stretch, by a first moment or otherwise.
	private static Where where(AuditSearch search) {
		var object = search.object();
		var actor = search.actor();
		var council = search.council();
		return new Where().and("object >= :object AND object < :beyond AND (object = :object OR object >= :below)", "object", object)
			.with("below", object == null ? null : object + "/")
			// The sign after the slash: with it ends what begins with the words and a slash.
			.with("beyond", object == null ? null : object + "0")
			.and("actor >= :actor AND actor < :after AND (actor = :actor OR actor >= :via)", "actor", actor)
			.with("via", actor == null ? null : actor + " via ")
			.with("after", actor == null ? null : actor + " via!")
			.and("action = :action", "action", search.action())
			.and("at >= :from_moment", "from_moment", utc(search.from()))
			.and("at < :to_moment", "to_moment", utc(search.to()))
			// Entries about other things name a council, or an edition or a notice of its, as a value of their own.
			.and("(object >= :its AND object < :others OR LOCATE(:said, detail_json) > 0 OR LOCATE(:said_edition, detail_json) > 0"
					+ " OR LOCATE(:said_reminder, detail_json) > 0 OR LOCATE(:said_request, detail_json) > 0)", "its", council == null ? null : council + "/")
			.with("others", council == null ? null : council + "0")
			.with("said", council == null ? null : "\"" + council + "\"")
			.with("said_edition", council == null ? null : "\"" + council + "/")
			.with("said_reminder", council == null ? null : "\"reminder|" + council + "|")
			.with("said_request", council == null ? null : "\"sign-off|" + council + "/");
	}

	private static @Nullable LocalDateTime utc(@Nullable Instant moment) {
		return moment == null ? null : LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
	}

	/// What has been done, by its words.
	List<String> actions() {
		return this.jdbc.sql("SELECT DISTINCT action FROM audit ORDER BY action").query(String.class).list();
	}

	private static Head end(ResultSet row, int number) throws SQLException {
		return new Head(row.getString("chain"), row.getLong("seq"), row.getString("hash"));
	}

	private static AuditEntry written(ResultSet row, int number) throws SQLException {
		return new AuditEntry(row.getLong("seq"), row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC), row.getString("actor"),
				row.getString("action"), row.getString("object"), row.getString("detail_json"), row.getString("prev"), row.getString("hash"));
	}

}

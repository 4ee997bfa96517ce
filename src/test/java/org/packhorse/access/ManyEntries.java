package org.packhorse.access;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

/// An audit trail of many entries that proves whole, for measurements.
public final class ManyEntries {

	private static final List<String> ACTIONS = List.of("run", "published", "cleared", "released", "resolved");

	private ManyEntries() {
	}

	/// Adds so many entries to the trail, a minute apart from 1 January 2024 on.
	///
	/// @param objects what they are about, one after the other
	public static void add(DataSource database, int entries, List<String> objects) throws SQLException {
		var sql = JdbcClient.create(database);
		var head = new AuditTable(sql).head();
		long seq = head.seq();
		var hash = head.hash();
		try (var connection = database.getConnection(); var insert = connection
			.prepareStatement("INSERT INTO audit (seq, at, actor, action, object, detail_json, prev, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
			for (int i = 0; i < entries; i++) {
				var entry = AuditEntry.after(++seq, hash, Instant.parse("2024-01-01T00:00:00Z").plusSeconds(60L * i), new Actor("officer" + i % 40),
						ACTIONS.get(i % ACTIONS.size()), objects.get(i % objects.size()), "{\"state\":\"draft\"}");
				hash = entry.hash();
				var values = List.of(entry.seq(), LocalDateTime.ofInstant(entry.at(), ZoneOffset.UTC), entry.actor(), entry.action(), entry.object(), entry.detail(), entry.prev(),
						entry.hash());
				for (int column = 0; column < values.size(); column++) {
					insert.setObject(column + 1, values.get(column));
				}
				insert.addBatch();
				if (i % 2000 == 1999) {
					insert.executeBatch();
				}
			}
			insert.executeBatch();
		}
		sql.sql("UPDATE audit_head SET chain = ?, seq = ?, hash = ? WHERE id = 1").params(head.chain().isEmpty() ? "many" : head.chain(), seq, hash).update();
	}

}

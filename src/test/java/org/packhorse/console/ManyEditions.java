package org.packhorse.console;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.packhorse.access.ManyEntries;

/// The shelf of some busy years, by number: councils, editions with their sign-offs, messages with what was tried, and the trail of it all.
/// Rows alone, always the same ones; no files stand behind them.
public final class ManyEditions {

	/// Its packs and whom each is for; the names are none of report-templates/.
	static final List<String> PACKS = List.of("many-public", "many-members", "many-board", "many-restricted", "many-members-too");

	static final List<String> AUDIENCES = List.of("public", "members", "members", "restricted", "members");

	static final int COUNCILS = 20;

	private static final int VERSIONS = 4;

	private static final int AT_ONCE = 2000;

	private static final LocalDate FIRST = LocalDate.of(2020, 1, 31);

	/// Of a thousand messages.
	private static final List<String> STATES = states();

	private final DataSource database;

	private final List<Object[]> waiting = new ArrayList<>();

	private ManyEditions(DataSource database) {
		this.database = database;
	}

	/// Adds so many of each to a database that has none.
	public static void add(DataSource database, int editions, int deliveries, int entries) throws SQLException {
		var many = new ManyEditions(database);
		many.councils();
		many.editions(editions);
		many.signOffs(editions);
		many.deliveries(editions, deliveries);
		many.attempts(deliveries);
		ManyEntries.add(database, entries, IntStream.range(0, editions).mapToObj(ManyEditions::name).toList());
		many.count();
	}

	/// As databases do by themselves some seconds after many rows were added: they find their indexes by what they have counted.
	private void count() throws SQLException {
		try (var connection = this.database.getConnection(); var statement = connection.createStatement()) {
			for (String table : List.of("editions", "sign_offs", "clearances", "deliveries", "delivery_attempts", "audit")) {
				statement.execute("ANALYZE TABLE " + table);
			}
		}
	}

	/// The name of an edition by its place: all councils and packs of a month before the next, four versions of each, draft and final in turn.
	static String name(int i) {
		return "%s/%s/%s/v%d".formatted(council(i), PACKS.get(pack(i)), day(i), version(i));
	}

	static String council(int i) {
		return "X990001%02d".formatted(i / VERSIONS % COUNCILS);
	}

	private static int pack(int i) {
		return i / VERSIONS / COUNCILS % PACKS.size();
	}

	private static LocalDate day(int i) {
		var month = FIRST.plusMonths(i / VERSIONS / COUNCILS / PACKS.size());
		return month.withDayOfMonth(month.lengthOfMonth());
	}

	private static int version(int i) {
		return i % VERSIONS + 1;
	}

	private static boolean isDraft(int i) {
		return i % 2 == 0;
	}

	private static LocalDateTime at(int i) {
		return day(i).atTime(9, 0).plusSeconds(i % 3600);
	}

	private void councils() throws SQLException {
		for (int i = 0; i < COUNCILS; i++) {
			this.waiting.add(new Object[] { "X990001%02d".formatted(i), "Council %02d".formatted(i) });
		}
		put("INSERT INTO authorities (code, name) VALUES (?, ?)");
	}

	private void editions(int many) throws SQLException {
		for (int i = 0; i < many; i++) {
			this.waiting.add(new Object[] { i + 1L, "out", council(i), PACKS.get(pack(i)), day(i), version(i), "published", isDraft(i), name(i), "html docx pdf xlsx", "officer" + i % 40, at(i),
					"0".repeat(64), "Packhorse", "%064d".formatted(i), isDraft(i) ? null : i, AUDIENCES.get(pack(i)) });
		}
		put("""
				INSERT INTO editions (id, store, authority, pack, as_at, version, state, draft, folder, formats, requested_by, requested_at, fingerprint, software, manifest_sha256, from_draft, audience)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
	}

	private void signOffs(int many) throws SQLException {
		for (int i = 0; i < many; i += 2) {
			this.waiting.add(new Object[] { i + 1L, "monthly", "board", "" });
		}
		put("INSERT INTO sign_offs (edition, schedule, lists, authors) VALUES (?, ?, ?, ?)");
		for (int i = 0; i < many; i += 2) {
			this.waiting.add(new Object[] { i + 1L, 0, "Director of Children's Services", "dana", at(i), "" });
			this.waiting.add(new Object[] { i + 1L, 1, "Chief Executive", "carl", at(i), "" });
		}
		put("INSERT INTO clearances (edition, no, post, cleared_by, cleared_at, note) VALUES (?, ?, ?, ?, ?, ?)");
	}

	private void deliveries(int editions, int many) throws SQLException {
		var head = "X-Head: %s\r\n".formatted("of a message ".repeat(20));
		for (int i = 0; i < many; i++) {
			int edition = (int) ((long) i * editions / many);
			this.waiting.add(new Object[] { i + 1L, "EDITION", council(edition), name(edition), edition + 1L, "%064d".formatted(edition), "board", "reader%d@council.example".formatted(i % 500), "Reader",
					"reader%d@council.example".formatted(i % 500), 1, "<MANY%d@packs.example>".formatted(i), "MANY" + i, "packs@council.example", head, "0".repeat(64), "0".repeat(64), state(i), "", 1, at(edition), 1,
					"officer1", at(edition), AUDIENCES.get(pack(edition)) });
		}
		put("""
				INSERT INTO deliveries (id, kind, authority, about, edition, manifest_sha256, list, recipient, name, address, send_no, message_id, token, sender, head, body_sha256, mime_sha256, state, reason, fence,
				next_try, attempts, posted_by, posted_at, audience) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
	}

	private void attempts(int many) throws SQLException {
		for (int i = 0; i < many; i++) {
			this.waiting.add(new Object[] { i + 1L, 1, "END", 250, "2.0.0 Ok: queued", "relay.council.example", at(0), at(0) });
		}
		put("INSERT INTO delivery_attempts (delivery, fence, phase, code, words, host, started_at, ended_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
	}

	private static String state(int i) {
		return STATES.get((int) (i * 7919L % STATES.size()));
	}

	private static List<String> states() {
		var states = new ArrayList<String>();
		IntStream.range(0, 1000).forEach(i -> states.add(i < 2 ? "DOUBTFUL" : i < 6 ? "REJECTED" : i < 8 ? "FAILED" : i < 18 ? "PENDING" : i < 20 ? "WITHDRAWN" : "ACCEPTED"));
		return List.copyOf(states);
	}

	private void put(String sql) throws SQLException {
		try (var connection = this.database.getConnection(); var insert = connection.prepareStatement(sql)) {
			for (int i = 0; i < this.waiting.size(); i++) {
				add(insert, this.waiting.get(i));
				if (i % AT_ONCE == AT_ONCE - 1) {
					insert.executeBatch();
				}
			}
			insert.executeBatch();
		}
		this.waiting.clear();
	}

	private static void add(PreparedStatement insert, Object[] values) throws SQLException {
		for (int i = 0; i < values.length; i++) {
			insert.setObject(i + 1, values[i]);
		}
		insert.addBatch();
	}

}

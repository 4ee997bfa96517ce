package org.packhorse.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.packhorse.delivery.Delivery.Kind;
import org.packhorse.delivery.Delivery.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Every message that was posted, and where each stands.
@Repository
public class Ledger {

	/// Doubtful ones first, then what was refused or given up, then what waits, then the rest; the newest of each first.
	private static final String ORDER = """
			ORDER BY CASE state WHEN 'DOUBTFUL' THEN 0 WHEN 'REJECTED' THEN 1 WHEN 'FAILED' THEN 1 WHEN 'IN_FLIGHT' THEN 2 WHEN 'CLAIMED' THEN 2
			WHEN 'PENDING' THEN 2 ELSE 3 END, id DESC""";

	private final JdbcClient jdbc;

	public Ledger(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// Everything about something, or everything, with what was tried; those that a person must look at first.
	///
	/// @param about an edition's name or a notice's key, or null for all
	/// @param state one state, or null for all
	public List<Delivery> list(@Nullable String about, @Nullable State state, int most) {
		var found = this.jdbc.sql("SELECT * FROM deliveries WHERE (:about IS NULL OR about = :about) AND (:state IS NULL OR state = :state) " + ORDER + " LIMIT :most")
			.param("about", about)
			.param("state", state == null ? null : state.name())
			.param("most", most)
			.query(Ledger::delivery)
			.list();
		var tried = attempts(found);
		return found.stream().map(each -> each.with(tried.getOrDefault(each.number(), List.of()))).toList();
	}

	/// One of them.
	public Optional<Delivery> find(long number) {
		return this.jdbc.sql("SELECT * FROM deliveries WHERE id = ?").param(number).query(Ledger::delivery).optional().map(each -> each.with(attempts(List.of(each)).getOrDefault(number, List.of())));
	}

	/// Those of these numbers, in their order, with what was tried.
	List<Delivery> all(List<Long> numbers) {
		if (numbers.isEmpty()) {
			return List.of();
		}
		var found = new HashMap<Long, Delivery>();
		this.jdbc.sql("SELECT * FROM deliveries WHERE id IN (:numbers)").param("numbers", numbers).query(Ledger::delivery).list().forEach(each -> found.put(each.number(), each));
		var tried = attempts(List.copyOf(found.values()));
		return numbers.stream().filter(found::containsKey).map(number -> found.get(number).with(tried.getOrDefault(number, List.of()))).toList();
	}

	/// The message of this name, whatever the domain in it.
	Optional<Delivery> named(String messageId) {
		return this.jdbc.sql("SELECT * FROM deliveries WHERE token = ?").param(Addressed.token(messageId)).query(Ledger::delivery).optional();
	}

	/// How many stand in a state.
	public int count(State state) {
		return this.jdbc.sql("SELECT COUNT(*) FROM deliveries WHERE state = ?").param(state.name()).query(Integer.class).single();
	}

	/// How many stand in each state.
	public Map<State, Integer> counts() {
		var counts = new EnumMap<State, Integer>(State.class);
		List.of(State.values()).forEach(state -> counts.put(state, 0));
		this.jdbc.sql("SELECT state, COUNT(*) FROM deliveries GROUP BY state").query((row, _) -> counts.put(State.valueOf(row.getString(1)), row.getInt(2))).list();
		return counts;
	}

	/// When the next one is due, if any waits.
	public Optional<Instant> nextDue() {
		return this.jdbc.sql("SELECT MIN(next_try) AS next_try FROM deliveries WHERE state = 'PENDING'").query((row, _) -> Optional.ofNullable(Moment.orNull(row, "next_try"))).single();
	}

	/// The last message about this to this recipient.
	Optional<Delivery> last(Kind kind, String about, @Nullable String manifest, String recipient) {
		return this.jdbc.sql("SELECT * FROM deliveries WHERE kind = ? AND about = ? AND COALESCE(manifest_sha256, '') = ? AND recipient = ? ORDER BY send_no DESC LIMIT 1")
			.params(kind.name(), about, Objects.requireNonNullElse(manifest, ""), recipient)
			.query(Ledger::delivery)
			.optional();
	}

	/// Writes a message down, to be sent at once. The caller's transaction makes all or none.
	void post(Frozen frozen, @Nullable Long release, String by, Instant at) {
		if (this.jdbc.sql("SELECT COUNT(*) FROM delivery_bodies WHERE sha256 = ?").param(frozen.bodySha256()).query(Integer.class).single() == 0) {
			this.jdbc.sql("INSERT IGNORE INTO delivery_bodies (sha256, bytes) VALUES (?, ?)").params(frozen.bodySha256(), frozen.body()).update();
		}
		var letter = frozen.to();
		this.jdbc.sql("""
				INSERT INTO deliveries (release_id, kind, authority, about, edition, manifest_sha256, list, recipient, name, address, send_no, message_id, token, sender, head,
				body_sha256, mime_sha256, opened_by, key_mark, state, reason, fence, next_try, attempts, posted_by, posted_at, audience)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PENDING', '', 0, %s, 0, ?, ?, (SELECT audience FROM editions WHERE id = ?))""".formatted(Moment.NOW))
			.params(release, letter.kind().name(), letter.authority(), letter.about(), letter.edition(), letter.manifestSha256(), letter.list(), letter.recipient(),
					letter.name(), letter.address(), letter.sendNo(), frozen.messageId(), letter.token(), frozen.sender(), frozen.head(), frozen.bodySha256(), frozen.mimeSha256(),
					frozen.opening() == null ? null : frozen.opening().by().name(), frozen.opening() == null ? null : frozen.opening().keyMark(), by,
					LocalDateTime.ofInstant(at, ZoneOffset.UTC), letter.edition())
			.update();
	}

	/// Puts down whom the editions are for that messages carry, where that was not known when they were posted.
	void fillAudiences() {
		this.jdbc.sql("""
				UPDATE deliveries SET audience = (SELECT e.audience FROM editions e WHERE e.id = deliveries.edition)
				WHERE audience IS NULL AND edition IN (SELECT id FROM editions WHERE audience IS NOT NULL)""").update();
	}

	/// The bytes of a message with what they should be, and its envelope.
	FrozenMail frozen(long number) {
		return this.jdbc.sql("SELECT d.sender, d.address, d.head, d.mime_sha256, b.bytes FROM deliveries d LEFT JOIN delivery_bodies b ON b.sha256 = d.body_sha256 WHERE d.id = ?")
			.param(number)
			.query((row, _) -> FrozenMail.of(row.getString("sender"), row.getString("address"), row.getString("head"), row.getBytes("bytes"), row.getString("mime_sha256")))
			.single();
	}

	/// What a message's files are opened with, or nothing where they are attached.
	Optional<Opening> opening(long number) {
		return this.jdbc.sql("SELECT opened_by, key_mark FROM deliveries WHERE id = ? AND opened_by IS NOT NULL")
			.param(number)
			.query((row, _) -> new Opening(Opening.By.valueOf(row.getString("opened_by")), row.getString("key_mark")))
			.optional();
	}

	/// Writes down what became of a try.
	void tried(long number, Delivery.Attempt attempt) {
		this.jdbc.sql("INSERT INTO delivery_attempts (delivery, fence, phase, code, words, host, started_at, ended_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
			.params(number, attempt.fence(), attempt.phase().name(), attempt.code(), attempt.words(), attempt.host(), LocalDateTime.ofInstant(attempt.startedAt(), ZoneOffset.UTC),
					LocalDateTime.ofInstant(attempt.endedAt(), ZoneOffset.UTC))
			.update();
	}

	private Map<Long, List<Delivery.Attempt>> attempts(List<Delivery> of) {
		var attempts = new HashMap<Long, List<Delivery.Attempt>>();
		if (of.isEmpty()) {
			return attempts;
		}
		this.jdbc.sql("SELECT * FROM delivery_attempts WHERE delivery IN (:numbers) ORDER BY id").param("numbers", of.stream().map(Delivery::number).toList()).query(row -> {
			attempts.computeIfAbsent(row.getLong("delivery"), _ -> new ArrayList<>())
				.add(new Delivery.Attempt(row.getLong("fence"), Phase.valueOf(row.getString("phase")), row.getInt("code"), row.getString("words"), row.getString("host"),
						Moment.of(row, "started_at"), Moment.of(row, "ended_at")));
		});
		return attempts;
	}

	private static Delivery delivery(ResultSet row, int number) throws SQLException {
		long edition = row.getLong("edition");
		var ofEdition = row.wasNull() ? null : edition;
		return new Delivery(row.getLong("id"), Kind.valueOf(row.getString("kind")), row.getString("authority"), row.getString("about"), ofEdition,
				row.getString("manifest_sha256"), row.getString("list"), row.getString("recipient"), row.getString("name"), row.getString("address"), row.getInt("send_no"),
				row.getString("message_id"), State.valueOf(row.getString("state")), row.getString("reason"), row.getLong("fence"), Moment.of(row, "next_try"),
				row.getInt("attempts"), Moment.of(row, "posted_at"), List.of());
	}

}

package org.packhorse.delivery;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.packhorse.access.Clearance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Answers out of the mail ledger and the lists as they stand at this moment.
@Repository
class LedgerDeliveries implements Deliveries {

	private final JdbcClient jdbc;

	private final Clock clock;

	LedgerDeliveries(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/// A message as the ledger has it.
	private record Sent(long id, long edition, String manifest, String authority, String recipient, List<String> lists) {
	}

	/// A rehearsal goes to another address than its recipient's: its link opens nothing, for whoever reads that mailbox is not the reader.
	@Override
	public Optional<Reader> reader(String messageId) {
		return this.jdbc.sql("""
				SELECT d.id, d.edition, d.manifest_sha256, d.authority, d.recipient, d.list, r.lists FROM deliveries d LEFT JOIN releases r ON r.id = d.release_id
				WHERE d.message_id = ? AND d.edition IS NOT NULL AND d.manifest_sha256 IS NOT NULL AND d.address = d.recipient
				AND d.state NOT IN ('WITHDRAWN', 'REJECTED')""")
			.param(messageId)
			.query((row, _) -> new Sent(row.getLong("id"), row.getLong("edition"), row.getString("manifest_sha256"), row.getString("authority"),
					row.getString("recipient"), lines(row.getString("list"), row.getString("lists"))))
			.optional()
			.map(sent -> new Reader(sent.id(), sent.edition(), sent.manifest(), grants(sent)))
			.filter(reader -> !reader.grants().isEmpty());
	}

	private List<Grant> grants(Sent sent) {
		if (sent.lists().isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql("""
				SELECT l.audience, l.formats, r.clearance FROM recipients r JOIN distribution_lists l ON l.authority = r.authority AND l.list = r.list
				WHERE r.authority = :authority AND r.email = :email AND r.list IN (:lists) AND (r.until IS NULL OR r.until >= :today)""")
			.param("authority", sent.authority())
			.param("email", sent.recipient())
			.param("lists", sent.lists())
			.param("today", LocalDate.ofInstant(this.clock.instant(), ZoneId.of("Europe/London")))
			.query((row, _) -> new Grant(clearance(row.getString("audience")), clearance(row.getString("clearance")), words(row.getString("formats"))))
			.list();
	}

	private static Clearance clearance(String word) {
		return Clearance.valueOf(word.toUpperCase(Locale.ROOT));
	}

	/// Names of lists stand one a line: they may have blanks in them.
	private static List<String> lines(@Nullable String... texts) {
		return Stream.of(texts).filter(text -> text != null).flatMap(String::lines).filter(line -> !line.isBlank()).distinct().toList();
	}

	private static List<String> words(@Nullable String... texts) {
		return Stream.of(texts).filter(text -> text != null).flatMap(text -> Stream.of(text.split("[\\s,]+"))).filter(word -> !word.isEmpty()).distinct().toList();
	}

}

package org.packhorse.delivery;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.packhorse.writer.PackFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Answers out of the mail ledger and the lists as they stand at this moment.
@Repository
class LedgerDeliveries implements Deliveries {

	private final JdbcClient jdbc;

	private final DistributionLists lists;

	private final Admission admission;

	LedgerDeliveries(JdbcClient jdbc, DistributionLists lists, Admission admission) {
		this.jdbc = jdbc;
		this.lists = lists;
		this.admission = admission;
	}

	/// A message as the ledger has it.
	private record Sent(long id, long edition, String manifest, String authority, String recipient, List<String> lists) {
	}

	/// A rehearsal goes to another address than its recipient's: its link opens nothing, for whoever reads that mailbox is not the reader.
	@Override
	public Optional<Reader> reader(String messageId) {
		return this.jdbc.sql("""
				SELECT d.id, d.edition, d.manifest_sha256, d.authority, d.recipient, d.list, r.lists FROM deliveries d LEFT JOIN releases r ON r.id = d.release_id
				WHERE d.message_id = ? AND d.kind = 'EDITION' AND d.edition IS NOT NULL AND d.manifest_sha256 IS NOT NULL AND d.address = d.recipient
				AND d.state NOT IN ('WITHDRAWN', 'REJECTED', 'FAILED')""")
			.param(messageId)
			.query((row, _) -> new Sent(row.getLong("id"), row.getLong("edition"), row.getString("manifest_sha256"), row.getString("authority"),
					row.getString("recipient"), names(row.getString("list"), row.getString("lists"))))
			.optional()
			.map(sent -> new Reader(sent.id(), sent.edition(), sent.manifest(), grants(sent)))
			.filter(reader -> !reader.grants().isEmpty());
	}

	private List<Grant> grants(Sent sent) {
		return sent.lists().stream().map(name -> this.lists.find(sent.authority(), name)).flatMap(Optional::stream).flatMap(list -> grants(list, sent.recipient())).toList();
	}

	private Stream<Grant> grants(DistributionList list, String recipient) {
		return this.admission.today(list)
			.stream()
			.filter(on -> on.address().equals(recipient) && list.mayReach(recipient))
			.map(on -> new Grant(list.audience(), on.clearance(), list.formats().stream().map(PackFormat::ending).toList()));
	}

	/// Names of lists stand one a line: they may have blanks in them.
	private static List<String> names(@Nullable String list, @Nullable String lists) {
		return Stream.of(list, lists).filter(text -> text != null).flatMap(String::lines).filter(name -> !name.isEmpty()).distinct().toList();
	}

}

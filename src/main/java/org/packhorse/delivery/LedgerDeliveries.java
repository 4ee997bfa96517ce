package org.packhorse.delivery;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.packhorse.writer.PackFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Answers out of the mail ledger and the lists as they stand at this moment.
@Repository
class LedgerDeliveries implements Deliveries {

	private final JdbcClient jdbc;

	private final DistributionLists lists;

	private final Admission admission;

	private final Releases releases;

	LedgerDeliveries(JdbcClient jdbc, DistributionLists lists, Admission admission, Releases releases) {
		this.jdbc = jdbc;
		this.lists = lists;
		this.admission = admission;
		this.releases = releases;
	}

	/// A message as the ledger has it.
	private record Sent(long id, long edition, String manifest, String authority, String recipient) {
	}

	/// A rehearsal goes to another address than its recipient's: its link opens nothing, for whoever reads that mailbox is not the reader.
	@Override
	public Optional<Reader> reader(String messageId) {
		return this.jdbc.sql("""
				SELECT d.id, d.edition, d.manifest_sha256, d.authority, d.recipient FROM deliveries d
				WHERE d.message_id = ? AND d.kind = 'EDITION' AND d.edition IS NOT NULL AND d.manifest_sha256 IS NOT NULL AND LOWER(d.address) = d.recipient
				AND d.state NOT IN ('WITHDRAWN', 'REJECTED', 'FAILED')""")
			.param(messageId)
			.query((row, _) -> new Sent(row.getLong("id"), row.getLong("edition"), row.getString("manifest_sha256"), row.getString("authority"),
					row.getString("recipient")))
			.optional()
			.map(sent -> new Reader(sent.id(), sent.edition(), sent.manifest(), grants(sent)))
			.filter(reader -> !reader.grants().isEmpty());
	}

	private List<Grant> grants(Sent sent) {
		return this.releases.lists(sent.id()).stream().map(name -> this.lists.find(sent.authority(), name)).flatMap(Optional::stream).flatMap(list -> grants(list, sent.recipient())).toList();
	}

	private Stream<Grant> grants(DistributionList list, String recipient) {
		return this.admission.today(list)
			.stream()
			.filter(on -> Addresses.same(on.address()).equals(recipient) && list.mayReach(recipient))
			.map(on -> new Grant(list.audience(), on.clearance(), list.formats().stream().map(PackFormat::ending).toList()));
	}

}

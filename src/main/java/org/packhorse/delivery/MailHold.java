package org.packhorse.delivery;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Whether all mail is held: one row, which every claim and every message's end asks.
@Repository
class MailHold {

	private final JdbcClient jdbc;

	MailHold(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// How it stands.
	record Standing(boolean held, String reason, @Nullable Instant since, long seen, @Nullable String seenHash) {
	}

	Standing standing() {
		return standing("");
	}

	/// The same, as nobody else changes it before the caller's transaction ends.
	Standing locked() {
		return standing(" FOR UPDATE");
	}

	private Standing standing(String locking) {
		return this.jdbc.sql("SELECT * FROM mail_hold WHERE id = 1" + locking)
			.query((row, _) -> new Standing(row.getBoolean("held"), row.getString("reason"), Moment.orNull(row, "since"), row.getLong("seen_seq"), row.getString("seen_hash")))
			.single();
	}

	/// Holds mail, and says whether it was not held before; who holds it already keeps his reason.
	boolean hold(String reason) {
		return this.jdbc.sql("UPDATE mail_hold SET held = TRUE, reason = ?, since = %s WHERE id = 1 AND held = FALSE".formatted(Moment.NOW)).param(reason).update() == 1;
	}

	/// Lets mail go, after somebody has looked at the journal as far as this line.
	void lift(JournalLine seen) {
		this.jdbc.sql("UPDATE mail_hold SET held = FALSE, reason = '', since = NULL, seen_seq = ?, seen_hash = ? WHERE id = 1").params(seen.seq(), seen.hash()).update();
	}

}

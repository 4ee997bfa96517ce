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
	record Standing(boolean held, String reason, @Nullable Instant since, long seen) {
	}

	Standing standing() {
		return this.jdbc.sql("SELECT * FROM mail_hold WHERE id = 1")
			.query((row, _) -> new Standing(row.getBoolean("held"), row.getString("reason"), Moment.orNull(row, "since"), row.getLong("seen_seq")))
			.single();
	}

	/// Holds mail; who holds it already keeps his reason.
	void hold(String reason) {
		this.jdbc.sql("UPDATE mail_hold SET held = TRUE, reason = ?, since = %s WHERE id = 1 AND held = FALSE".formatted(Moment.NOW)).param(reason).update();
	}

	/// Lets mail go, after somebody has looked at the journal as far as a line.
	void lift(long seen) {
		this.jdbc.sql("UPDATE mail_hold SET held = FALSE, reason = '', since = NULL, seen_seq = ? WHERE id = 1").param(seen).update();
	}

}

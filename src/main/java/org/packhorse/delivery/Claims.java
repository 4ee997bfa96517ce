package org.packhorse.delivery;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.packhorse.delivery.Delivery.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Moves messages from state to state. Each move is one statement that names the state it comes from and the fence, in a transaction of
/// its own: of several processes one succeeds, and one that comes back from a pause changes nothing.
@Component
class Claims {

	private static final String NO_HOLD = "NOT EXISTS (SELECT 1 FROM mail_hold WHERE held = TRUE)";

	private static final String MINE = "id = :id AND fence = :fence AND state IN ('CLAIMED', 'IN_FLIGHT')";

	private final JdbcClient jdbc;

	private final Ledger ledger;

	private final TransactionTemplate own;

	Claims(JdbcClient jdbc, Ledger ledger, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.ledger = ledger;
		this.own = new TransactionTemplate(transactions);
		this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/// The numbers of those that are due.
	List<Long> due(@Nullable String about) {
		return this.jdbc.sql("SELECT id FROM deliveries WHERE state = 'PENDING' AND next_try <= " + Moment.NOW + " AND (:about IS NULL OR about = :about) ORDER BY next_try, id")
			.param("about", about)
			.query(Long.class)
			.list();
	}

	/// Takes one in hand, unless somebody else has it, it is not due, or mail is held.
	Optional<Delivery> claim(long number, MailSettings settings) {
		return in(() -> {
			int claimed = this.jdbc.sql("""
					UPDATE deliveries SET state = 'CLAIMED', fence = fence + 1, attempts = attempts + 1, owner = :owner, lease_until = %s,
					first_try = COALESCE(first_try, %s) WHERE id = :id AND state = 'PENDING' AND next_try <= %2$s AND %s"""
				.formatted(Moment.after(settings.limits().lease()), Moment.NOW, NO_HOLD))
				.param("id", number)
				.param("owner", Here.name())
				.update();
			return claimed == 1 ? this.ledger.find(number) : Optional.empty();
		});
	}

	/// The fence before a message's end: whether this process still has it to itself and mail is not held. From here on nobody sends it
	/// again by himself.
	boolean launch(Delivery delivery, MailSettings settings) {
		return in(() -> this.jdbc.sql("UPDATE deliveries SET state = 'IN_FLIGHT', lease_until = %s WHERE id = ? AND fence = ? AND state = 'CLAIMED' AND lease_until > %s AND %s"
			.formatted(Moment.after(settings.limits().lease()), Moment.NOW, NO_HOLD)).params(delivery.number(), delivery.fence()).update()) == 1;
	}

	/// Ends it in a state that no program leaves.
	boolean settle(Delivery delivery, State state, String reason) {
		return move(delivery, "state = '%s', reason = :reason, owner = NULL, lease_until = NULL, settled_at = %s".formatted(state, Moment.NOW), "", reason);
	}

	/// Lets it wait for another try, or gives it up when it was tried for long enough.
	State later(Delivery delivery, String reason, MailSettings settings) {
		var retries = settings.retries();
		if (move(delivery, "state = 'FAILED', reason = :reason, owner = NULL, lease_until = NULL, settled_at = " + Moment.NOW,
				" AND first_try <= " + Moment.before(retries.giveUpAfter()), "given up: " + reason)) {
			return State.FAILED;
		}
		move(delivery, "state = 'PENDING', reason = :reason, owner = NULL, lease_until = NULL, next_try = " + Moment.after(retries.after(delivery.attempts())), "", reason);
		return State.PENDING;
	}

	/// Puts one back as it was before it was claimed: with the fence of now it would look like one that has caught up with the journal.
	void putBack(Delivery delivery) {
		move(delivery, "state = 'PENDING', fence = fence - 1, attempts = attempts - 1, reason = :reason, owner = NULL, lease_until = NULL", "", delivery.reason());
	}

	private boolean move(Delivery delivery, String set, String further, String reason) {
		return in(() -> this.jdbc.sql("UPDATE deliveries SET " + set + " WHERE " + MINE + further)
			.param("reason", reason)
			.param("id", delivery.number())
			.param("fence", delivery.fence())
			.update()) == 1;
	}

	/// Takes back what a process left that is gone or has been silent for longer than its lease: what had not ended waits again, what had
	/// is doubtful. The doubtful ones are returned.
	List<Delivery> sweep() {
		return in(() -> {
			var left = this.jdbc.sql("SELECT id FROM deliveries WHERE state IN ('CLAIMED', 'IN_FLIGHT') AND lease_until <= " + Moment.NOW).query(Long.class).list();
			var gone = this.jdbc.sql("SELECT DISTINCT owner FROM deliveries WHERE state IN ('CLAIMED', 'IN_FLIGHT')").query(String.class).list().stream().filter(Here::isGone).toList();
			return left.isEmpty() && gone.isEmpty() ? List.<Delivery>of() : sweep(left.isEmpty() ? List.of(0L) : left, gone.isEmpty() ? List.of("") : gone);
		});
	}

	private List<Delivery> sweep(List<Long> left, List<String> gone) {
		this.jdbc.sql("UPDATE deliveries SET state = 'PENDING', owner = NULL, lease_until = NULL WHERE state = 'CLAIMED' AND (owner IN (:gone) OR id IN (:left) AND lease_until <= "
				+ Moment.NOW + ")").param("left", left).param("gone", gone).update();
		var flying = this.jdbc.sql("SELECT id FROM deliveries WHERE state = 'IN_FLIGHT' AND (owner IN (:gone) OR id IN (:left) AND lease_until <= " + Moment.NOW + ") FOR UPDATE")
			.param("left", left)
			.param("gone", gone)
			.query(Long.class)
			.list();
		flying.forEach(number -> this.jdbc.sql("UPDATE deliveries SET state = 'DOUBTFUL', reason = ?, owner = NULL, lease_until = NULL, settled_at = " + Moment.NOW + " WHERE id = ?")
			.params("the process that was sending it ended before the server's answer came", number)
			.update());
		return flying.stream().map(number -> this.ledger.find(number).orElseThrow()).toList();
	}

	private <T> T in(Supplier<T> work) {
		return Objects.requireNonNull(this.own.execute(_ -> work.get()));
	}

}

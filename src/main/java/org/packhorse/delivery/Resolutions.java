package org.packhorse.delivery;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.packhorse.access.Actor;
import org.packhorse.access.AuditTrail;
import org.packhorse.delivery.Delivery.State;
import org.packhorse.pack.Editions;
import org.packhorse.pack.PackProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What a person decides about a message whose fate no program can know, or that no program will try again.
@Component
public class Resolutions {

	private static final Set<State> RESENT_FROM = EnumSet.of(State.DOUBTFUL, State.REJECTED, State.FAILED, State.WITHDRAWN);

	private final JdbcClient jdbc;

	private final Ledger ledger;

	private final Postbag postbag;

	private final Editions editions;

	private final SendJournal journal;

	private final AuditTrail trail;

	private final TransactionTemplate transaction;

	Resolutions(JdbcClient jdbc, Ledger ledger, Postbag postbag, Editions editions, SendJournal journal, AuditTrail trail, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.ledger = ledger;
		this.postbag = postbag;
		this.editions = editions;
		this.journal = journal;
		this.trail = trail;
		this.transaction = new TransactionTemplate(transactions);
	}

	/// Whether a person may have a message in this state sent again.
	public static boolean mayResend(State state) {
		return RESENT_FROM.contains(state);
	}

	/// A person has found out that a doubtful message came.
	public Delivery delivered(long number, Actor actor, String reason) {
		var before = Objects.requireNonNull(this.transaction.execute(_ -> {
			var delivery = demand(number, EnumSet.of(State.DOUBTFUL), "--delivered", reason);
			settle(delivery, State.DELIVERED, reason);
			this.trail.record(actor, "resolved", "delivery " + number, Map.of("as", "delivered", "reason", Addresses.without(reason), "edition", delivery.about()));
			return delivery;
		}));
		note(before);
		return this.ledger.find(number).orElseThrow();
	}

	/// A person has it sent again: as a new message, which the ledger counts as the next one to this recipient.
	public Delivery resend(long number, Actor actor, String reason) {
		return Objects.requireNonNull(this.transaction.execute(_ -> {
			var delivery = demand(number, RESENT_FROM, "--resend", reason);
			var edition = Optional.ofNullable(delivery.edition()).flatMap(this.editions::onRecord);
			settle(delivery, State.RESENT, reason);
			var again = this.postbag.again(delivery, edition, actor);
			this.trail.record(actor, "resolved", "delivery " + number, Map.of("as", "sent again", "reason", Addresses.without(reason), "edition", delivery.about(), "new delivery", again.number()));
			return again;
		}));
	}

	private Delivery demand(long number, Set<State> from, String option, String reason) {
		if (reason.isBlank() || !Addresses.oneLine(reason, 500).equals(reason.strip())) {
			throw usage("Say why in one line of at most 500 characters: --reason \"the chair has it, by telephone\".");
		}
		this.jdbc.sql("SELECT id FROM deliveries WHERE id = ? FOR UPDATE").param(number).query(Long.class).optional();
		var delivery = this.ledger.find(number).orElseThrow(() -> usage("There is no delivery %d; ./packhorse deliveries lists them.".formatted(number)));
		if (!from.contains(delivery.state())) {
			throw usage("Delivery %d is %s; %s is for %s.".formatted(number, delivery.state(), option,
					String.join(", ", from.stream().map(State::name).toList())));
		}
		return delivery;
	}

	private void settle(Delivery delivery, State state, String reason) {
		this.jdbc.sql("UPDATE deliveries SET state = ?, reason = ?, settled_at = %s WHERE id = ? AND state = ?".formatted(Moment.NOW))
			.params(state.name(), reason.strip(), delivery.number(), delivery.state().name())
			.update();
	}

	private void note(Delivery delivery) {
		try {
			this.journal.write(State.DELIVERED, delivery.messageId(), delivery.fence(), delivery.about());
		}
		catch (IOException ex) {
			throw new PackProblem(PackProblem.Kind.FAILED, "The decision is in the ledger, but the send journal %s cannot be written: %s".formatted(this.journal.file(), ex.getMessage()));
		}
	}

	private static PackProblem usage(String words) {
		return new PackProblem(PackProblem.Kind.USAGE, words);
	}

}

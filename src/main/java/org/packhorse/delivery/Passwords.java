package org.packhorse.delivery;

import java.util.Map;

import org.packhorse.access.Actor;
import org.packhorse.access.AuditTrail;
import org.packhorse.delivery.Delivery.Kind;
import org.packhorse.pack.PackProblem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells a locked file's password to whoever tells it on, and records that.
@Component
public class Passwords {

	private final Ledger ledger;

	private final ProtectedFile locks;

	private final DeliveryKey key;

	private final AuditTrail trail;

	private final TransactionTemplate transaction;

	Passwords(Ledger ledger, ProtectedFile locks, DeliveryKey key, AuditTrail trail, PlatformTransactionManager transactions) {
		this.ledger = ledger;
		this.locks = locks;
		this.key = key;
		this.trail = trail;
		this.transaction = new TransactionTemplate(transactions);
	}

	/// The password of the message with this number in the ledger; throws [PackProblem] where it brings no edition.
	public String tell(long number, Actor actor) {
		var delivery = this.ledger.find(number)
			.filter(found -> found.kind() != Kind.NOTICE)
			.orElseThrow(() -> new PackProblem(PackProblem.Kind.USAGE, "There is no message %d that brings an edition; ./packhorse deliveries lists them.".formatted(number)));
		demandKey(delivery);
		var password = this.locks.password(delivery.messageId());
		this.transaction.executeWithoutResult(_ -> this.trail.record(actor, "told the password", "delivery " + number, Map.of("edition", delivery.about())));
		return password;
	}

	private void demandKey(Delivery delivery) {
		if (this.ledger.opening(delivery.number()).filter(opening -> !opening.keyMark().equals(this.key.mark())).isPresent()) {
			throw new PackProblem(PackProblem.Kind.INPUT, ("Delivery %d was made with another delivery key than the one of now, whose password would open nothing: "
					+ "bring that key back (data/delivery.key or packhorse.delivery.key, docs/links.md).").formatted(delivery.number()));
		}
	}

}

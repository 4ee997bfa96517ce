package org.packhorse.delivery;

import org.packhorse.pack.OlderEditions;
import org.springframework.stereotype.Component;

/// Puts down whom editions, and the messages that carry them, are for, where both are older than that was kept.
@Component
public class OlderDeliveries {

	private final OlderEditions editions;

	private final Ledger ledger;

	OlderDeliveries(OlderEditions editions, Ledger ledger) {
		this.editions = editions;
		this.ledger = ledger;
	}

	/// Sees to all of them; there is nothing to do from the second time on.
	public void fill() {
		this.editions.fill();
		this.ledger.fillAudiences();
	}

}

package org.packhorse.access;

import java.time.Clock;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Puts into the trail that passwords were tried too often and are looked at no more for a while: once an hour for each account, and once for all addresses together.
///
/// Only accounts that there are stand in it. It is written aside, so that the time an answer takes tells nobody which names these are.
@Component
public class TriedTooOften {

	private static final Logger LOG = LoggerFactory.getLogger(TriedTooOften.class);

	private static final Actor NOBODY = new Actor("packhorse");

	private final AuditTrail trail;

	private final TransactionTemplate transaction;

	private final Seldom seldom;

	TriedTooOften(AuditTrail trail, PlatformTransactionManager transactions, Clock clock) {
		this.trail = trail;
		this.transaction = new TransactionTemplate(transactions);
		this.seldom = new Seldom(clock);
	}

	/// Of one account.
	///
	/// @param from where they were tried, in words that name no machine
	public void ofAccount(Account account, String from) {
		record("account " + account.name(), from);
	}

	/// Of whatever names, from one address.
	public void fromOneAddress() {
		record("sign-in", "one address");
	}

	private void record(String object, String from) {
		Thread.ofVirtual().start(() -> write(object, from));
	}

	/// What fails was not written: the next time it is tried again.
	void write(String object, String from) {
		try {
			this.seldom.once(object + " " + from, () -> this.transaction
				.executeWithoutResult(_ -> this.trail.record(NOBODY, "held up", object, Map.of("because of", "wrong passwords", "from", from))));
		}
		catch (RuntimeException ex) {
			LOG.error("wrong passwords for {} were tried too often, and the audit trail does not say so", object, ex);
		}
	}

}

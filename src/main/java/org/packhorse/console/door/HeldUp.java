package org.packhorse.console.door;

import java.util.Optional;

import org.packhorse.access.Account;
import org.packhorse.access.TriedTooOften;
import org.packhorse.console.door.SignInLimits.Reached;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/// Counts wrong passwords, and tells when there were too many: the log from which address, the audit trail for which account.
@Component
@ConditionalOnWebApplication
class HeldUp {

	private static final Logger LOG = LoggerFactory.getLogger(HeldUp.class);

	private final SignInLimits limits;

	private final TriedTooOften trail;

	HeldUp(SignInLimits limits, TriedTooOften trail) {
		this.limits = limits;
		this.trail = trail;
	}

	/// @param name under which it was tried, @param account whose name that is, if it is anybody's
	void failed(Visitor visitor, String name, Optional<Account> account) {
		var reached = this.limits.failed(visitor, name);
		if (!reached.isEmpty()) {
			LOG.warn("Wrong passwords were tried too often from {}; nothing is looked at for a while", visitor.address());
		}
		reached.forEach(limit -> record(limit, account));
	}

	private void record(Reached limit, Optional<Account> account) {
		switch (limit) {
			case OF_BROWSER -> account.ifPresent(found -> this.trail.ofAccount(found, "a browser that the account has used"));
			case OF_ACCOUNT -> account.ifPresent(found -> this.trail.ofAccount(found, "browsers that the account has not used"));
			case OF_ADDRESS -> this.trail.fromOneAddress();
		}
	}

}

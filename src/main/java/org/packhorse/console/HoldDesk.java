package org.packhorse.console;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.packhorse.access.Account;
import org.packhorse.access.Reach;
import org.packhorse.access.Role;
import org.packhorse.delivery.Holding;
import org.packhorse.pack.PackProblem;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/// Holds all mail, and lets it go, for pages and scripts: as `deliveries hold` does. A hold is about every council and every pack, so it is for authors who may read all of them.
@Component
@ConditionalOnWebApplication
class HoldDesk {

	private static final Set<Role> OVERSEERS = Set.of(Role.ADMIN, Role.AUDITOR);

	private final Holding holding;

	HoldDesk(Holding holding) {
		this.holding = holding;
	}

	/// Whether an account may hold mail and let it go.
	static boolean decides(Account account) {
		return account.roles().contains(Role.AUTHOR) && Reach.of(account).readsEverything();
	}

	/// Whether the reason of a hold, which may name any pack of any council, is for an account to read.
	static boolean knowsWhy(Account account) {
		return decides(account) || account.isAny(OVERSEERS) && account.councils().isEmpty();
	}

	/// How mail stands, compared with the send journal; not there for whoever may not see every message.
	Holding.Look look(Account account) {
		if (!decides(account)) {
			throw new NothingThere();
		}
		return this.holding.look();
	}

	/// What tells a look from another: whoever lets mail go has seen what kept it.
	static String seen(Holding.Look look) {
		return Integer.toHexString(look.hashCode());
	}

	/// Holds mail, or lets it go, and says what came of it; nothing where something is at fault, which is noted.
	///
	/// @param typed `hold` or `lift`, the reason, and for a lift what was seen
	Optional<String> decided(Account account, Typed typed) {
		var look = look(account);
		typed.demandAmong("act", List.of("hold", "lift"));
		if (typed.text("act").isEmpty()) {
			typed.fault("act", "Say whether to hold all mail (hold) or to let it go (lift)");
		}
		var reason = typed.line("reason", "Reason", 500);
		if (reason.isEmpty()) {
			typed.fault("reason", "Enter why. It goes into the audit trail");
		}
		boolean lift = typed.has("act", "lift");
		if (lift == !look.held() && !typed.isFaulty()) {
			typed.fault("act", lift ? "Mail is not held: there is nothing to lift" : "All mail is held already: " + DeliveryDesk.why(look.reason()));
		}
		if (lift && look.held() && !seen(look).equals(typed.text("seen"))) {
			typed.fault("seen", "What holds mail is not what you have seen. Look at it again");
		}
		return typed.isFaulty() ? Optional.empty() : done(account, typed, lift ? look : null, reason);
	}

	/// @param seen what is lifted, or null to hold
	private Optional<String> done(Account account, Typed typed, Holding.@Nullable Look seen, String reason) {
		try {
			if (seen != null) {
				int taken = this.holding.lift(account.actor(), reason, seen);
				return Optional.of("Mail goes again." + (taken == 0 ? "" : " Taken over from the send journal: %s.".formatted(Words.counted(taken, "message"))));
			}
			this.holding.hold(account.actor(), reason);
			return Optional.of("All mail is held. What has not ended yet is not sent.");
		}
		catch (PackProblem ex) {
			typed.fault("act", ex);
			return Optional.empty();
		}
	}

}

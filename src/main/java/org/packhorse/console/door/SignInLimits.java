package org.packhorse.console.door;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/// How often a wrong password may be tried within a quarter of an hour: for one account, and from one address.
///
/// A browser that the account has signed in with before is counted by itself, so that strangers who try an account's name cannot keep its holder out.
@Component
@ConditionalOnWebApplication
class SignInLimits {

	static final Duration SPAN = Duration.ofMinutes(15);

	private static final int OF_ACCOUNT = 10;

	private static final int OF_ADDRESS = 50;

	private static final int REMEMBERED = 10_000;

	private final Clock clock;

	private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>() {

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
			return size() > REMEMBERED;
		}

	};

	SignInLimits(Clock clock) {
		this.clock = clock;
	}

	/// Whether this try may be looked at.
	synchronized boolean may(Visitor visitor, String account) {
		if (visitor.isKnown()) {
			return recent("browser " + visitor.device()) < OF_ACCOUNT;
		}
		return (account.isEmpty() || recent("account " + account) < OF_ACCOUNT) && recent("address " + visitor.address()) < OF_ADDRESS;
	}

	/// A limit, beyond which nothing more is tried for a while.
	enum Reached {

		/// The limit of the account in a browser that it knows.
		OF_BROWSER,

		/// That of the account elsewhere.
		OF_ACCOUNT,

		/// That of the address.
		OF_ADDRESS

	}

	/// Counts a wrong password, and answers which limits it has reached, none or several; what can be no account's name is blank and counts for the address alone.
	synchronized Set<Reached> failed(Visitor visitor, String account) {
		forget();
		if (visitor.isKnown()) {
			return add("browser " + visitor.device()) >= OF_ACCOUNT ? Set.of(Reached.OF_BROWSER) : Set.of();
		}
		var reached = EnumSet.noneOf(Reached.class);
		if (!account.isEmpty() && add("account " + account) >= OF_ACCOUNT) {
			reached.add(Reached.OF_ACCOUNT);
		}
		if (add("address " + visitor.address()) >= OF_ADDRESS) {
			reached.add(Reached.OF_ADDRESS);
		}
		return reached;
	}

	/// What nobody has failed at for a while is kept no longer.
	private void forget() {
		var since = this.clock.instant().minus(SPAN);
		this.failures.values().removeIf(seen -> seen.isEmpty() || !seen.peekLast().isAfter(since));
	}

	private int recent(String what) {
		var seen = this.failures.get(what);
		if (seen == null) {
			return 0;
		}
		var since = this.clock.instant().minus(SPAN);
		while (!seen.isEmpty() && !seen.peekFirst().isAfter(since)) {
			seen.removeFirst();
		}
		if (seen.isEmpty()) {
			this.failures.remove(what);
		}
		return seen.size();
	}

	private int add(String what) {
		this.failures.computeIfAbsent(what, _ -> new ArrayDeque<>()).addLast(this.clock.instant());
		return recent(what);
	}

}

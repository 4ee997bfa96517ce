package org.packhorse.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/// Counts links that open nothing. Beyond so many a minute further ones are only told to come back later; links that do open are
/// never held up, whatever others try.
@Component
@ConditionalOnWebApplication
class WrongTokens {

	private static final Duration SPAN = Duration.ofMinutes(1);

	private final Clock clock;

	private final int most;

	private final Deque<Instant> seen = new ArrayDeque<>();

	WrongTokens(Clock clock, @Value("${packhorse.links.wrong-a-minute:60}") int most) {
		this.clock = clock;
		this.most = most;
	}

	/// Counts one more, and answers whether it is one too many.
	synchronized boolean tooMany() {
		var now = this.clock.instant();
		while (!this.seen.isEmpty() && this.seen.peekFirst().isBefore(now.minus(SPAN))) {
			this.seen.removeFirst();
		}
		if (this.seen.size() >= this.most) {
			return true;
		}
		this.seen.addLast(now);
		return false;
	}

}

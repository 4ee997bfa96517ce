package org.packhorse.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Lets what failed rest before it is tried again, each time twice as long: one minute, two, four, at most four hours.
final class Pauses {

	private static final int LONGEST = 240;

	private final Map<Long, Pause> pauses = new ConcurrentHashMap<>();

	private final Clock clock;

	Pauses(Clock clock) {
		this.clock = clock;
	}

	private record Pause(int minutes, Instant until) {
	}

	boolean isResting(long number) {
		var pause = this.pauses.get(number);
		return pause != null && this.clock.instant().isBefore(pause.until());
	}

	void failed(long number) {
		this.pauses.compute(number, (_, before) -> {
			int minutes = before == null ? 1 : Math.min(LONGEST, 2 * before.minutes());
			return new Pause(minutes, this.clock.instant().plus(Duration.ofMinutes(minutes)));
		});
	}

	void ended(long number) {
		this.pauses.remove(number);
	}

}

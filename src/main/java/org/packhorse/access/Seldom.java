package org.packhorse.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Does a thing once an hour at most, so that what somebody does over and over fills no trail. Each process counts for itself.
public final class Seldom {

	private static final Duration SPAN = Duration.ofHours(1);

	private static final int REMEMBERED = 10_000;

	private final Clock clock;

	/// The oldest first.
	private final Map<String, Instant> seen = new LinkedHashMap<>() {

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
			return size() > REMEMBERED;
		}

	};

	public Seldom(Clock clock) {
		this.clock = clock;
	}

	/// Does it, unless it was done within the hour before; what fails was not done.
	public void once(String what, Runnable deed) {
		if (!isDone(what)) {
			deed.run();
			done(what);
		}
	}

	private synchronized boolean isDone(String what) {
		var before = this.seen.get(what);
		return before != null && this.clock.instant().isBefore(before.plus(SPAN));
	}

	private synchronized void done(String what) {
		this.seen.remove(what);
		this.seen.put(what, this.clock.instant());
	}

}

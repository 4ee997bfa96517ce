package org.packhorse.run;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/// A clock that stands until a test moves it.
final class MovedClock extends Clock {

	private volatile Instant now;

	MovedClock(String now) {
		this.now = Instant.parse(now);
	}

	void move(Instant to) {
		this.now = to;
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	@Override
	public ZoneId getZone() {
		return ZoneId.of("Europe/London");
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return Clock.fixed(this.now, zone);
	}

}

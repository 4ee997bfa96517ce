package org.packhorse.run;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands until a test moves it.
final class MovedClock extends Clock {

	private final AtomicReference<Instant> now;

	private final ZoneId zone;

	MovedClock(String now) {
		this(new AtomicReference<>(Instant.parse(now)), ZoneId.of("Europe/London"));
	}

	private MovedClock(AtomicReference<Instant> now, ZoneId zone) {
		this.now = now;
		this.zone = zone;
	}

	void move(Instant to) {
		this.now.set(to);
	}

	@Override
	public Instant instant() {
		return this.now.get();
	}

	@Override
	public ZoneId getZone() {
		return this.zone;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return new MovedClock(this.now, zone);
	}

}

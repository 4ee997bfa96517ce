package org.packhorse.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

class SeldomTests {

	private static final Instant NINE = Instant.parse("2021-07-01T09:00:00Z");

	private Instant now = NINE;

	private final AtomicInteger done = new AtomicInteger();

	private final Seldom seldom = new Seldom(new Clock() {

		@Override
		public Instant instant() {
			return SeldomTests.this.now;
		}

		@Override
		public ZoneOffset getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(java.time.ZoneId zone) {
			return this;
		}

	});

	@Test
	void sameThingIsDoneOnceAnHour() {
		this.seldom.once("a", this.done::incrementAndGet);
		this.now = NINE.plus(Duration.ofMinutes(59));
		this.seldom.once("a", this.done::incrementAndGet);
		assertThat(this.done).hasValue(1);
		this.seldom.once("b", this.done::incrementAndGet);
		assertThat(this.done).hasValue(2);
		this.now = NINE.plus(Duration.ofMinutes(60));
		this.seldom.once("a", this.done::incrementAndGet);
		assertThat(this.done).as("an hour after it was done, not after it was asked").hasValue(3);
	}

	@Test
	void whatFailsIsTriedAgain() {
		assertThatIllegalStateException().isThrownBy(() -> this.seldom.once("a", () -> {
			throw new IllegalStateException("the database is away");
		}));
		this.seldom.once("a", this.done::incrementAndGet);
		assertThat(this.done).hasValue(1);
	}

}

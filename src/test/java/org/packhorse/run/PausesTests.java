package org.packhorse.run;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PausesTests {

	private final MovedClock clock = new MovedClock("2026-05-04T09:00:00Z");

	private final Pauses pauses = new Pauses(this.clock);

	@Test
	void eachFailureRestsTwiceAsLongUpToFourHours() {
		for (int minutes : new int[] { 1, 2, 4, 8, 16, 32, 64, 128, 240, 240 }) {
			this.pauses.failed(7);
			assertThat(rests(minutes * 60 - 1)).as("a second before %d minutes", minutes).isTrue();
			assertThat(rests(1)).as("after %d minutes", minutes).isFalse();
		}
		assertThat(this.pauses.isResting(8)).as("another one").isFalse();
	}

	@Test
	void whatEndedWellBeginsAfresh() {
		this.pauses.failed(7);
		this.pauses.failed(7);
		this.pauses.ended(7);
		assertThat(this.pauses.isResting(7)).isFalse();
		this.pauses.failed(7);
		assertThat(rests(60)).isFalse();
	}

	private boolean rests(int seconds) {
		this.clock.move(Instant.from(this.clock.instant()).plusSeconds(seconds));
		return this.pauses.isResting(7);
	}

}

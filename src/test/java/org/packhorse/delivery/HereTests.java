package org.packhorse.delivery;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Whether a process of this machine is still there.
class HereTests {

	private static String startedLater(Duration by) {
		var parts = Here.name().split("/");
		return "%s/%s/%d".formatted(parts[0], parts[1], Long.parseLong(parts[2]) + by.toMillis());
	}

	@Test
	void aClockThatWasSetMakesNoOtherProcess() {
		assertThat(Here.isGone(startedLater(Duration.ofSeconds(3)))).isFalse();
		assertThat(Here.isGone(startedLater(Duration.ofSeconds(-3)))).isFalse();
	}

	@Test
	void aNumberThatAnotherProcessHasByNowIsNotItself() {
		assertThat(Here.isGone(startedLater(Duration.ofMinutes(-1)))).isTrue();
		assertThat(Here.isGone("elsewhere/1/1")).as("nobody can say from here").isFalse();
	}

}

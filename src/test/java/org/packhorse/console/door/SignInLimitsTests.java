package org.packhorse.console.door;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.packhorse.console.door.SignInLimits.Reached;

import static org.assertj.core.api.Assertions.assertThat;

/// Every limit that a wrong password reaches is told.
class SignInLimitsTests {

	private final SignInLimits limits = new SignInLimits(Clock.fixed(Instant.parse("2021-07-01T09:00:00Z"), ZoneOffset.UTC));

	private final Visitor stranger = new Visitor("203.0.113.7", "");

	@Test
	void oneTryMayReachTheLimitOfTheAccountAndOfTheAddress() {
		for (int i = 0; i < 40; i++) {
			assertThat(this.limits.failed(this.stranger, "name " + i)).as("try %d", i).isEmpty();
		}
		for (int i = 0; i < 9; i++) {
			assertThat(this.limits.failed(this.stranger, "keeper")).as("try %d", i).isEmpty();
		}
		assertThat(this.limits.failed(this.stranger, "keeper")).containsExactlyInAnyOrder(Reached.OF_ACCOUNT, Reached.OF_ADDRESS);
	}

	@Test
	void browserThatIsKnownReachesItsOwnLimitAlone() {
		var known = new Visitor("203.0.113.7", "mine");
		for (int i = 0; i < 9; i++) {
			assertThat(this.limits.failed(known, "keeper")).isEmpty();
		}
		assertThat(this.limits.failed(known, "keeper")).containsExactly(Reached.OF_BROWSER);
		assertThat(this.limits.may(this.stranger, "keeper")).isTrue();
	}

}

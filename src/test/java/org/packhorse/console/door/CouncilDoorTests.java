package org.packhorse.console.door;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;
import org.springframework.web.client.ResourceAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// A council's sign-in that says nothing holds nobody but the one who asks it.
class CouncilDoorTests {

	private static final Clock NINE = Clock.fixed(Instant.parse("2021-07-01T09:00:00Z"), ZoneOffset.UTC);

	@Test
	void silentProviderIsAskedByOneAndForAWhileByNobody() throws Exception {
		try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()); var one = Executors.newSingleThreadExecutor()) {
			var door = new CouncilDoor(new CouncilSignIn("http://127.0.0.1:" + silent.getLocalPort(), "sub"), "packhorse", "secret", null, NINE);
			var first = one.submit(() -> assertThatExceptionOfType(ResourceAccessException.class).isThrownBy(() -> door.findByRegistrationId("council")));
			try (var held = silent.accept()) {
				assertThatExceptionOfType(IllegalStateException.class).as("beside it").isThrownBy(() -> door.findByRegistrationId("council")).withMessageContaining("try again in a minute");
				first.get();
				assertThat(held.isConnected()).isTrue();
			}
			assertThatExceptionOfType(IllegalStateException.class).as("after it").isThrownBy(() -> door.findByRegistrationId("council")).withMessageContaining("try again in a minute");
		}
	}

	@Test
	void otherNamesAreNobodys() {
		assertThat(new CouncilDoor(new CouncilSignIn("http://127.0.0.1:1", "sub"), "packhorse", "secret", null, NINE).findByRegistrationId("another")).isNull();
	}

}

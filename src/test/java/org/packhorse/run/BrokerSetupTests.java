package org.packhorse.run;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.packhorse.pack.PackProblem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// The settings of the broker, checked all at once.
class BrokerSetupTests {

	private static BrokerSetup setup(Map<String, Object> settings) {
		return TestBroker.setup(Path.of("target"), settings);
	}

	@Test
	void withAnAccountAloneBothSidesMeetOnThisMachine() {
		var setup = setup(Map.of("packhorse.broker.user", "packs", "packhorse.broker.password", "a secret"));
		assertThat(setup.own().bind()).hasToString("tcp://127.0.0.1:61616");
		assertThat(setup.client().addresses()).containsExactly(setup.own().bind());
		assertThat(setup.client().queue()).isEqualTo(setup.own().queue());
	}

	@Test
	void oneBrokerMayStandInForAnother() {
		var setup = setup(Map.of("packhorse.broker.user", "packs", "packhorse.broker.password", "a secret", "packhorse.broker.url", "ssl://one.example.gov.uk, ssl://two.example.gov.uk:7000"));
		assertThat(setup.client().addresses()).extracting(BrokerAddress::name).containsExactly("one.example.gov.uk:61617", "two.example.gov.uk:7000");
	}

	@Test
	void nobodySpeaksToABrokerWithoutNameAndPassword() {
		assertThatThrownBy(() -> setup(Map.of()).own()).isInstanceOf(PackProblem.class).hasMessageContainingAll("PACKHORSE_BROKER_USER", "PACKHORSE_BROKER_PASSWORD");
		assertThatThrownBy(() -> setup(Map.of()).client()).isInstanceOf(PackProblem.class).hasMessageContainingAll("PACKHORSE_BROKER_USER", "PACKHORSE_BROKER_PASSWORD");
	}

	@Test
	void everyFaultIsSaidAtOnceAndThePasswordNever() {
		assertThatThrownBy(() -> setup(Map.of("packhorse.broker.url", "tcp://10.0.0.1:61616,failover:(tcp://127.0.0.1)", "packhorse.broker.password", "a secret", "packhorse.broker.trust", "/none.pem",
				"packhorse.broker.queue", "packs.>", "packhorse.broker.first-pause", "soon"))
			.client()).hasMessageContainingAll("packhorse.broker.url: tcp://10.0.0.1:61616 would show the password", "packhorse.broker.url: 'failover:(tcp://127.0.0.1)' is no address",
					"packhorse.broker.user:", "packhorse.broker.trust: /none.pem cannot be read", "packhorse.broker.queue: 'packs.>'", "packhorse.broker.first-pause: 'soon'")
				.hasMessageNotContaining("a secret");
		assertThatThrownBy(() -> setup(Map.of("packhorse.broker.bind", "ssl://0.0.0.0:61617", "packhorse.broker.user", "packs", "packhorse.broker.key", "/none.key")).own())
			.hasMessageContainingAll("packhorse.broker.password:", "packhorse.broker.certificate:", "packhorse.broker.key: /none.key cannot be read");
	}

	@Test
	void aBrokerInTheOpenIsRefused() {
		assertThatThrownBy(() -> setup(Map.of("packhorse.broker.bind", "tcp://0.0.0.0:61616", "packhorse.broker.user", "packs", "packhorse.broker.password", "a secret")).own())
			.hasMessageContaining("would show the password");
	}

	@Test
	void whatIsPrintedOfSettingsHoldsNoPassword() {
		var setup = setup(Map.of("packhorse.broker.user", "packs", "packhorse.broker.password", "a secret"));
		assertThat(setup.client() + " " + setup.own()).contains("packs").doesNotContain("secret");
	}

}

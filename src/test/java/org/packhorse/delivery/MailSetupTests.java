package org.packhorse.delivery;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.pack.PackProblem;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// The settings of mail, checked all at once.
class MailSetupTests {

	private static MailSettings settings(Map<String, Object> settings) {
		var environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
		return new MailSetup(environment).settings();
	}

	@Test
	void withoutAnySettingMailIsNotSetUp() {
		var settings = settings(Map.of());
		assertThat(settings.isSetUp()).isFalse();
		assertThat(settings.server().encryption()).isEqualTo(MailSettings.Encryption.STARTTLS);
		assertThat(settings.server().port()).isEqualTo(587);
		assertThat(settings.limits().reply()).hasSeconds(600);
		assertThat(settings.retries().giveUpAfter()).hasHours(24);
	}

	@Test
	void everyFaultIsSaidAtOnce(@TempDir Path folder) {
		assertThatThrownBy(() -> settings(Map.ofEntries(Map.entry("packhorse.mail.host", "relay example"), Map.entry("packhorse.mail.port", "70000"),
				Map.entry("packhorse.mail.encryption", "ssl"), Map.entry("packhorse.mail.from", "packs"), Map.entry("packhorse.mail.rehearsal-mailbox", "a@b.example, c@d.example"),
				Map.entry("packhorse.mail.first-pause", "soon"), Map.entry("packhorse.mail.lease", "1m"), Map.entry("packhorse.mail.username", "packs"),
				Map.entry("packhorse.mail.trust", folder.resolve("none.pem").toString()), Map.entry("packhorse.mail.sender-token", "perhaps"))))
			.isInstanceOf(PackProblem.class)
			.hasMessageContainingAll("packhorse.mail.host: 'relay example'", "packhorse.mail.port: '70000'", "packhorse.mail.encryption: 'ssl'", "packhorse.mail.from: 'packs'",
					"packhorse.mail.rehearsal-mailbox:", "packhorse.mail.first-pause: 'soon'", "packhorse.mail.lease: 60s", "packhorse.mail.username and packhorse.mail.password",
					"packhorse.mail.trust:", "packhorse.mail.sender-token:");
	}

	@Test
	void aPasswordDoesNotTravelInTheOpen() {
		assertThatThrownBy(() -> settings(Map.of("packhorse.mail.host", "relay.example", "packhorse.mail.from", "packs@council.example", "packhorse.mail.encryption", "none",
				"packhorse.mail.username", "packs", "packhorse.mail.password", "secret")))
			.hasMessageContaining("none would show the password")
			.hasMessageNotContaining("secret");
	}

	@Test
	void aServerNeedsASender() {
		assertThatThrownBy(() -> settings(Map.of("packhorse.mail.host", "relay.example"))).hasMessageContaining("packhorse.mail.from");
	}

	@Test
	void theSenderCannotBringAHeader() {
		assertThatThrownBy(() -> settings(Map.of("packhorse.mail.from", "Office <packs@council.example>\r\nBcc: x@evil.example"))).isInstanceOf(PackProblem.class);
	}

}

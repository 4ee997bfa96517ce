package org.packhorse.delivery;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.jspecify.annotations.Nullable;
import org.packhorse.delivery.MailSettings.Encryption;
import org.packhorse.pack.PackProblem;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.stereotype.Component;

/// Reads and checks the settings of mail whenever somebody asks, so that a faulty one stops mail and nothing else.
@Component
public class MailSetup {

	/// What to write where nothing is set.
	public static final String REMEDY = """
			Mail is not set up. Set these (docs/mail.md says more), in the environment or behind the command:
			  PACKHORSE_MAIL_HOST=relay.example.gov.uk        --packhorse.mail.host=…
			  PACKHORSE_MAIL_FROM=packs@example.gov.uk        --packhorse.mail.from=…
			  PACKHORSE_MAIL_USERNAME, PACKHORSE_MAIL_PASSWORD where the server asks for them;
			  or start with SPRING_PROFILES_ACTIVE=relay and the variables that application-relay.yml names.""";

	private static final String PREFIX = "packhorse.mail.";

	private static final int SUBMISSION = 587;

	private final Environment environment;

	public MailSetup(Environment environment) {
		this.environment = environment;
	}

	/// What stands where nothing is set.
	static MailSettings unset() {
		return new MailSetup(new StandardEnvironment()).settings();
	}

	/// The settings; throws [PackProblem] with all their faults.
	public MailSettings settings() {
		var reading = new Reading();
		var settings = reading.settings();
		if (!reading.faults.isEmpty()) {
			throw new PackProblem(PackProblem.Kind.INPUT, "Mail is set up wrongly:\n  " + String.join("\n  ", reading.faults));
		}
		return settings;
	}

	/// One reading, with what it found wrong.
	private final class Reading {

		private final List<String> faults = new ArrayList<>();

		private MailSettings settings() {
			var settings = new MailSettings(server(), sender(), new MailSettings.Retries(duration("first-pause", "5m"), duration("longest-pause", "67m"),
					duration("give-up-after", "24h")), limits());
			demandSense(settings);
			return settings;
		}

		private MailSettings.Server server() {
			var host = text("host");
			if (!host.matches("[A-Za-z0-9._:-]*")) {
				fault("host", host, "is no host name", "relay.example.gov.uk");
			}
			return new MailSettings.Server(host, port(), text("username"), text("password"), encryption(), trust());
		}

		private int port() {
			var port = text("port");
			if (port.isEmpty()) {
				return SUBMISSION;
			}
			if (port.matches("\\d{1,5}") && Integer.parseInt(port) > 0 && Integer.parseInt(port) < 65_536) {
				return Integer.parseInt(port);
			}
			fault("port", port, "is no port", "587");
			return SUBMISSION;
		}

		private Encryption encryption() {
			var words = text("encryption");
			if (words.isEmpty()) {
				return Encryption.STARTTLS;
			}
			return Arrays.stream(Encryption.values()).filter(each -> each.name().equalsIgnoreCase(words)).findFirst().orElseGet(() -> {
				fault("encryption", words, "is not known", "none, starttls or tls");
				return Encryption.STARTTLS;
			});
		}

		private @Nullable Path trust() {
			var file = text("trust");
			if (file.isEmpty()) {
				return null;
			}
			try {
				var path = Path.of(file);
				if (!Files.isReadable(path)) {
					fault("trust", file, "cannot be read", "/etc/ssl/certs/council-ca.pem");
				}
				else {
					Trust.of(path);
				}
				return path;
			}
			catch (PackProblem | java.nio.file.InvalidPathException ex) {
				fault("trust", file, "holds no certificate", "a PEM file with the certificate of the authority that signed the server's");
				return null;
			}
		}

		private MailSettings.Sender sender() {
			var from = address("from", "Improvement Office <packs@example.gov.uk>", true);
			var address = from == null ? "" : from.getAddress();
			var rehearsal = address("rehearsal-mailbox", "rehearsals@example.gov.uk", false);
			return new MailSettings.Sender(from == null ? "" : from.toString(), address, address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT),
					yes("sender-token"), rehearsal == null ? "" : rehearsal.getAddress());
		}

		private boolean yes(String name) {
			var words = text(name).toLowerCase(Locale.ROOT);
			if (!List.of("", "yes", "no", "true", "false").contains(words)) {
				fault(name, words, "is neither yes nor no", "yes");
			}
			return !words.equals("no") && !words.equals("false");
		}

		private @Nullable InternetAddress address(String name, String example, boolean personal) {
			var words = text(name);
			if (words.isEmpty()) {
				return null;
			}
			try {
				var addresses = InternetAddress.parse(words, true);
				if (addresses.length == 1 && Addresses.isPlain(addresses[0].getAddress()) && (personal || addresses[0].getPersonal() == null)
						&& words.codePoints().noneMatch(Character::isISOControl)) {
					return addresses[0];
				}
			}
			catch (AddressException ex) {
				// Said below, in words that name the setting.
			}
			fault(name, words, "is no single e-mail address", example);
			return null;
		}

		private MailSettings.Limits limits() {
			return new MailSettings.Limits(duration("connect-time", "30s"), duration("talk-time", "5m"), duration("reply-time", "600s"), duration("lease", "20m"));
		}

		private Duration duration(String name, String usually) {
			var words = text(name);
			try {
				var duration = DurationStyle.detectAndParse(words.isEmpty() ? usually : words);
				if (!duration.isNegative() && duration.compareTo(Duration.ofDays(30)) <= 0) {
					return duration;
				}
			}
			catch (IllegalArgumentException ex) {
				// Said below, in words that name the setting.
			}
			fault(name, words, "is no length of time up to 30 days", usually);
			return DurationStyle.detectAndParse(usually);
		}

		private void demandSense(MailSettings settings) {
			var server = settings.server();
			if (server.username().isEmpty() != server.password().isEmpty()) {
				this.faults.add(PREFIX + "username and " + PREFIX + "password: one is set and the other is not; set both, or neither");
			}
			if (!server.username().isEmpty() && !settings.isEncrypted()) {
				this.faults.add(PREFIX + "encryption: none would show the password to everybody on the way; write starttls or tls");
			}
			if (settings.isSetUp() && settings.sender().address().isEmpty() && text("from").isEmpty()) {
				this.faults.add(PREFIX + "from: the address that packs come from is missing; write one, such as packs@example.gov.uk");
			}
			var limits = settings.limits();
			if (limits.lease().compareTo(limits.reply()) <= 0 || limits.lease().compareTo(limits.talk().plus(limits.connect())) <= 0) {
				this.faults.add(PREFIX + "lease: %ds is not longer than reply-time, and than connect-time and talk-time together; a message would be taken from whoever sends it"
					.formatted(limits.lease().toSeconds()));
			}
		}

		private String text(String name) {
			return MailSetup.this.environment.getProperty(PREFIX + name, "").strip();
		}

		private void fault(String name, String found, String words, String example) {
			this.faults.add("%s%s: '%s' %s; write for instance %s".formatted(PREFIX, name, found, words, example));
		}

	}

}

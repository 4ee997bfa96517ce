package org.packhorse.run;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.packhorse.pack.Home;
import org.packhorse.pack.PackProblem;
import org.packhorse.run.BrokerSettings.Account;
import org.packhorse.run.OwnBrokerSettings.Identity;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Reads and checks the settings of the broker when somebody needs one, so that a faulty one stops nobody else.
@Component
public class BrokerSetup {

	private static final String PREFIX = "packhorse.broker.";

	private static final String HERE = "tcp://127.0.0.1:61616";

	private final Environment environment;

	private final Home home;

	BrokerSetup(Environment environment, Home home) {
		this.environment = environment;
		this.home = home;
	}

	/// How it is reached; throws [PackProblem] with all faults.
	BrokerSettings client() {
		var reading = new Reading();
		return reading.faultless(new BrokerSettings(reading.addresses(), reading.account(), reading.file("trust", "/etc/ssl/certs/council-ca.pem"), reading.queue(), reading.time("silence", "30s"),
				reading.time("first-pause", "1s")));
	}

	/// What our own is told; throws [PackProblem] with all faults.
	OwnBrokerSettings own() {
		var reading = new Reading();
		var bind = reading.address("bind", reading.text("bind", HERE));
		return reading.faultless(new OwnBrokerSettings(bind, reading.account(), bind.encrypted() ? reading.identity() : null, this.home.path().resolve("data/broker"), reading.queue(),
				reading.time("silence", "30s")));
	}

	/// One reading, with what it found wrong.
	private final class Reading {

		private final List<String> faults = new ArrayList<>();

		private <T> T faultless(T settings) {
			if (!this.faults.isEmpty()) {
				throw new PackProblem(PackProblem.Kind.INPUT, "The broker is set up wrongly (docs/operations.md, \"A broker\"):\n  " + String.join("\n  ", this.faults));
			}
			return settings;
		}

		private List<BrokerAddress> addresses() {
			return Arrays.stream(text("url", HERE).split(",")).map(words -> address("url", words.strip())).toList();
		}

		private BrokerAddress address(String name, String words) {
			var address = BrokerAddress.parse(words);
			if (address.isEmpty()) {
				this.faults.add("%s%s: '%s' is no address of a broker; write %s".formatted(PREFIX, name, words, BrokerAddress.EXAMPLES));
			}
			else if (!address.get().encrypted() && !address.get().isThisMachine()) {
				this.faults.add("%s%s: %s would show the password to everybody on the way; write ssl://…, or an address of this machine alone, such as %s"
					.formatted(PREFIX, name, words, HERE));
			}
			return address.orElseGet(() -> BrokerAddress.parse(HERE).orElseThrow());
		}

		private Account account() {
			var account = new Account(text("user", ""), BrokerSetup.this.environment.getProperty(PREFIX + "password", ""));
			if (account.user().isEmpty()) {
				this.faults.add("%suser: nobody speaks to a broker without a name; set PACKHORSE_BROKER_USER in the environment".formatted(PREFIX));
			}
			if (account.password().isEmpty()) {
				this.faults.add("%spassword: nobody speaks to a broker without a password; set PACKHORSE_BROKER_PASSWORD in the environment".formatted(PREFIX));
			}
			return account;
		}

		private @Nullable Identity identity() {
			var certificate = file("certificate", "/etc/packhorse/broker.pem");
			var key = file("key", "/etc/packhorse/broker.key");
			if (certificate == null) {
				this.faults.add("%scertificate: ssl://… needs a certificate; name its PEM file here and that of its key in %skey, or one PKCS12 file (.p12, .pfx)".formatted(PREFIX, PREFIX));
				return null;
			}
			return new Identity(certificate, key, text("key-password", ""));
		}

		private @Nullable Path file(String name, String example) {
			var words = text(name, "");
			try {
				var file = words.isEmpty() ? null : Path.of(words);
				if (file != null && !Files.isReadable(file)) {
					this.faults.add("%s%s: %s cannot be read; name a file such as %s".formatted(PREFIX, name, words, example));
				}
				return file;
			}
			catch (InvalidPathException ex) {
				this.faults.add("%s%s: '%s' is no name of a file; write for instance %s".formatted(PREFIX, name, words, example));
				return null;
			}
		}

		private String queue() {
			var queue = text("queue", "packhorse.packs");
			if (!queue.matches("[A-Za-z0-9._-]+")) {
				this.faults.add("%squeue: '%s' is no name of one queue; write for instance packhorse.packs".formatted(PREFIX, queue));
			}
			return queue;
		}

		private Duration time(String name, String usually) {
			var words = text(name, usually);
			try {
				return DurationStyle.detectAndParse(words);
			}
			catch (IllegalArgumentException ex) {
				this.faults.add("%s%s: '%s' is no length of time; write for instance %s".formatted(PREFIX, name, words, usually));
				return Duration.ZERO;
			}
		}

		private String text(String name, String usually) {
			var words = BrokerSetup.this.environment.getProperty(PREFIX + name, "").strip();
			return words.isEmpty() ? usually : words;
		}

	}

}

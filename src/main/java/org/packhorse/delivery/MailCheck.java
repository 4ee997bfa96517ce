package org.packhorse.delivery;

import org.packhorse.pack.PackProblem;
import org.springframework.stereotype.Component;

/// Whether mail could leave: settings, and a talk with the server that ends before any message.
@Component
public class MailCheck {

	private final MailSetup mail;

	private final MailServer server;

	private final Holding holding;

	MailCheck(MailSetup mail, MailServer server, Holding holding) {
		this.mail = mail;
		this.server = server;
		this.holding = holding;
	}

	/// What was found, in words.
	public record Finding(boolean good, String words) {
	}

	/// Looks now; nothing is sent. Mail that nobody has set up is not a fault: packs are made without it.
	public Finding look() {
		try {
			var settings = this.mail.settings();
			if (!settings.isSetUp()) {
				return new Finding(true, "not set up; docs/mail.md says how, for councils that send packs by e-mail");
			}
			var fault = this.server.probe(settings);
			var look = this.holding.look();
			if (look.held()) {
				return new Finding(false, "held: " + look.reason() + "; ./packhorse deliveries hold says more");
			}
			return fault == null ? new Finding(true, "%s answers (%s)".formatted(settings.server().name(), settings.isEncrypted() ? "encrypted, certificate and name are right" : "not encrypted"))
					: new Finding(false, "%s: %s".formatted(settings.server().name(), fault));
		}
		catch (PackProblem problem) {
			return new Finding(false, String.valueOf(problem.getMessage()));
		}
	}

}

package org.packhorse.delivery;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import org.jspecify.annotations.Nullable;
import org.packhorse.delivery.MailSettings.Encryption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The council's mail server: hands one message over in one conversation, and says how that ended.
@Component
class MailServer {

	private static final Logger LOG = LoggerFactory.getLogger(MailServer.class);

	private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> Thread.ofPlatform().daemon().name("mail-watch").unstarted(task));

	/// Hands a message over; `gate` is asked when everything but its end is there.
	Handover hand(FrozenMail mail, MailSettings settings, Postman.Gate gate) {
		var line = new Line(settings);
		// No longer watched once the end may go: from there on the server has the time that replies have.
		var watched = this.watch.schedule(line::cut, settings.limits().connect().plus(settings.limits().talk()).toMillis(), TimeUnit.MILLISECONDS);
		var session = session(settings, line);
		var postman = new Postman(session, () -> {
			if (!watched.cancel(false)) {
				throw new IOException("the conversation took longer than packhorse.mail.talk-time allows");
			}
			gate.pass();
		});
		try {
			connect(postman, settings);
			postman.sendMessage(mail.message(session), new Address[] { new InternetAddress(mail.address()) });
			return Handover.of(postman.phase(), postman.reply(), null);
		}
		catch (MessagingException | RuntimeException ex) {
			return Handover.of(postman.phase(), postman.reply(), ex);
		}
		finally {
			watched.cancel(false);
			leave(postman);
		}
	}

	/// Connects, greets and encrypts, and sends nothing; the fault in words, or null where all is well.
	@Nullable String probe(MailSettings settings) {
		var line = new Line(settings);
		var watched = this.watch.schedule(line::cut, settings.limits().connect().plus(settings.limits().talk()).toMillis(), TimeUnit.MILLISECONDS);
		var postman = new Postman(session(settings, line), () -> {
			throw new IOException("nothing is sent");
		});
		try {
			connect(postman, settings);
			return null;
		}
		catch (MessagingException | RuntimeException ex) {
			return Handover.of(postman.phase(), postman.reply(), ex).words();
		}
		finally {
			watched.cancel(false);
			leave(postman);
		}
	}

	private static void connect(Postman postman, MailSettings settings) throws MessagingException {
		var server = settings.server();
		var login = !server.username().isEmpty();
		postman.connect(server.host(), server.port(), login ? server.username() : null, login ? server.password() : null);
	}

	/// What goes wrong now changes nothing: the message has been accepted, or it has not.
	private static void leave(Postman postman) {
		try {
			postman.close();
		}
		catch (MessagingException | RuntimeException ex) {
			LOG.info("The mail server could not be left in good order: {}", ex.toString());
		}
	}

	private static Session session(MailSettings settings, Line line) {
		var properties = new Properties();
		var encryption = settings.server().encryption();
		properties.put("mail.smtp.auth", Boolean.toString(!settings.server().username().isEmpty()));
		properties.put("mail.smtp.starttls.enable", Boolean.toString(encryption == Encryption.STARTTLS));
		properties.put("mail.smtp.starttls.required", Boolean.toString(encryption == Encryption.STARTTLS));
		properties.put("mail.smtp.ssl.enable", Boolean.toString(encryption == Encryption.TLS));
		properties.put("mail.smtp.ssl.checkserveridentity", "true");
		properties.put("mail.smtp.ssl.protocols", "TLSv1.2 TLSv1.3");
		properties.put("mail.smtp.socketFactory.fallback", "false");
		properties.put("mail.smtp.connectiontimeout", millis(settings.limits().connect()));
		properties.put("mail.smtp.timeout", millis(settings.limits().reply()));
		properties.put("mail.smtp.chunksize", "0");
		properties.put("mail.smtp.quitwait", "false");
		properties.put("mail.smtp.dsn.notify", "FAILURE");
		properties.put("mail.smtp.dsn.ret", "HDRS");
		properties.put("mail.smtp.localhost", Here.host());
		line.into(properties);
		return Session.getInstance(properties);
	}

	private static String millis(Duration time) {
		return Long.toString(Math.min(Integer.MAX_VALUE, Math.max(1, time.toMillis())));
	}

	/// The line to the server, which can be cut from outside.
	private static final class Line {

		private final MailSettings settings;

		private volatile @Nullable Socket socket;

		private Line(MailSettings settings) {
			this.settings = settings;
		}

		private void into(Properties properties) {
			if (this.settings.server().encryption() != Encryption.TLS) {
				properties.put("mail.smtp.socketFactory", new Sockets(this::keep));
			}
			if (this.settings.isEncrypted()) {
				properties.put("mail.smtp.ssl.socketFactory", new SecureSockets(Trust.of(this.settings.server().trust()).getSocketFactory(), this::keep));
			}
		}

		private void keep(Socket opened) {
			this.socket = opened;
		}

		private void cut() {
			var open = this.socket;
			try {
				if (open != null) {
					open.close();
				}
			}
			catch (IOException ex) {
				LOG.info("A connection to the mail server could not be closed: {}", ex.toString());
			}
		}

	}

}

package org.packhorse.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Properties;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import org.jspecify.annotations.Nullable;
import org.eclipse.angus.mail.util.CRLFOutputStream;
import org.packhorse.pack.Sha256;

/// Makes messages, once each: name, date and boundaries are fixed, so that every try sends the same bytes and a server can tell a
/// second one of them by its name.
final class Freezer {

	private static final Session NO_SESSION = Session.getInstance(new Properties());

	private static final String UTF_8 = StandardCharsets.UTF_8.name();

	/// Of the token in the envelope's sender: enough to be met by no other.
	private static final int TOKEN = 26;

	private static final int LONGEST_BOX = 64;

	private final MailSettings.Sender sender;

	private final Instant now;

	Freezer(MailSettings settings, Instant now) {
		this.sender = settings.sender();
		this.now = now;
	}

	/// The name that a message will have, which links and passwords hang on.
	String messageId(Addressed to) {
		return "<%s@%s>".formatted(to.token(), this.sender.domain());
	}

	Frozen freeze(Addressed to, Parcel parcel) {
		try {
			var message = new Named(messageId(to));
			head(message, to, parcel);
			content(message, parcel);
			message.saveChanges();
			var bytes = new ByteArrayOutputStream();
			var lines = new CRLFOutputStream(bytes);
			message.writeTo(lines);
			lines.flush();
			return frozen(to, bytes.toByteArray(), parcel.opening());
		}
		catch (MessagingException ex) {
			throw new IllegalStateException("A message to delivery could not be made: " + ex.getMessage(), ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void head(MimeMessage message, Addressed to, Parcel parcel) throws MessagingException, UnsupportedEncodingException {
		message.setFrom(new InternetAddress(this.sender.from()));
		message.setRecipient(Message.RecipientType.TO, to.kind() != Delivery.Kind.REHEARSAL && !to.name().isBlank()
				? new InternetAddress(to.address(), Addresses.oneLine(to.name(), 200), UTF_8) : new InternetAddress(to.address()));
		message.setSubject(Addresses.oneLine(parcel.subject(), 900), UTF_8);
		message.setSentDate(Date.from(this.now));
		message.setHeader("Auto-Submitted", "auto-generated");
		message.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
		message.setHeader("Precedence", "bulk");
	}

	private static void content(MimeMessage message, Parcel parcel) throws MessagingException {
		if (parcel.html().isEmpty() && parcel.attachments().isEmpty()) {
			message.setText(parcel.plain(), UTF_8, "plain");
			message.setHeader("Content-Transfer-Encoding", "quoted-printable");
			return;
		}
		var words = new Parts("alternative", parcel);
		words.addBodyPart(text(parcel.plain(), "plain"));
		words.addBodyPart(text(parcel.html(), "html"));
		var all = new Parts("mixed", parcel);
		var first = new MimeBodyPart();
		first.setContent(words);
		all.addBodyPart(first);
		for (Parcel.Attachment attachment : parcel.attachments()) {
			all.addBodyPart(file(attachment));
		}
		message.setContent(all);
	}

	private static MimeBodyPart text(String words, String kind) throws MessagingException {
		var part = new MimeBodyPart();
		part.setText(words, UTF_8, kind);
		part.setHeader("Content-Transfer-Encoding", "quoted-printable");
		return part;
	}

	private static MimeBodyPart file(Parcel.Attachment attachment) throws MessagingException {
		var part = new MimeBodyPart();
		part.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.bytes(), attachment.mediaType())));
		part.setFileName(attachment.name());
		part.setHeader("Content-Transfer-Encoding", "base64");
		return part;
	}

	/// The empty line between head and body stays with the head.
	private Frozen frozen(Addressed to, byte[] bytes, @Nullable Opening opening) {
		int end = 0;
		while (!(bytes[end] == '\r' && bytes[end + 1] == '\n' && bytes[end + 2] == '\r' && bytes[end + 3] == '\n')) {
			end++;
		}
		var head = new String(bytes, 0, end + 4, StandardCharsets.US_ASCII);
		var body = Arrays.copyOfRange(bytes, end + 4, bytes.length);
		return new Frozen(to, messageId(to), envelope(to), head, body, Sha256.of(body), Sha256.of(bytes), opening);
	}

	/// Bounces come back with the message's token, unless the council's server knows no such addresses.
	private String envelope(Addressed to) {
		var address = this.sender.address();
		int at = address.indexOf('@');
		var box = address.substring(0, at) + "+" + to.token().substring(0, TOKEN);
		return this.sender.token() && box.length() <= LONGEST_BOX ? box + address.substring(at) : address;
	}

	/// A message that keeps the name it is given.
	private static final class Named extends MimeMessage {

		private final String id;

		private Named(String id) {
			super(NO_SESSION);
			this.id = id;
		}

		@Override
		protected void updateMessageID() throws MessagingException {
			setHeader("Message-ID", this.id);
		}

	}

	/// Parts with a boundary that follows from what they are; no text can hold it by chance.
	private static final class Parts extends MimeMultipart {

		private Parts(String kind, Parcel parcel) {
			super(kind);
			var words = kind + parcel.subject() + parcel.plain() + parcel.html();
			this.contentType = "multipart/%s; boundary=\"=_%s\"".formatted(kind, Sha256.of(words.getBytes(StandardCharsets.UTF_8)).substring(0, 40));
		}

	}

}

package org.packhorse.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;
import org.packhorse.pack.Sha256;

/// A message as it was made once: the same bytes at every try, under an envelope of one sender and one recipient.
///
/// @param sound whether the bytes are still those that were made
record FrozenMail(String sender, String address, byte[] bytes, boolean sound) {

	static FrozenMail of(String sender, String address, String head, byte @Nullable [] body, String sha256) {
		var start = head.getBytes(StandardCharsets.US_ASCII);
		var rest = body == null ? new byte[0] : body;
		var bytes = new byte[start.length + rest.length];
		System.arraycopy(start, 0, bytes, 0, start.length);
		System.arraycopy(rest, 0, bytes, start.length, rest.length);
		return new FrozenMail(sender, address, bytes, body != null && Sha256.of(bytes).equals(sha256));
	}

	/// For the library that talks to the server, which is to change nothing in it.
	SMTPMessage message(Session session) {
		var message = new Unchanged(session);
		message.setEnvelopeFrom(this.sender);
		return message;
	}

	/// The words of a message that carries nothing else.
	Parcel words() {
		try {
			var message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(this.bytes));
			return new Parcel(String.valueOf(message.getSubject()), String.valueOf(message.getContent()), "", List.of());
		}
		catch (MessagingException | IOException ex) {
			throw new IllegalStateException("A message that was frozen cannot be read: " + ex.getMessage(), ex);
		}
	}

	private final class Unchanged extends SMTPMessage {

		private Unchanged(Session session) {
			super(session);
		}

		@Override
		public void writeTo(OutputStream out, String[] ignored) throws IOException {
			out.write(FrozenMail.this.bytes);
		}

		@Override
		public void saveChanges() throws MessagingException {
			throw new MessagingException("A frozen message does not change.");
		}

	}

}

package org.packhorse.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.packhorse.TestDatabase;

/// Notices as they stand in the ledger, frozen to the byte.
final class Notices {

	private Notices() {
	}

	/// Key, address, subject and words of each, in the order in which they were posted.
	static List<String> in(TestDatabase database) {
		return database.sql()
			.sql("SELECT d.about, d.address, d.head, b.bytes FROM deliveries d JOIN delivery_bodies b ON b.sha256 = d.body_sha256 WHERE d.kind = 'NOTICE' ORDER BY d.id")
			.query((row, _) -> row.getString("about") + "\n" + row.getString("address") + "\n" + words(row.getString("head"), row.getBytes("bytes")))
			.list();
	}

	private static String words(String head, byte[] body) {
		try {
			var whole = new ByteArrayOutputStream();
			whole.write(head.getBytes(StandardCharsets.UTF_8));
			whole.write(body);
			var message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(whole.toByteArray()));
			return message.getSubject() + "\n" + message.getContent().toString().replace("\r", "");
		}
		catch (IOException | MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

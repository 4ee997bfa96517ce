package org.packhorse.delivery;

import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/// How mail reaches the council's server: the settings `packhorse.mail.…`, checked.
public record MailSettings(Server server, Sender sender, Retries retries, Limits limits) {

	/// Where messages are handed over.
	///
	/// @param host blank while mail is not set up
	/// @param username blank where the server asks for none
	/// @param trust a PEM file with the certificates that are trusted, or null for those of Java
	public record Server(String host, int port, String username, String password, Encryption encryption, @Nullable Path trust) {

		/// As attempts name it.
		public String name() {
			return this.host + ":" + this.port;
		}

		/// Never the password.
		@Override
		public String toString() {
			return name();
		}

	}

	/// Who sends.
	///
	/// @param from the address that packs come from; a name may stand before it
	/// @param domain of that address, in which messages have their names
	/// @param token whether the envelope's sender carries the message's token, so that a bounce tells which message it is of
	/// @param rehearsalMailbox where rehearsals go, or blank
	public record Sender(String from, String address, String domain, boolean token, String rehearsalMailbox) {
	}

	/// When what was not accepted is tried again.
	public record Retries(Duration firstPause, Duration longestPause, Duration giveUpAfter) {

		/// The pause after so many tries: the first, then twice as long each time, up to the longest.
		Duration after(int tries) {
			var pause = this.firstPause;
			for (int i = 1; i < tries && pause.compareTo(this.longestPause) < 0; i++) {
				pause = pause.multipliedBy(2);
			}
			return pause.compareTo(this.longestPause) < 0 ? pause : this.longestPause;
		}

	}

	/// How long each part of a conversation may take.
	///
	/// @param connect until the server answers at all
	/// @param talk from then until the whole message is over, but for its end
	/// @param reply from the end of the message until the server's answer
	/// @param lease how long a process has a message to itself
	public record Limits(Duration connect, Duration talk, Duration reply, Duration lease) {
	}

	/// How the connection is kept from others' eyes; both kinds of it demand a certificate that is valid and carries the host's name.
	public enum Encryption {

		/// Not at all: for a mail server on the same machine, or one that catches everything in a trial.
		NONE,

		/// From the command STARTTLS on, without which nothing is sent.
		STARTTLS,

		/// From the first byte.
		TLS

	}

	/// Whether there is a server.
	public boolean isSetUp() {
		return !this.server.host().isBlank();
	}

	/// Whether nobody between here and the server can read or change a message.
	public boolean isEncrypted() {
		return this.server.encryption() != Encryption.NONE;
	}

}

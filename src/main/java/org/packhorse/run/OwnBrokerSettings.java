package org.packhorse.run;

import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.packhorse.run.BrokerSettings.Account;

/// What `packhorse broker` is told: the settings `packhorse.broker.…`, checked.
///
/// @param account the only one that may speak to it
/// @param identity by which it proves its name where it speaks encrypted
/// @param silence after which it takes a worker for dead, and gives its partitions to others
/// @param folder in which messages outlive it
record OwnBrokerSettings(BrokerAddress bind, Account account, @Nullable Identity identity, Path folder, String queue, Duration silence) {

	/// A certificate and its key: two PEM files, or one PKCS12 file.
	///
	/// @param key null where the certificate's file holds it
	record Identity(Path certificate, @Nullable Path key, String password) {

		/// Never the password.
		@Override
		public String toString() {
			return this.certificate.toString();
		}

	}

}

package org.packhorse.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// How a run and its workers reach their broker: the settings `packhorse.broker.…`, checked.
///
/// @param addresses several where one broker stands in for another
/// @param trust a PEM file with the certificates that are trusted, or null for those of Java
/// @param queue in which partitions wait for a worker
/// @param silence after which either side takes the other for dead
/// @param firstPause before a message that a worker failed on is tried again
record BrokerSettings(List<BrokerAddress> addresses, Account account, @Nullable Path trust, String queue, Duration silence, Duration firstPause) {

	/// Who speaks to a broker.
	record Account(String user, String password) {

		/// Never the password.
		@Override
		public String toString() {
			return this.user;
		}

	}

}

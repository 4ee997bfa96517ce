package org.packhorse.pack;

import java.time.Instant;

/// A process that is at work on this database, as it has put itself down.
///
/// @param id its own, never used again
/// @param role what it does: a command's name, or worker, manager
/// @param software what it runs, as editions name it
/// @param seenAt its last sign of life, by the database's clock
public record AtWork(String id, String role, String host, long pid, String software, Instant startedAt, Instant seenAt) {

	/// How people find it: `host, process 4711`.
	public String words() {
		return "%s, process %d".formatted(this.host, this.pid);
	}

}

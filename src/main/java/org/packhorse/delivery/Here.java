package org.packhorse.delivery;

import java.time.Duration;
import java.time.Instant;

import org.packhorse.pack.Machine;

/// Which process on which machine this is, so that another one can tell whether it still lives.
final class Here {

	private static final String HOST = Machine.host();

	private static final ProcessHandle PROCESS = ProcessHandle.current();

	private static final Duration TOLERANCE = Duration.ofSeconds(5);

	private static final String NAME = name(PROCESS);

	private Here() {
	}

	/// The machine's name, as it greets mail servers.
	static String host() {
		return HOST;
	}

	/// This process among all that have ever been: machine, number and start.
	static String name() {
		return NAME;
	}

	/// Whether a process of this machine has certainly ended. Of one that runs elsewhere nobody can say.
	static boolean isGone(String owner) {
		var parts = owner.split("/");
		if (parts.length != 3 || !parts[0].equals(HOST) || owner.equals(NAME)) {
			return false;
		}
		return ProcessHandle.of(Long.parseLong(parts[1])).filter(ProcessHandle::isAlive).filter(process -> hasBegun(process, Long.parseLong(parts[2]))).isEmpty();
	}

	/// Systems work out when a process began from a clock that may be set meanwhile: some seconds make no other process.
	private static boolean hasBegun(ProcessHandle process, long then) {
		return Math.abs(begun(process) - then) <= TOLERANCE.toMillis();
	}

	private static long begun(ProcessHandle process) {
		return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
	}

	private static String name(ProcessHandle process) {
		return "%s/%d/%d".formatted(HOST, process.pid(), begun(process));
	}

}

package org.packhorse.cli;

import java.time.Duration;
import java.time.Instant;

import org.packhorse.run.PackRun;
import org.packhorse.run.PackRun.State;

/// Runs in words.
final class RunWords {

	private RunWords() {
	}

	/// How a run ended, and what to do where not all of it stands.
	static String ended(PackRun run) {
		var spent = run.endedAt() == null ? "" : " in " + spent(run.requestedAt(), run.endedAt());
		var made = "run %d: %,d of %s stand%s".formatted(run.number(), run.made(), Counted.of(run.packs(), "pack"), spent);
		return switch (run.state()) {
			case DONE -> made;
			case STOPPED -> "%s; the others were not tried, and ./packhorse recover goes on with it".formatted(made);
			case RUNNING, STOPPING -> made;
			case FAILED -> "%s, %,d %s not made; ./packhorse runs show %d says why, ./packhorse runs restart %d makes what is missing".formatted(made, run.failed(),
					run.failed() == 1 ? "was" : "were", run.number(), run.number());
		};
	}

	/// A state as people read it: a run that is at work has somebody who watches over it.
	static String state(PackRun run, boolean lost) {
		return lost && run.state() != State.STOPPED ? "lost" : switch (run.state()) {
			case RUNNING -> "at work";
			case STOPPING -> "stopping";
			case DONE -> "done";
			case FAILED -> "failed";
			case STOPPED -> "stopped";
		};
	}

	static String spent(Instant from, Instant to) {
		return spent(Duration.between(from, to));
	}

	static String spent(Duration spent) {
		long seconds = Math.max(0, spent.toSeconds());
		return seconds < 120 ? seconds + " s" : seconds < 7200 ? "%d min %d s".formatted(seconds / 60, seconds % 60) : "%d h %d min".formatted(seconds / 3600, seconds / 60 % 60);
	}

}

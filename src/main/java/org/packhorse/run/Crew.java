package org.packhorse.run;

import java.util.List;
import java.util.stream.Collectors;

import org.packhorse.pack.AtWork;
import org.packhorse.pack.PackProblem;
import org.packhorse.pack.Processes;
import org.packhorse.pack.Software;
import org.springframework.stereotype.Component;

/// Who makes packs with whom: a run and its workers are of one software, for other software makes other bytes.
@Component
class Crew {

	/// What a worker puts itself down as.
	static final String WORKER = "worker";

	private final Processes processes;

	private final RunLog log;

	Crew(Processes processes, RunLog log) {
		this.processes = processes;
		this.log = log;
	}

	/// Whether a worker of this software is at work.
	boolean isThere() {
		return workers().stream().anyMatch(Crew::isOurs);
	}

	/// Refuses, by name, when those at work are of other software, all of them.
	void demandOurs() {
		var workers = workers();
		if (!workers.isEmpty() && workers.stream().noneMatch(Crew::isOurs)) {
			throw new PackProblem(PackProblem.Kind.BUSY, "The workers at work are of other software than this run, which is of %s: %s. Start workers of this build."
				.formatted(Software.current(), workers.stream().map(worker -> "%s is of %s".formatted(worker.words(), worker.software())).collect(Collectors.joining("; "))));
		}
	}

	/// Refuses a worker, by name, while a run of other software is being made by workers.
	void demandNoOtherRun() {
		var managers = this.processes.all();
		for (PackRun run : this.log.unfinished()) {
			managers.stream().filter(manager -> run.remote() && manager.id().equals(run.holder()) && !isOurs(manager)).findFirst().ifPresent(manager -> {
				throw new PackProblem(PackProblem.Kind.BUSY, "Run %d is being made by software of another build: %s is of %s, and this worker is of %s. Start workers of that build, or this one when the run has ended."
					.formatted(run.number(), manager.words(), manager.software(), Software.current()));
			});
		}
	}

	private List<AtWork> workers() {
		return this.processes.all().stream().filter(process -> process.role().equals(WORKER)).toList();
	}

	private static boolean isOurs(AtWork process) {
		return process.software().equals(Software.current());
	}

}

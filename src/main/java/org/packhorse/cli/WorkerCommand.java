package org.packhorse.cli;

import java.util.ArrayList;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.packhorse.pack.PackProblem;
import org.packhorse.run.PackWorker;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `worker`: makes packs of runs that are begun elsewhere, until it is told to stop.
@Command(name = "worker", mixinStandardHelpOptions = true, description = "Makes packs of runs that are begun elsewhere with packhorse.workers=remote, until it is stopped (Ctrl-C, or SIGTERM).",
		footer = { "", "It needs the run's database (MySQL or MariaDB), its broker, the same report-templates/ and the same output folder.",
				"docs/operations.md says more." })
final class WorkerCommand implements Callable<Integer> {

	@ParentCommand
	PackhorseCommand packhorse;

	@Spec
	CommandSpec spec;

	@Option(names = "--threads", paramLabel = "N", description = "How many packs are made at once; usually one for each processor.")
	@Nullable Integer threads;

	@Override
	public Integer call() throws InterruptedException {
		var settings = new ArrayList<>(this.packhorse.settings());
		if (this.threads != null && this.threads < 1) {
			throw new CommandLine.ParameterException(this.spec.commandLine(), "--threads takes a number from 1.");
		}
		if (this.threads != null) {
			settings.add("--packhorse.threads=" + this.threads);
		}
		try (var application = Application.open(Role.WORKER, settings)) {
			if (application.setting("spring.datasource.url", "").startsWith("jdbc:h2:")) {
				throw new PackProblem(PackProblem.Kind.INPUT,
						"A worker makes packs of runs on the same database, which the embedded one is not: it serves one process. Set up MySQL or MariaDB (docs/database.md), here and where runs are begun.");
			}
			var worker = application.get(PackWorker.class);
			var out = this.spec.commandLine().getOut();
			var port = application.setting("local.management.port", "");
			if (!port.isEmpty()) {
				out.println("worker: health at http://%s:%s/actuator/health, metrics at /actuator/prometheus".formatted(application.setting("management.server.address", ""), port));
			}
			worker.start(line -> out.println("worker: " + line));
			worker.awaitStop();
			return Outcome.DONE;
		}
	}

}

package org.packhorse.cli;

import java.util.concurrent.Callable;

import org.packhorse.pack.Home;
import org.packhorse.pack.PackProblem;
import org.packhorse.run.PackRun;
import org.packhorse.run.Recovery;
import org.packhorse.run.RunWatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `recover`: after a crash or a stop, goes on where it was.
@Command(name = "recover", mixinStandardHelpOptions = true,
		description = "Finds runs that were stopped, or whose process died or has not been heard of for longer than its lease, and makes what is missing of each.",
		footer = { "", "What stands is not made again. Runs that a schedule or a sign-off began are closed only: they are made by their own watch.",
				"./packhorse serve does this by itself for runs whose process died." })
final class RecoverCommand implements Callable<Integer> {

	@ParentCommand
	PackhorseCommand packhorse;

	@Spec
	CommandSpec spec;

	@Option(names = "--dry-run", description = "Lists them and does nothing.")
	boolean dryRun;

	@Override
	public Integer call() {
		var line = this.spec.commandLine();
		try (var application = Application.open(this.packhorse.settings())) {
			var recovery = application.get(Recovery.class);
			var lost = recovery.lost();
			if (lost.isEmpty()) {
				line.getErr().println("packhorse: no run was left unfinished.");
				return Outcome.DONE;
			}
			if (this.dryRun) {
				lost.forEach(run -> line.getOut().println(words(run)));
				return Outcome.DONE;
			}
			return lost.stream().mapToInt(run -> recovered(run, application, recovery)).max().orElse(Outcome.DONE);
		}
	}

	private int recovered(PackRun run, Application application, Recovery recovery) {
		var line = this.spec.commandLine();
		if (run.origin() != PackRun.Origin.COMMAND) {
			recovery.recover(run, RunWatch.NONE).ifPresent(_ -> line.getErr().println("packhorse: " + words(run) + ": closed; what began it makes it again"));
			return Outcome.DONE;
		}
		try {
			return new RunReport(line, false, application).of(watch -> recovery.recover(run, watch).orElseThrow(() -> Recovery.busy(run)));
		}
		catch (PackProblem ex) {
			// It keeps nobody from the other runs.
			var outcome = Outcome.of(ex, application.get(Home.class));
			line.getErr().println(outcome.message());
			return outcome.exitCode();
		}
	}

	private static String words(PackRun run) {
		return "run %d (%s, asked for by %s at %s): %d of %d packs stand".formatted(run.number(), run.question(), run.requestedBy(), RunsCommand.stamp(run.requestedAt()), run.made(), run.packs());
	}

}

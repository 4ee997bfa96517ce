package org.packhorse.cli;

import java.util.concurrent.Callable;

import org.packhorse.run.Recovery;
import org.packhorse.run.RunLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `runs restart`: makes again what failed.
@Command(name = "restart", mixinStandardHelpOptions = true, description = "Makes what is missing of a run that has ended: the packs that failed, and those that were not tried. What stands is not made again.")
final class RunsRestartCommand implements Callable<Integer> {

	@ParentCommand
	RunsCommand runs;

	@Spec
	CommandSpec spec;

	@Parameters(paramLabel = "RUN", description = "The run's number; ./packhorse runs lists them.")
	long run;

	@Option(names = "--json", description = "Prints the editions as JSON.")
	boolean json;

	@Override
	public Integer call() {
		try (var application = Application.open(this.runs.packhorse.settings())) {
			var found = application.get(RunLog.class).find(this.run).orElseThrow(() -> RunsShowCommand.unknown(this.spec, this.run));
			return new RunReport(this.spec.commandLine(), this.json, application).of(watch -> application.get(Recovery.class).again(found, watch));
		}
	}

}

package org.packhorse.cli;

import java.util.concurrent.Callable;

import org.packhorse.run.OwnBroker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `broker`: hands packs to workers until it is told to stop.
@Command(name = "broker", mixinStandardHelpOptions = true, description = "Hands the packs of a run to workers, until it is stopped (Ctrl-C, or SIGTERM).",
		footer = { "", "It needs PACKHORSE_BROKER_USER and PACKHORSE_BROKER_PASSWORD in the environment; docs/operations.md says more, and how to use",
				"the council's own ActiveMQ in its place. Packs that are made on one machine need no broker." })
final class BrokerCommand implements Callable<Integer> {

	@ParentCommand
	PackhorseCommand packhorse;

	@Spec
	CommandSpec spec;

	@Override
	public Integer call() throws InterruptedException {
		try (var application = Application.openBroker(this.packhorse.settings())) {
			var broker = application.get(OwnBroker.class);
			var out = this.spec.commandLine().getOut();
			broker.start(line -> out.println("broker: " + line));
			broker.awaitStop();
			return Outcome.DONE;
		}
	}

}

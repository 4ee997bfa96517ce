package org.packhorse.cli;

import java.util.concurrent.Callable;

import org.packhorse.access.Actors;
import org.packhorse.delivery.Passwords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `deliveries password ID`: what opens the locked file of a message.
@Command(name = "password", mixinStandardHelpOptions = true, description = "Prints the password of a message's locked file; the audit trail records it.",
		footer = { "", "Tell it by telephone or in person, never by e-mail: docs/links.md." })
final class DeliveriesPasswordCommand implements Callable<Integer> {

	@ParentCommand
	DeliveriesCommand deliveries;

	@Spec
	CommandSpec spec;

	@Parameters(paramLabel = "ID", description = "The message's number.")
	long number;

	@Override
	public Integer call() {
		try (var application = Application.open(this.deliveries.packhorse.settings())) {
			this.spec.commandLine().getOut().println(application.get(Passwords.class).tell(this.number, application.get(Actors.class).current()));
			return Outcome.DONE;
		}
	}

}

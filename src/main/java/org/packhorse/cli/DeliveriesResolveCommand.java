package org.packhorse.cli;

import java.util.concurrent.Callable;

import org.packhorse.access.Actors;
import org.packhorse.delivery.Delivery;
import org.packhorse.delivery.Resolutions;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `deliveries resolve`: what a person has found out, or decides.
@Command(name = "resolve", mixinStandardHelpOptions = true, description = "Settles a doubtful message, or has a doubtful or refused one sent again.")
final class DeliveriesResolveCommand implements Callable<Integer> {

	@ParentCommand
	DeliveriesCommand deliveries;

	@Spec
	CommandSpec spec;

	@Parameters(paramLabel = "ID", description = "The message's number in ./packhorse deliveries.")
	long number;

	@ArgGroup(exclusive = true, multiplicity = "1")
	Decision decision;

	@Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, in one line; it goes into the audit trail, so name posts and not people.")
	String reason;

	/// One of the two.
	static final class Decision {

		@Option(names = "--delivered", description = "It came: somebody asked the recipient, or found it in the mail server's log.")
		boolean delivered;

		@Option(names = "--resend", description = "Send it again, as a new message; the recipient may get two.")
		boolean resend;

	}

	@Override
	public Integer call() {
		try (var application = Application.open(this.deliveries.packhorse.settings())) {
			var resolutions = application.get(Resolutions.class);
			var actor = application.get(Actors.class).current();
			Delivery now = this.decision.delivered ? resolutions.delivered(this.number, actor, this.reason) : resolutions.resend(this.number, actor, this.reason);
			var out = this.spec.commandLine().getOut();
			out.println(this.decision.delivered ? "Delivery %d is settled as delivered.".formatted(this.number)
					: "Delivery %d goes again as delivery %d; ./packhorse send or ./packhorse serve sends it.".formatted(this.number, now.number()));
			return Outcome.DONE;
		}
	}

}

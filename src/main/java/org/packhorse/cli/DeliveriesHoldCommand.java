package org.packhorse.cli;

import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.packhorse.access.Actors;
import org.packhorse.delivery.Holding;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `deliveries hold`: whether all mail is held, and why; `--on` holds it, `--lift` lets it go.
@Command(name = "hold", mixinStandardHelpOptions = true, description = "Shows whether mail is held and what the send journal knows better; holds it or lets it go.")
final class DeliveriesHoldCommand implements Callable<Integer> {

	@ParentCommand
	DeliveriesCommand deliveries;

	@Spec
	CommandSpec spec;

	@Option(names = "--on", description = "Holds all mail.")
	boolean on;

	@Option(names = "--lift", description = "Takes over what the send journal knows, and lets mail go.")
	boolean lift;

	@Option(names = "--reason", paramLabel = "TEXT", description = "Why, in one line; it goes into the audit trail.")
	@Nullable String reason;

	@Override
	public Integer call() {
		if (this.on && this.lift || (this.on || this.lift) != (this.reason != null && !this.reason.isBlank())) {
			throw new CommandLine.ParameterException(this.spec.commandLine(), "Say --on or --lift with a --reason, or neither to look.");
		}
		try (var application = Application.open(this.deliveries.packhorse.settings())) {
			var holding = application.get(Holding.class);
			var out = this.spec.commandLine().getOut();
			var look = holding.look();
			if (this.on) {
				holding.hold(application.get(Actors.class).current(), String.valueOf(this.reason));
			}
			else if (this.lift) {
				int taken = holding.lift(application.get(Actors.class).current(), String.valueOf(this.reason), look);
				out.printf("Mail goes again. %s taken over from the send journal.%n", Counted.of(taken, "state"));
				return Outcome.DONE;
			}
			return show(this.on ? holding.look() : look);
		}
	}

	private int show(Holding.Look look) {
		var out = this.spec.commandLine().getOut();
		if (!look.held()) {
			out.println("Mail is not held.");
			return Outcome.DONE;
		}
		out.printf("Mail is held since %s: %s.%n", look.since(), look.reason());
		look.differences().forEach(difference -> out.println("  " + difference));
		return Outcome.DECISION;
	}

}

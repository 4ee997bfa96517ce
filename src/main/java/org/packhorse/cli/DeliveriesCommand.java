package org.packhorse.cli;

import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.packhorse.delivery.Delivery.State;
import org.packhorse.delivery.DeliveryRound;
import org.packhorse.delivery.Holding;
import org.packhorse.delivery.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `deliveries`: where every message stands; `resolve`, `hold` and `password` are what only a person can do.
@Command(name = "deliveries", mixinStandardHelpOptions = true, description = "Lists messages with their states, those that need a person first.",
		subcommands = { DeliveriesResolveCommand.class, DeliveriesHoldCommand.class, DeliveriesPasswordCommand.class },
		footer = { "", "Ends with 4 when mail is held or a message is doubtful. docs/mail.md says what to do in each state." })
final class DeliveriesCommand implements Callable<Integer> {

	private static final int MOST = 1000;

	@ParentCommand
	PackhorseCommand packhorse;

	@Spec
	CommandSpec spec;

	@Option(names = "--edition", paramLabel = "EDITION", description = "Of this edition alone.")
	@Nullable String edition;

	@Option(names = "--state", paramLabel = "STATE", description = "In this state alone: ${COMPLETION-CANDIDATES}.")
	@Nullable State state;

	@Option(names = "--json", description = "Prints the list as JSON.")
	boolean json;

	@Override
	public Integer call() {
		try (var application = Application.open(this.packhorse.settings())) {
			var err = this.spec.commandLine().getErr();
			var look = application.get(Holding.class).look();
			if (look.held()) {
				err.println("packhorse: mail is held: " + look.reason() + ". ./packhorse deliveries hold says more.");
			}
			else {
				application.get(DeliveryRound.class).sweep(line -> err.println("packhorse: " + line));
			}
			var ledger = application.get(Ledger.class);
			var found = ledger.list(this.edition, this.state, MOST);
			new DeliveryReport(this.spec.commandLine(), this.json).print(found);
			if (found.isEmpty() && !this.json) {
				err.println("packhorse: no such message" + (this.edition == null && this.state == null ? " yet; ./packhorse send EDITION sends one." : "."));
			}
			if (found.size() == MOST) {
				err.printf("packhorse: these are the first %,d; --edition and --state show others%n", MOST);
			}
			return look.held() || ledger.count(State.DOUBTFUL) > 0 ? Outcome.DECISION : Outcome.DONE;
		}
	}

}

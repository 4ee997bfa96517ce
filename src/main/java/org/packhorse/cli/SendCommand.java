package org.packhorse.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;

import org.packhorse.access.Actors;
import org.packhorse.delivery.DeliveryRound;
import org.packhorse.delivery.Holding;
import org.packhorse.delivery.Ledger;
import org.packhorse.delivery.MailSetup;
import org.packhorse.delivery.Postbag;
import org.packhorse.pack.Edition;
import org.packhorse.pack.PackProblem;
import org.packhorse.pack.SignOffs;
import org.packhorse.run.Approvals;
import org.packhorse.run.ScheduledLists;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `send EDITION`: posts an edition to lists and sends what can be sent now.
@Command(name = "send", mixinStandardHelpOptions = true, description = "Sends an edition by e-mail to everybody on its distribution lists, once each.",
		footer = { "", "The same edition to the same people again sends nothing twice. What the server does not take now waits for the next",
				"./packhorse send or for ./packhorse serve. docs/mail.md says what each state means.",
				"Exit codes: 0 all accepted, 1 somebody refused for good, 3 not posted, 4 somebody is doubtful or mail is held, 75 somebody waits." })
final class SendCommand implements Callable<Integer> {

	@ParentCommand
	PackhorseCommand packhorse;

	@Spec
	CommandSpec spec;

	@Parameters(paramLabel = "EDITION", description = "The edition's name, such as E08000013/improvement-board/2026-03-31/v1, or the path of its folder.")
	String edition;

	@Option(names = "--list", paramLabel = "NAME", description = "A distribution list; may stand several times. Those of the schedule that made the edition when left out.")
	List<String> lists = new ArrayList<>();

	@Option(names = "--rehearse", description = "Sends everything to packhorse.mail.rehearsal-mailbox, with the true recipient on top; the real messages stay unsent.")
	boolean rehearse;

	@Option(names = "--dry-run", description = "Says what is wrong, or to whom it would go; posts and sends nothing.")
	boolean dryRun;

	@Option(names = "--json", description = "Prints the recipients and their states as JSON.")
	boolean json;

	@Override
	public Integer call() {
		try (var application = Application.open(this.packhorse.settings())) {
			var found = application.get(Approvals.class).find(this.edition);
			var lists = this.lists.isEmpty() ? application.get(ScheduledLists.class).named(found) : this.lists;
			if (!application.get(MailSetup.class).settings().isSetUp()) {
				throw new PackProblem(PackProblem.Kind.INPUT, MailSetup.REMEDY);
			}
			return this.dryRun ? tryOut(application.get(Postbag.class), found, lists) : send(application, found, lists);
		}
	}

	private int tryOut(Postbag postbag, Edition found, List<String> lists) {
		var faults = postbag.faults(found, lists, this.rehearse);
		var out = this.spec.commandLine().getOut();
		if (!faults.isEmpty()) {
			throw new PackProblem(PackProblem.Kind.INPUT, "%s would not be posted:\n  %s".formatted(found.name(), String.join("\n  ", faults)));
		}
		var people = postbag.recipients(found, lists);
		if (this.json) {
			out.println(Json.of(people.stream().map(person -> {
				var data = new LinkedHashMap<String, Object>();
				data.put("recipient", person.address());
				data.put("name", person.name());
				data.put("list", person.list());
				return data;
			}).toList()));
			return Outcome.DONE;
		}
		var standing = this.rehearse ? List.<String>of() : postbag.standing(found, lists);
		out.printf("%s would go to %s%s.%n", found.name(), Counted.of(people.size() - standing.size(), "recipient"),
				standing.isEmpty() ? "" : "; %d have a message already (./packhorse deliveries)".formatted(standing.size()));
		people.forEach(person -> out.printf("  %-50s %s (%s)%s%n", person.address(), person.name(), person.list(),
				standing.contains(person.address()) ? ", has a message already" : ""));
		return Outcome.DONE;
	}

	private int send(Application application, Edition found, List<String> lists) {
		var err = this.spec.commandLine().getErr();
		var look = application.get(Holding.class).look();
		if (look.held()) {
			err.println("packhorse: mail is held, and nothing is posted or sent: " + look.reason() + ".");
			look.differences().forEach(difference -> err.println("  " + difference));
			err.println("packhorse: look at these, then lift the hold: ./packhorse deliveries hold --lift --reason TEXT (docs/mail.md).");
			return Outcome.DECISION;
		}
		var postbag = application.get(Postbag.class);
		var actor = application.get(Actors.class).current();
		var posted = this.rehearse ? postbag.rehearse(found, lists, actor) : postbag.post(found, lists, actor);
		if (!this.rehearse) {
			application.get(SignOffs.class).postedByHand(found, lists);
		}
		tell(posted);
		var round = application.get(DeliveryRound.class).deliver(found.name(), line -> err.println("packhorse: " + line));
		round.standstill().ifPresent(words -> err.println("packhorse: " + words));
		return new DeliveryReport(this.spec.commandLine(), this.json).ofPosted(posted, application.get(Ledger.class), round);
	}

	private void tell(Postbag.Posted posted) {
		var err = this.spec.commandLine().getErr();
		err.printf("packhorse: %s: %s posted%n", posted.about(), Counted.of(posted.added(), "message"));
		if (posted.standing() > 0) {
			err.printf("packhorse: %s there already and not posted again%n", posted.standing() == 1 ? "1 message is" : "%,d messages are".formatted(posted.standing()));
		}
		if (posted.known() > 0) {
			err.printf("packhorse: of %s the send journal knows already: not sent again%n", Counted.of(posted.known(), "message"));
		}
	}

}

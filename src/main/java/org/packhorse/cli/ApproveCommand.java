package org.packhorse.cli;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.packhorse.access.Actors;
import org.packhorse.pack.Edition;
import org.packhorse.pack.Progress;
import org.packhorse.run.Approvals;
import org.packhorse.run.Dispatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `approve EDITION --post POST`: clears a draft for a post, or sends it back.
@Command(name = "approve", mixinStandardHelpOptions = true,
		description = "Clears a draft for a post that it waits for, or sends it back. The last clearance publishes the final from what was cleared.",
		footer = { "", "Who asked for the draft or changed its templates cannot clear it, and one person clears for one post.",
				"Ends with 4 when another person must do it, or somebody must decide. docs/sign-off.md tells more." })
final class ApproveCommand implements Callable<Integer> {

	@ParentCommand
	PackhorseCommand packhorse;

	@Spec
	CommandSpec spec;

	@Parameters(paramLabel = "EDITION", description = "Its name, such as E08000013/improvement-board/2026-03-31/v1, or its folder.")
	String edition;

	@Option(names = "--post", required = true, paramLabel = "POST", description = "The post that you act for.")
	String post;

	@Option(names = "--note", paramLabel = "TEXT", description = "A word for those who clear after you; it stands in no pack.")
	@Nullable String note;

	@Option(names = "--erratum", paramLabel = "TEXT",
			description = "What was wrong in the final that this one will supersede: its readers see it at the front.")
	@Nullable String erratum;

	@Option(names = "--send-back", paramLabel = "REASON", description = "Sends the draft back for this reason instead of clearing it.")
	@Nullable String reason;

	@Option(names = "--json", description = "Prints the outcome as JSON.")
	boolean json;

	@Override
	public Integer call() {
		if (this.reason != null && (this.note != null || this.erratum != null)) {
			throw usage("A draft that is sent back takes the reason alone: leave --note and --erratum out.");
		}
		var reason = Words.line(this.spec.commandLine(), "--send-back", this.reason);
		var note = Words.line(this.spec.commandLine(), "--note", this.note);
		var erratum = Words.line(this.spec.commandLine(), "--erratum", this.erratum);
		try (var application = Application.open(this.packhorse.settings())) {
			var approvals = application.get(Approvals.class);
			var actor = application.get(Actors.class).current();
			var draft = approvals.find(this.edition);
			if (reason != null) {
				print(draft, approvals.sendBack(draft, this.post.strip(), actor, reason), Optional.empty());
				return Outcome.DONE;
			}
			var cleared = approvals.clear(draft, new Approvals.Said(this.post.strip(), actor, note == null ? "" : note, erratum),
					step -> this.spec.commandLine().getErr().println("packhorse: " + step));
			application.get(Dispatch.class).finals(line -> this.spec.commandLine().getErr().println("packhorse: " + line));
			print(draft, cleared.progress(), cleared.made());
			return Outcome.DONE;
		}
	}

	private CommandLine.ParameterException usage(String words) {
		return new CommandLine.ParameterException(this.spec.commandLine(), words);
	}

	private void print(Edition draft, Progress progress, Optional<Edition> published) {
		var out = this.spec.commandLine().getOut();
		if (this.json) {
			var data = new LinkedHashMap<String, Object>();
			data.put("edition", draft.name());
			data.put("signOff", SignOffReport.data(progress));
			data.put("final", published.map(Edition::name).orElse(null));
			data.put("folder", published.map(edition -> edition.path().toString()).orElse(null));
			out.println(Json.of(data));
			return;
		}
		out.println(draft.name() + ": " + progress.words());
		published.ifPresent(edition -> out.println(edition.name() + ": published, final\n  " + edition.path()));
	}

}

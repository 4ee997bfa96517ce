package org.packhorse.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;

import org.packhorse.access.AuditVerification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `audit verify`: proves the audit trail.
@Command(name = "verify", mixinStandardHelpOptions = true,
		description = "Proves that no entry of the audit trail was changed, removed, put in, moved or cut off; ends with 1 when one was.")
final class AuditVerifyCommand implements Callable<Integer> {

	@ParentCommand
	AuditCommand audit;

	@Spec
	CommandSpec spec;

	@Option(names = "--json", description = "Prints the result as JSON.")
	boolean json;

	@Override
	public Integer call() {
		try (var application = Application.open(this.audit.packhorse.settings())) {
			var result = application.get(AuditVerification.class).verify();
			if (this.json) {
				this.spec.commandLine().getOut().println(json(result));
			}
			else {
				print(result, this.spec.commandLine().getOut());
			}
			return result.good() ? Outcome.DONE : Outcome.FAILED;
		}
	}

	private static String json(AuditVerification.Result result) {
		var data = new LinkedHashMap<String, Object>();
		data.put("good", result.good());
		data.put("entries", result.entries());
		data.put("checkpointedTo", result.checkpointed());
		data.put("firstBad", result.firstBad() == 0 ? null : result.firstBad());
		data.put("trustedTo", result.trustedTo());
		data.put("trustedUntil", result.trustedUntil() == null ? null : result.trustedUntil().toString());
		data.put("faults", result.faults());
		return Json.of(data);
	}

	private static void print(AuditVerification.Result result, PrintWriter out) {
		out.println("audit trail: " + (result.good() ? "proved, %d entries".formatted(result.entries()) : "NOT PROVED"));
		result.faults().forEach(sentence -> out.println("  FAULT: " + sentence));
		if (result.firstBad() > 0) {
			out.println(result.trustedTo() == 0 ? "  No entry can be relied on."
					: "  Entries 1 to %d can be relied on, recorded until %s; not what stands from %d on.".formatted(result.trustedTo(), result.trustedUntil(),
							result.firstBad()));
		}
		out.println(result.checkpointed() == 0 ? "  No checkpoint outside the database vouches for any of it."
				: "  Checkpoints outside the database vouch for entries 1 to %d.".formatted(result.checkpointed()));
	}

}

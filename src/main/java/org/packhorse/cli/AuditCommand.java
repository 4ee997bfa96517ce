package org.packhorse.cli;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.packhorse.access.AuditEntry;
import org.packhorse.access.AuditTrail;
import org.packhorse.schedule.Schedule;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `audit`: who did what; `audit verify` proves it.
@Command(name = "audit", mixinStandardHelpOptions = true, description = "Lists who did what, newest first.",
		footer = { "", "audit verify proves that no entry was changed, removed, put in or cut off." }, subcommands = AuditVerifyCommand.class)
final class AuditCommand implements Callable<Integer> {

	private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

	@ParentCommand
	PackhorseCommand packhorse;

	@Spec
	CommandSpec spec;

	@Option(names = "--object", paramLabel = "NAME", description = "What was done to this alone, such as E08000013/improvement-board/2026-03-31/v1.")
	@Nullable String object;

	@Option(names = "--most", paramLabel = "N", defaultValue = "50", description = "How many entries to list; ${DEFAULT-VALUE} when left out.")
	int most;

	@Option(names = "--json", description = "Prints the entries as JSON.")
	boolean json;

	@Override
	public Integer call() {
		if (this.most < 1 || this.most > 100_000) {
			throw new CommandLine.ParameterException(this.spec.commandLine(), "--most takes a number from 1 to 100000.");
		}
		try (var application = Application.open(this.packhorse.settings())) {
			var trail = application.get(AuditTrail.class);
			print(this.object == null ? trail.newest(this.most) : trail.newest(this.object, this.most));
			return Outcome.DONE;
		}
	}

	private void print(List<AuditEntry> entries) {
		var out = this.spec.commandLine().getOut();
		if (this.json) {
			out.println(Json.of(entries.stream().map(AuditCommand::data).toList()));
		}
		else if (entries.isEmpty()) {
			this.spec.commandLine().getErr().println("packhorse: nothing is recorded" + (this.object == null ? " yet." : " of " + this.object + "."));
		}
		else {
			entries.forEach(entry -> out.printf("%6d  %s  %-20s %-12s %s %s%n", entry.seq(), stamp(entry), entry.actor(), entry.action(), entry.object(), entry.detail()));
		}
	}

	private static String stamp(AuditEntry entry) {
		return STAMP.format(LocalDateTime.ofInstant(entry.at(), Schedule.ZONE));
	}

	private static Map<String, Object> data(AuditEntry entry) {
		var data = new LinkedHashMap<String, Object>();
		data.put("seq", entry.seq());
		data.put("at", entry.at().toString());
		data.put("actor", entry.actor());
		data.put("action", entry.action());
		data.put("object", entry.object());
		data.put("detail", Json.read(entry.detail()));
		data.put("hash", entry.hash());
		return data;
	}

}

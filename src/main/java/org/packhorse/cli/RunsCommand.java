package org.packhorse.cli;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import org.packhorse.run.PackRun;
import org.packhorse.run.Recovery;
import org.packhorse.run.RunLog;
import org.packhorse.schedule.Schedule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `runs`: what was asked for, by whom, and what came of it; `show` says it pack by pack, `restart` makes what is missing.
@Command(name = "runs", mixinStandardHelpOptions = true, description = "Lists runs, newest first, with how many of their packs stand.",
		subcommands = { RunsShowCommand.class, RunsRestartCommand.class },
		footer = { "", "Ends with 1 when a run is lost: its process died, and ./packhorse recover goes on with it." })
final class RunsCommand implements Callable<Integer> {

	private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

	@ParentCommand
	PackhorseCommand packhorse;

	@Spec
	CommandSpec spec;

	@Option(names = "--most", paramLabel = "N", defaultValue = "50", description = "So many at most; ${DEFAULT-VALUE} when left out.")
	int most;

	@Option(names = "--json", description = "Prints the list as JSON.")
	boolean json;

	@Override
	public Integer call() {
		try (var application = Application.open(this.packhorse.settings())) {
			var recovery = application.get(Recovery.class);
			var runs = application.get(RunLog.class).newest(Math.max(1, this.most));
			var lost = runs.stream().filter(recovery::isLost).toList();
			var line = this.spec.commandLine();
			if (this.json) {
				line.getOut().println(Json.of(runs.stream().map(run -> data(run, lost.contains(run))).toList()));
			}
			else if (runs.isEmpty()) {
				line.getErr().println("packhorse: nothing has been run yet; ./packhorse run PACK does.");
			}
			else {
				runs.forEach(run -> line.getOut().printf("%-6d %s  %-8s %s  %s%n", run.number(), stamp(run.requestedAt()), RunWords.state(run, lost.contains(run)), counts(run), run.question()));
			}
			return lost.stream().anyMatch(run -> run.state() != PackRun.State.STOPPED) ? Outcome.FAILED : Outcome.DONE;
		}
	}

	private static String counts(PackRun run) {
		return "%4d of %d stand%s".formatted(run.made(), run.packs(), run.failed() == 0 ? "" : ", " + run.failed() + " failed");
	}

	static String stamp(Instant moment) {
		return STAMP.format(LocalDateTime.ofInstant(moment, Schedule.ZONE));
	}

	static Map<String, Object> data(PackRun run, boolean lost) {
		var data = new LinkedHashMap<String, Object>();
		data.put("run", run.number());
		data.put("question", run.question());
		data.put("state", RunWords.state(run, lost));
		data.put("requestedBy", run.requestedBy());
		data.put("requestedAt", run.requestedAt().toString());
		data.put("endedAt", run.endedAt() == null ? "" : run.endedAt().toString());
		data.put("origin", run.origin().name().toLowerCase(Locale.ROOT).replace('_', '-'));
		data.put("workers", run.remote() ? "remote" : "local");
		data.put("software", run.software());
		data.put("packs", run.packs());
		data.put("made", run.made());
		data.put("failed", run.failed());
		return data;
	}

}

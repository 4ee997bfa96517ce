package org.packhorse.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.packhorse.run.PackRun.Item;
import org.packhorse.run.PackRun.Stands;
import org.packhorse.run.PackWords;
import org.packhorse.run.Recovery;
import org.packhorse.run.RunLog;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `runs show`: one run pack by pack, with times, warnings and what formats could not show.
@Command(name = "show", mixinStandardHelpOptions = true, description = "Shows one run: each pack with its state, time, editions, warnings, and what kept it from being made.")
final class RunsShowCommand implements Callable<Integer> {

	@ParentCommand
	RunsCommand runs;

	@Spec
	CommandSpec spec;

	@Parameters(paramLabel = "RUN", description = "The run's number; ./packhorse runs lists them.")
	long run;

	@Option(names = "--json", description = "Prints it as JSON.")
	boolean json;

	@Override
	public Integer call() {
		try (var application = Application.open(this.runs.packhorse.settings())) {
			var log = application.get(RunLog.class);
			var found = log.find(this.run).orElseThrow(() -> unknown(this.spec, this.run));
			var items = log.items(this.run);
			var words = application.get(PackWords.class);
			boolean lost = application.get(Recovery.class).isLost(found);
			var out = this.spec.commandLine().getOut();
			if (this.json) {
				var data = RunsCommand.data(found, lost);
				data.put("items", items.stream().map(item -> data(item, words)).toList());
				out.println(Json.of(data));
				return Outcome.DONE;
			}
			out.printf("Run %d: %s%n", found.number(), found.question());
			out.printf("  %s; asked for by %s at %s%s; by %s%n", RunWords.state(found, lost), found.requestedBy(), RunsCommand.stamp(found.requestedAt()),
					found.endedAt() == null ? "" : ", ended at " + RunsCommand.stamp(found.endedAt()), found.remote() ? "workers" : "this program's own threads");
			out.printf("  %d of %d packs stand, %d failed%n", found.made(), found.packs(), found.failed());
			items.forEach(item -> {
				out.printf("%5d  %-8s %8s  %s of %s as at %s%s%n", item.no(), item.state().name().toLowerCase(Locale.ROOT), time(item), item.request().pack(), item.request().authority(), item.request().asAt(),
						item.madeBy() == null ? "" : ", by " + item.madeBy());
				lines(item, words).forEach(line -> out.println("         " + line));
			});
			return Outcome.DONE;
		}
	}

	static CommandLine.ParameterException unknown(CommandSpec spec, long run) {
		return new CommandLine.ParameterException(spec.commandLine(), "There is no run %d; ./packhorse runs lists them.".formatted(run));
	}

	private static String time(Item item) {
		return item.startedAt() == null || item.endedAt() == null ? "" : "%.2f s".formatted(Duration.between(item.startedAt(), item.endedAt()).toMillis() / 1000.0);
	}

	private static List<String> lines(Item item, PackWords words) {
		var lines = new ArrayList<String>();
		var outcome = item.outcome();
		if (outcome == null) {
			return lines;
		}
		lines.addAll(outcome.told());
		for (Stands stands : outcome.stands()) {
			lines.add(stands.name() + ": " + PackWords.stands(stands));
			words.of(stands).forEach(line -> lines.add("  " + line));
		}
		if (outcome.trouble() != null) {
			Outcome.of(outcome.trouble()).message().lines().forEach(lines::add);
		}
		return lines;
	}

	private static Map<String, Object> data(Item item, PackWords words) {
		var data = new LinkedHashMap<String, Object>();
		data.put("no", item.no());
		data.put("authority", item.request().authority());
		data.put("pack", item.request().pack());
		data.put("asAt", item.request().asAt().toString());
		data.put("state", item.state().name().toLowerCase(Locale.ROOT));
		data.put("madeBy", Objects.requireNonNullElse(item.madeBy(), ""));
		data.put("startedAt", Objects.toString(item.startedAt(), ""));
		data.put("endedAt", Objects.toString(item.endedAt(), ""));
		var outcome = item.outcome();
		if (outcome != null) {
			data.put("told", outcome.told());
			data.put("editions", outcome.stands().stream().map(stands -> data(stands, words)).toList());
			if (outcome.trouble() != null) {
				data.put("problem", Outcome.of(outcome.trouble()).message());
				data.put("exitCode", Outcome.of(outcome.trouble()).exitCode());
			}
		}
		return data;
	}

	private static Map<String, Object> data(Stands stands, PackWords words) {
		return Map.of("edition", stands.name(), "published", stands.published(), "toLookAt", stands.toLookAt(), "notes", stands.notes(), "waitsFor", stands.waitsFor(),
				"notRendered", words.notices(stands).stream().map(part -> Map.of("format", part.format().ending(), "what", part.what(), "at", part.at().toString(), "why", part.why())).toList());
	}

}

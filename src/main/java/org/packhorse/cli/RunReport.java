package org.packhorse.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.packhorse.pack.Editions;
import org.packhorse.run.PackRun;
import org.packhorse.run.PackRun.Item;
import org.packhorse.run.PackRun.Stands;
import org.packhorse.run.PackRun.State;
import org.packhorse.run.PackWords;
import org.packhorse.run.RunWatch;
import org.packhorse.writer.NotRendered;
import picocli.CommandLine;

/// Tells of a run while its packs are made: progress and warnings on standard error, results on standard output.
final class RunReport implements RunWatch {

	private final CommandLine line;

	private final boolean json;

	private final Editions editions;

	private final RunProgress progress;

	private final List<Map<String, Object>> results = new ArrayList<>();

	private final Set<String> warned = new HashSet<>();

	private int exitCode = Outcome.DONE;

	private int packs;

	RunReport(CommandLine line, boolean json, Application application) {
		this.line = line;
		this.json = json;
		this.editions = application.get(Editions.class);
		this.progress = new RunProgress(line.getErr());
	}

	/// Watches a run to its end; the gravest outcome is the exit code.
	int of(Function<RunWatch, PackRun> work) {
		var run = end(work);
		if (this.json) {
			this.line.getOut().println(Json.of(this.results));
		}
		if (run.packs() > 1 || run.state() == State.STOPPED) {
			say(RunWords.ended(run));
		}
		return Math.max(this.exitCode, switch (run.state()) {
			case DONE -> Outcome.DONE;
			case FAILED -> Outcome.FAILED;
			case STOPPED, STOPPING, RUNNING -> Outcome.LATER;
		});
	}

	private PackRun end(Function<RunWatch, PackRun> work) {
		try (this.progress) {
			return work.apply(this);
		}
	}

	@Override
	public void begun(PackRun run) {
		this.packs = run.packs();
		say("run %d: %s%s".formatted(run.number(), run.question(), run.packs() == 1 ? "" : " (" + run.packs() + " packs)"));
		this.progress.begin(run.packs());
	}

	@Override
	public void counted(int ended, int packs) {
		this.progress.counted(ended);
	}

	@Override
	public void told(String words) {
		say(words);
	}

	@Override
	public void ended(Item item) {
		var pack = "%s of %s as at %s".formatted(item.request().pack(), item.request().authority(), item.request().asAt());
		var outcome = item.outcome();
		if (outcome == null) {
			return;
		}
		outcome.told().forEach(words -> say("%s%s: %s".formatted(this.packs == 1 ? "" : "[%d of %d] ".formatted(item.no(), this.packs), pack, words)));
		outcome.stands().forEach(stands -> stands(pack, stands));
		if (outcome.trouble() != null) {
			failed(item, outcome.stands().isEmpty() ? pack : "Part 2 of " + pack, Outcome.of(outcome.trouble()));
		}
	}

	private void failed(Item item, String pack, Outcome outcome) {
		say(pack + " was not made.");
		print(outcome.message());
		this.results.add(Map.of("pack", item.request().pack(), "authority", item.request().authority(), "asAt", item.request().asAt().toString(), "published", false,
				"exitCode", outcome.exitCode(), "problem", outcome.message()));
		this.exitCode = Math.max(this.exitCode, outcome.exitCode());
	}

	private void stands(String pack, Stands stands) {
		var edition = this.editions.find(stands.edition());
		this.editions.notices(edition).forEach(this::warn);
		PackWords.lookAgain(stands).forEach(words -> say(pack + ": " + words));
		stands.notes().forEach(this::say);
		result(stands, edition.path(), files(edition.path()));
	}

	/// Says once a run what a format cannot show, whichever packs it is missing from.
	private void warn(NotRendered part) {
		if (this.warned.add(part.words())) {
			say(part.words());
		}
	}

	private void result(Stands stands, Path folder, List<Path> files) {
		var result = new LinkedHashMap<String, Object>(Map.of("edition", stands.name(), "published", stands.published(), "folder", folder.toString(),
				"files", files.stream().map(Path::toString).toList(), "toLookAt", stands.toLookAt()));
		if (!stands.waitsFor().isEmpty()) {
			result.put("waitsFor", stands.waitsFor());
		}
		this.results.add(result);
		if (!this.json) {
			var out = this.line.getOut();
			this.progress.aside();
			out.println(stands.published() ? stands.name() + ": published" : stands.name() + ": nothing has changed, this edition stands");
			files.forEach(file -> out.println("  " + file));
			stands.waitsFor().forEach(post -> out.println("  a draft that waits for: ./packhorse approve %s --post \"%s\"".formatted(stands.name(), post)));
		}
	}

	private void say(String words) {
		print("packhorse: " + words);
	}

	private void print(String words) {
		this.progress.aside();
		this.line.getErr().println(words);
	}

	/// A folder that has gone since is told of by whoever looks for it.
	private static List<Path> files(Path folder) {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (var files = Files.list(folder)) {
			return files.sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

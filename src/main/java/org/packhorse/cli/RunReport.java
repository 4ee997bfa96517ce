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

import org.packhorse.pack.Home;
import org.packhorse.pack.PackRequest;
import org.packhorse.run.PackRuns;
import org.packhorse.writer.NotRendered;
import picocli.CommandLine;

/// Makes packs one after the other and tells of each: progress and warnings on standard error, results on standard output.
final class RunReport {

	private final CommandLine line;

	private final boolean json;

	private final Home home;

	private final List<Map<String, Object>> results = new ArrayList<>();

	private final Set<String> warned = new HashSet<>();

	RunReport(CommandLine line, boolean json, Home home) {
		this.line = line;
		this.json = json;
		this.home = home;
	}

	/// Makes every pack, whatever happens to the others; the gravest outcome is the exit code.
	int make(PackRuns runs, List<PackRequest> requests) {
		int exitCode = Outcome.DONE;
		for (int i = 0; i < requests.size(); i++) {
			exitCode = Math.max(exitCode, make(runs, requests.get(i), "[%d of %d] ".formatted(i + 1, requests.size())));
		}
		if (this.json) {
			this.line.getOut().println(Json.of(this.results));
		}
		return exitCode;
	}

	private int make(PackRuns runs, PackRequest request, String count) {
		var pack = "%s of %s as at %s".formatted(request.pack(), request.authority(), request.asAt());
		try {
			var made = runs.make(request, step -> this.line.getErr().println("packhorse: " + count + pack + ": " + step));
			made.notRendered().forEach(this::warn);
			made.toLookAt().forEach(finding -> this.line.getErr().println("packhorse: %s: look again before others read it: %s".formatted(pack, finding)));
			made.notes().forEach(note -> this.line.getErr().println("packhorse: " + note));
			result(made);
			return part2(runs, made, count, pack);
		}
		catch (RuntimeException ex) {
			return failed(request, pack, ex);
		}
	}

	/// What goes wrong here leaves Part 1 as it stands.
	private int part2(PackRuns runs, PackRuns.Made made, String count, String pack) {
		try {
			return runs.part2(made).map(part2 -> make(runs, part2, count)).orElse(Outcome.DONE);
		}
		catch (RuntimeException ex) {
			return failed(made.edition().request(), "Part 2 of " + pack, ex);
		}
	}

	private int failed(PackRequest request, String pack, RuntimeException ex) {
		var outcome = Outcome.of(ex, this.home);
		this.line.getErr().println("packhorse: " + pack + " was not made.");
		this.line.getErr().println(outcome.message());
		this.results.add(Map.of("pack", request.pack(), "authority", request.authority(), "asAt", request.asAt().toString(), "published", false,
				"exitCode", outcome.exitCode(), "problem", outcome.message()));
		return outcome.exitCode();
	}

	/// Says once a run what a format cannot show, whichever packs it is missing from.
	private void warn(NotRendered part) {
		var place = part.at().file().isEmpty() ? "" : " (" + part.at() + ")";
		var words = "packhorse: %s cannot show %s%s: %s".formatted(part.format().title(), part.what(), place, part.why());
		if (this.warned.add(words)) {
			this.line.getErr().println(words);
		}
	}

	private void result(PackRuns.Made made) {
		var edition = made.edition();
		boolean published = made.published();
		var files = files(edition.path());
		var result = new LinkedHashMap<String, Object>(Map.of("edition", edition.name(), "published", published, "folder", edition.path().toString(),
				"files", files.stream().map(Path::toString).toList(), "toLookAt", made.toLookAt()));
		if (!made.waitsFor().isEmpty()) {
			result.put("waitsFor", made.waitsFor());
		}
		this.results.add(result);
		if (!this.json) {
			this.line.getOut().println(published ? edition.name() + ": published" : edition.name() + ": nothing has changed, this edition stands");
			files.forEach(file -> this.line.getOut().println("  " + file));
			made.waitsFor().forEach(post -> this.line.getOut().println("  a draft that waits for: ./packhorse approve %s --post \"%s\"".formatted(edition.name(), post)));
		}
	}

	private static List<Path> files(Path folder) {
		try (var files = Files.list(folder)) {
			return files.sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

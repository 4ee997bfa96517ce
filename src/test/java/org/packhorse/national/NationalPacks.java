package org.packhorse.national;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

import org.packhorse.ImportFiles;
import org.packhorse.PackhorseApplication;
import org.packhorse.TestHome;
import org.packhorse.run.PackRuns;
import org.packhorse.run.RunQuestion;
import org.packhorse.run.RunWatch;
import org.packhorse.run.Runs;
import org.packhorse.tracker.LoadedFile;
import org.packhorse.tracker.Progress;
import org.packhorse.tracker.TrackerImport;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// Loads the councils of a folder into a new embedded database and makes their packs one after the other: `DATA OUT COUNCILS
/// [PACK]`. The pack `benchmark` is the one that the yardstick makes too; any of report-templates/ can be named in its place.
public final class NationalPacks {

	private static final Path BENCHMARK = Path.of("src/test/resources/org/packhorse/pack/benchmark");

	private NationalPacks() {
	}

	public static void main(String[] words) throws Exception {
		int councils = Integer.parseInt(words[2]);
		var pack = words.length > 3 ? words[3] : "benchmark";
		var home = home(Path.of(words[1]).toAbsolutePath());
		var starting = new Spent();
		try (var application = new SpringApplicationBuilder(PackhorseApplication.class).web(WebApplicationType.NONE)
			.run("--packhorse.home=" + home, "--logging.file.name=" + home.resolve("packhorse.log"))) {
			starting.print("starting");
			var loading = new Spent();
			load(application.getBean(TrackerImport.class), Path.of(words[0]));
			loading.print("loading");
			var runs = application.getBean(PackRuns.class);
			var question = new RunQuestion(List.of(pack), "all", NationalData.AS_AT, null, List.of(), null, false, List.of(), home.resolve("out"));
			var requests = runs.requests(question).stream().sorted(Comparator.comparing(request -> request.authority())).limit(councils).toList();
			var making = new Spent();
			var run = application.getBean(Runs.class).make(requests, RunWatch.NONE);
			System.out.printf("Packhorse, %s, %d of %d packs: ", pack, run.made(), run.packs());
			making.print(requests.size());
		}
	}

	/// A home of its own with the packs that are shipped and the benchmark's.
	private static Path home(Path folder) throws Exception {
		if (Files.exists(folder)) {
			throw new IllegalArgumentException(folder + " exists: name a folder that does not, so that nothing is measured twice");
		}
		Files.createDirectories(folder);
		TestHome.copy(Path.of("report-templates"), folder.resolve("report-templates"));
		TestHome.copy(BENCHMARK, folder.resolve("report-templates/benchmark"));
		return folder;
	}

	private static void load(TrackerImport tracker, Path data) {
		var faults = tracker.load(ImportFiles.of(data).files(), false, Progress.NONE).stream().map(LoadedFile::problems).flatMap(List::stream).toList();
		if (!faults.isEmpty()) {
			throw new IllegalStateException("the data do not load: " + faults);
		}
	}

}

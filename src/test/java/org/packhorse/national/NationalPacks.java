package org.packhorse.national;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;

import org.packhorse.ImportFiles;
import org.packhorse.PackhorseApplication;
import org.packhorse.TestHome;
import org.packhorse.pack.PackRequest;
import org.packhorse.run.PackRuns;
import org.packhorse.run.RunQuestion;
import org.packhorse.run.RunWatch;
import org.packhorse.run.Runs;
import org.packhorse.tracker.LoadedFile;
import org.packhorse.tracker.Progress;
import org.packhorse.tracker.TrackerImport;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;

/// Loads the councils of a folder into a new embedded database and makes their packs: `DATA OUT COUNCILS [PACK [THREADS]]`, as a run does. The pack
/// `benchmark` is the one that the yardstick makes too; any of report-templates/ can be named in its place. DATA may also be an OUT in which no
/// packs were made: then its database is copied and nothing is loaded.
public final class NationalPacks {

	private static final Path BENCHMARK = Path.of("src/test/resources/org/packhorse/pack/benchmark");

	private static final String DATABASE = "data/packhorse.mv.db";

	/// What is made later costs less than what is made while the JVM still compiles, so each part is told by itself.
	private static final int PARTS = 4;

	private NationalPacks() {
	}

	public static void main(String[] words) throws Exception {
		int councils = Integer.parseInt(words[2]);
		var pack = words.length > 3 ? words[3] : "benchmark";
		int threads = words.length > 4 ? Integer.parseInt(words[4]) : 1;
		prepared(Path.of(words[0]), Path.of(words[1]), pack, threads, (application, requests) -> {
			System.out.printf("Packhorse, %s, %d at a time:%n", pack, threads);
			make(application.getBean(Runs.class), requests.stream().limit(councils).toList());
		});
	}

	/// Loads the councils of a folder into the database of a new home, and hands over what asks for a pack of each of them.
	public static void prepared(Path data, Path folder, String pack, int threads, BiConsumer<ApplicationContext, List<PackRequest>> use) throws Exception {
		var home = home(data, folder.toAbsolutePath());
		var starting = new Spent();
		try (var application = new SpringApplicationBuilder(PackhorseApplication.class).web(WebApplicationType.NONE)
			// The settings that are shipped, with a database on disk, in place of those that tests go by.
			.run("--spring.config.location=classpath:/application.yml", "--packhorse.home=" + home, "--packhorse.threads=" + threads)) {
			starting.print("starting");
			if (!Files.exists(data.resolve(DATABASE))) {
				var loading = new Spent();
				load(application.getBean(TrackerImport.class), data);
				loading.print("loading");
			}
			var question = new RunQuestion(List.of(pack), "all", NationalData.AS_AT, null, List.of(), null, false, List.of(), home.resolve("out"));
			use.accept(application, application.getBean(PackRuns.class).requests(question).stream().sorted(Comparator.comparing(PackRequest::authority)).toList());
		}
	}

	private static void make(Runs runs, List<PackRequest> requests) {
		var quarters = new Quarters(requests.size());
		if (!requests.isEmpty() && runs.make(requests, quarters).made() != requests.size()) {
			throw new IllegalStateException("some packs were not made");
		}
		quarters.making.print(requests.size());
	}

	/// Tells what each part of a run has cost as soon as its last pack has ended; looking every few tenths of a second, a run's watch may be a pack late.
	private static final class Quarters implements RunWatch {

		private final int packs;

		private final Spent making = new Spent();

		private Spent part = new Spent();

		private int told;

		Quarters(int packs) {
			this.packs = packs;
		}

		@Override
		public void counted(int ended, int packs) {
			if (ended > this.told && ended * PARTS / this.packs > this.told * PARTS / this.packs) {
				this.part.print(ended - this.told);
				this.told = ended;
				this.part = new Spent();
			}
		}

	}

	/// A home of its own with the packs that are shipped and the benchmark's.
	private static Path home(Path data, Path folder) throws Exception {
		if (Files.exists(folder)) {
			throw new IllegalArgumentException(folder + " exists: name a folder that does not, so that nothing is measured twice");
		}
		Files.createDirectories(folder.resolve("data"));
		if (Files.exists(data.resolve(DATABASE))) {
			Files.copy(data.resolve(DATABASE), folder.resolve(DATABASE));
		}
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

package org.packhorse.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.sql.DataSource;

import org.packhorse.SmallCouncil;
import org.packhorse.access.Clearance;
import org.packhorse.access.Role;
import org.packhorse.run.PackRuns;
import org.packhorse.run.RunQuestion;
import org.packhorse.run.RunWatch;
import org.packhorse.run.Runs;

/// How quick the console's pages are with 10,000 editions and 100,000 messages on file: by one reader at rest, by one reader while packs are made, and with fifty people who
/// click without a rest. Prints medians and the slowest twentieth, in milliseconds on the loopback address.
public final class ConsoleLoad {

	private static final int PEOPLE = 50;

	private static final int CLICKS = 40;

	private static final List<String> PAGES = List.of("/", "/run", "/runs", "/editions", "/editions?page=150", "/sign-off", "/deliveries", "/deliveries?page=900", "/data", "/readiness", "/schedules", "/templates",
			"/lists", "/people", "/audit", "/account", "/api/v1/runs", "/api/v1/editions");

	private ConsoleLoad() {
	}

	public static void main(String[] words) throws Exception {
		var tables = Files.createTempDirectory("packhorse-load");
		try (var site = new Website(tables)) {
			ManyEditions.add(site.bean(DataSource.class), 10_000, 100_000, 100_000);
			var reader = site.signedIn("everything", Clearance.RESTRICTED, Role.values());
			var pages = PAGES.stream().filter(page -> answers(reader, page)).toList();
			System.out.println("not there: " + PAGES.stream().filter(page -> !pages.contains(page)).toList());
			round(reader, pages, 30);
			System.out.println("one reader, nothing else going on");
			print(round(reader, pages, 30));
			System.out.println("one reader while a run makes packs");
			print(whileRunning(site, () -> round(reader, pages, 30)));
			crowd(site, pages);
		}
		System.exit(0);
	}

	private static boolean answers(Visit reader, String page) {
		try {
			return reader.open(page).status() == 200;
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/// Milliseconds of each page, each asked for so many times.
	private static Map<String, List<Double>> round(Visit reader, List<String> pages, int times) throws IOException, InterruptedException {
		var took = new LinkedHashMap<String, List<Double>>();
		for (int i = 0; i < times; i++) {
			for (String page : pages) {
				took.computeIfAbsent(page, _ -> new ArrayList<>()).add(took(reader, page));
			}
		}
		return took;
	}

	private static double took(Visit reader, String page) throws IOException, InterruptedException {
		long begun = System.nanoTime();
		int status = reader.bytes(page);
		double took = (System.nanoTime() - begun) / 1e6;
		if (status != 200) {
			throw new IllegalStateException("%s answered %d".formatted(page, status));
		}
		return took;
	}

	/// Makes packs of all kinds over and over, on as many threads as a run takes, while something is measured.
	private static <T> T whileRunning(Website site, Callable<T> measure) throws Exception {
		var goesOn = new AtomicBoolean(true);
		try (var hands = Executors.newSingleThreadExecutor()) {
			var making = hands.submit(() -> {
				int made = 0;
				while (goesOn.get()) {
					var question = new RunQuestion(List.of("improvement-board", "scrutiny-panel", "quick"), SmallCouncil.CODE, LocalDate.of(2021, 6, 30), null, List.of(), null, true, List.of(),
							site.home().resolve("out-" + made++));
					site.bean(Runs.class).make(site.bean(PackRuns.class).requests(question), RunWatch.NONE);
				}
				return made;
			});
			try {
				return measure.call();
			}
			finally {
				goesOn.set(false);
				System.out.printf("  %d runs of three packs were made meanwhile%n", making.get());
			}
		}
	}

	private static void crowd(Website site, List<String> pages) throws Exception {
		var visits = new ArrayList<Visit>();
		for (int i = 0; i < PEOPLE; i++) {
			visits.add(site.signedIn("person " + i, Clearance.RESTRICTED, Role.values()));
		}
		long begun = System.nanoTime();
		var took = new ArrayList<Double>();
		try (var hands = Executors.newFixedThreadPool(PEOPLE)) {
			for (var each : hands.invokeAll(visits.stream().map(visit -> clicking(visit, pages, visits.indexOf(visit))).toList())) {
				took.addAll(each.get());
			}
		}
		double seconds = (System.nanoTime() - begun) / 1e9;
		System.out.printf("%d people, %,d clicks on mixed pages without an error: %.0f a second; median %.0f ms, of twenty the slowest %.0f ms%n", PEOPLE, took.size(), took.size() / seconds, at(took, 0.5), at(took, 0.95));
	}

	private static Callable<List<Double>> clicking(Visit visit, List<String> pages, int seed) {
		return () -> {
			var random = new Random(seed);
			var took = new ArrayList<Double>();
			for (int i = 0; i < CLICKS; i++) {
				took.add(took(visit, pages.get(random.nextInt(pages.size()))));
			}
			return took;
		};
	}

	private static void print(Map<String, List<Double>> took) {
		took.forEach((page, times) -> System.out.printf("  %-24s %6.1f %6.1f%n", page, at(times, 0.5), at(times, 0.95)));
		var all = took.values().stream().flatMap(List::stream).toList();
		System.out.printf("  %-24s %6.1f %6.1f%n", "all", at(all, 0.5), at(all, 0.95));
	}

	private static double at(List<Double> times, double share) {
		return times.stream().sorted().skip((long) (times.size() * share)).findFirst().orElseThrow();
	}

}

package org.packhorse.national;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.packhorse.ImportFiles;
import org.packhorse.PackhorseApplication;
import org.packhorse.TestDatabases;
import org.packhorse.TestHome;
import org.packhorse.pack.Processes;
import org.packhorse.run.PackRun;
import org.packhorse.run.PackRuns;
import org.packhorse.run.RunQuestion;
import org.packhorse.run.RunWatch;
import org.packhorse.run.Runs;
import org.packhorse.tracker.Progress;
import org.packhorse.tracker.TrackerImport;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes the same packs by two threads of one process, then by two workers of one thread each that take them from a broker, on the same
/// MariaDB, both warm: `DATA HOME [TIMES]`. A council has TIMES packs (10 when nothing is said), so that 152 councils make 1,520.
public final class ScaleOut {

	private static final Path BENCHMARK = Path.of("src/test/resources/org/packhorse/pack/benchmark");

	private static final String BROKER = "tcp://127.0.0.1:61717";

	private static final List<Process> PROCESSES = new ArrayList<>();

	private ScaleOut() {
	}

	public static void main(String[] words) throws Exception {
		var home = Path.of(words[1]).toAbsolutePath();
		int times = words.length > 2 ? Integer.parseInt(words[2]) : 10;
		var database = TestDatabases.mariaDb().orElseThrow();
		home(home, times);
		var settings = new ArrayList<>(List.of("--spring.config.location=classpath:/application.yml", "--packhorse.home=" + home, "--spring.datasource.url=" + database.url(),
				"--spring.datasource.username=root", "--spring.datasource.password=", "--packhorse.broker.bind=" + BROKER, "--packhorse.broker.url=" + BROKER,
				"--packhorse.broker.user=packs", "--packhorse.broker.password=a secret of this benchmark"));
		Runtime.getRuntime().addShutdownHook(new Thread(() -> PROCESSES.forEach(Process::destroyForcibly)));
		double local = local(settings, Path.of(words[0]), home, times);
		double remote = remote(settings, home, times);
		System.out.printf("two workers against two threads: %.3f of the time%n", remote / local);
		System.exit(0);
	}

	private static double local(List<String> settings, Path data, Path home, int times) {
		try (var application = application(settings, "--packhorse.threads=2")) {
			application.getBean(TrackerImport.class).load(ImportFiles.of(data).files(), false, Progress.NONE);
			return measured(application, "two threads of one process", home, times);
		}
	}

	private static double remote(List<String> settings, Path home, int times) throws IOException {
		process(home, settings, "broker");
		process(home, settings, "worker", "--threads", "1");
		process(home, settings, "worker", "--threads", "1");
		try (var application = application(settings, "--packhorse.workers=remote")) {
			var processes = application.getBean(Processes.class);
			while (processes.all().stream().filter(process -> process.role().equals("worker")).count() < 2) {
				Thread.onSpinWait();
			}
			return measured(application, "two workers of one thread", home, times);
		}
	}

	/// Warms up with one pack of each council, twice, and measures one of each and then all.
	private static double measured(ConfigurableApplicationContext application, String how, Path home, int times) {
		make(application, how + ", warming up", home, 0, 1);
		make(application, how + ", warming up", home, 0, 1);
		make(application, how, home, 0, 1);
		return make(application, how, home, 0, times);
	}

	/// Makes packs into a store of their own; gives the seconds that it took.
	private static double make(ConfigurableApplicationContext application, String how, Path home, int from, int times) {
		var packs = IntStream.range(from, from + times).mapToObj("benchmark-%02d"::formatted).toList();
		var store = home.resolve("out-" + System.nanoTime());
		var requests = application.getBean(PackRuns.class).requests(new RunQuestion(packs, "all", NationalData.AS_AT, null, List.of(), null, false, List.of(), store));
		long forced = forced(application);
		long begun = System.nanoTime();
		var run = application.getBean(Runs.class).make(requests, RunWatch.NONE);
		double seconds = (System.nanoTime() - begun) / 1e9;
		report(application, how, run, seconds);
		System.out.printf("  the database forced %.1f writes a pack%n", (forced(application) - forced) / (double) run.packs());
		TestHome.delete(store);
		return seconds;
	}

	private static long forced(ConfigurableApplicationContext application) {
		return application.getBean(JdbcClient.class).sql("SHOW GLOBAL STATUS LIKE 'Innodb_data_fsyncs'").query((row, _) -> row.getLong(2)).single();
	}

	/// What is left of two hands' time beside the packs themselves is the books', the broker's and waiting's.
	private static void report(ConfigurableApplicationContext application, String how, PackRun run, double seconds) {
		if (run.made() != run.packs()) {
			throw new IllegalStateException("%d of %d packs were made".formatted(run.made(), run.packs()));
		}
		var jdbc = application.getBean(JdbcClient.class);
		double making = jdbc.sql("SELECT SUM(TIMESTAMPDIFF(MICROSECOND, started_at, ended_at)) FROM run_packs WHERE run = ?").param(run.number()).query(Double.class).single() / 1e6;
		int partitions = jdbc.sql("SELECT COUNT(*) FROM BATCH_STEP_EXECUTION s JOIN runs r ON s.JOB_EXECUTION_ID = r.execution WHERE r.id = ?").param(run.number()).query(Integer.class).single() - 1;
		System.out.printf("%s: %,d packs in %.1f s, %.0f a minute; %d partitions; beside the packs %.1f ms a pack%n", how, run.packs(), seconds, run.packs() * 60 / seconds, partitions,
				(2 * seconds - making) * 1000 / run.packs());
	}

	private static ConfigurableApplicationContext application(List<String> settings, String more) {
		var all = new ArrayList<>(settings);
		all.add(more);
		return new SpringApplicationBuilder(PackhorseApplication.class).web(WebApplicationType.NONE).run(all.toArray(String[]::new));
	}

	private static void process(Path home, List<String> settings, String... words) throws IOException {
		var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
				"-cp", System.getProperty("java.class.path"), "org.packhorse.cli.PackhorseCommand"));
		command.addAll(List.of(words));
		command.addAll(settings);
		PROCESSES.add(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(home.resolve("%s-%d.log".formatted(words[0], PROCESSES.size())).toFile()).start());
	}

	private static void home(Path folder, int times) throws IOException {
		if (Files.exists(folder)) {
			throw new IllegalArgumentException(folder + " exists: name a folder that does not, so that nothing is measured twice");
		}
		Files.createDirectories(folder.resolve("data"));
		TestHome.copy(Path.of("report-templates"), folder.resolve("report-templates"));
		for (int time = 0; time < times; time++) {
			TestHome.copy(BENCHMARK, folder.resolve("report-templates/benchmark-%02d".formatted(time)));
		}
	}

}

package org.packhorse.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.packhorse.MortalDatabase;
import org.packhorse.Published;
import org.packhorse.SmallCouncil;
import org.packhorse.TestDatabases;
import org.packhorse.TestHome;
import org.packhorse.pack.PackRequest;
import org.packhorse.pack.Processes;
import org.packhorse.pack.Sha256;
import org.packhorse.run.PackRun.ItemState;
import org.packhorse.run.PackRun.State;

import static org.assertj.core.api.Assertions.assertThat;

/// Manager, workers, broker and database as processes of their own, each killed in turn at a moment that chance chooses: the run comes to the
/// same editions, byte for byte, as one that nobody disturbed. One set of processes serves all tests, for each takes seconds to start.
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScaleOutTests {

	/// So many that a partition is two of them, and may be half made.
	private static final int PACKS = 41;

	private static final long SEED = Long.getLong("packhorse.test.seed", System.nanoTime());

	private static final Random CHANCE = new Random(SEED);

	private static final List<Process> PROCESSES = new ArrayList<>();

	private static final List<String> SETTINGS = new ArrayList<>();

	private static Path home;

	private static MortalDatabase database;

	private static Map<String, String> undisturbed;

	private static Process broker;

	private static Process worker;

	@BeforeAll
	static void start() throws IOException {
		database = TestDatabases.mortal().orElse(null);
		Assumptions.assumeTrue(database != null, "MariaDB is left out");
		System.err.println("ScaleOutTests: -Dpackhorse.test.seed=" + SEED);
		home = TestHome.small("scale", names(PACKS).collect(Collectors.toMap(name -> name, _ -> "title: Small pack\naudience: members\nformats: [html]\n")));
		var address = "tcp://127.0.0.1:" + TestBroker.freePort();
		var settings = Map.of("packhorse.workers", "remote", "packhorse.broker.url", address, "packhorse.broker.bind", address, "packhorse.broker.user", "packs",
				"packhorse.broker.password", "a secret", "packhorse.broker.silence", "3s", "packhorse.lease", "5s", "packhorse.threads", "1", "packhorse.run-patience", "60s");
		settings.forEach((name, value) -> {
			database.database().setting(name, value);
			SETTINGS.add("--" + name + "=" + value);
		});
		SETTINGS.addAll(List.of("--packhorse.home=" + home, "--spring.datasource.url=" + database.database().url(), "--spring.datasource.username=root", "--spring.datasource.password="));
		broker = process("broker");
		SmallCouncil.files(home.resolve("tables")).into(database.database().home(home));
		var client = database.database().bean(BrokerSetup.class).client();
		await().until(() -> new BrokerTalk(client).fault().isEmpty());
		worker = process("worker");
		var run = log().find(database.database().bean(Runs.class).make(packs(home.resolve("undisturbed"), PACKS), RunWatch.NONE).number()).orElseThrow();
		assertThat(run.made()).isEqualTo(PACKS);
		undisturbed = digests(home.resolve("undisturbed"));
	}

	@AfterAll
	static void stop() {
		PROCESSES.forEach(Process::destroyForcibly);
		if (database != null) {
			database.close();
		}
	}

	@Test
	@Order(1)
	void workerAndBrokerThatAreKilledAreNotMissed() throws Exception {
		var second = process("worker");
		awaitAtWork(2);
		var run = begun("killed-worker");
		awaitMade(run);
		second.destroyForcibly();
		broker.destroyForcibly();
		broker.waitFor();
		broker = process("broker");
		assertUndisturbed(run.get(), "killed-worker");
	}

	@Test
	@Order(2)
	void workerThatIsFrozenSpoilsNothingWhenItWakesAndOneThatIsStoppedGivesItsPartitionsBack() throws Exception {
		var second = process("worker");
		awaitAtWork(2);
		var woken = begun("woken-worker");
		awaitMade(woken);
		freezeUntilInherited(worker);
		assertUndisturbed(woken.get(), "woken-worker");
		var run = begun("frozen-worker");
		awaitMade(run);
		signal(worker, "STOP");
		var ended = run.get();
		signal(worker, "CONT");
		// Whoever stands still in the middle of a transaction keeps its pack from the others until it wakes.
		assertUndisturbed(ended.state() == State.DONE ? ended : recovered(), "frozen-worker");
		var next = begun("stopped-worker");
		awaitMade(next);
		second.toHandle().destroy();
		assertUndisturbed(next.get(), "stopped-worker");
		assertThat(second.waitFor()).isEqualTo(143);
		assertThat(digests(home.resolve("frozen-worker"))).isEqualTo(undisturbed);
	}

	@Test
	@Order(3)
	void runOfAManagerThatIsKilledIsRecovered() throws Exception {
		var manager = manager("killed-manager");
		manager.destroyForcibly();
		manager.waitFor();
		assertUndisturbed(recovered(), "killed-manager");
	}

	@Test
	@Order(4)
	void runWhoseDatabaseIsKilledIsRecovered() throws Exception {
		var manager = manager("killed-database");
		database.kill();
		database.revive();
		manager.waitFor();
		var run = log().newest(1).getFirst();
		assertUndisturbed(run.state() == State.DONE ? run : recovered(), "killed-database");
		assertThat(worker.isAlive()).isTrue();
	}

	/// A process that has begun a run, of which some packs are made.
	private static Process manager(String store) throws IOException {
		long earlier = log().newest(1).getFirst().number();
		var manager = java(Stream.concat(Stream.of(ManagingProcess.class.getName(), home.resolve(store).toString(), Integer.toString(PACKS)), SETTINGS.stream()).toList(), "manager");
		await().failFast(() -> !manager.isAlive()).until(() -> log().newest(1).getFirst().number() > earlier);
		awaitMade(new CompletableFuture<>());
		return manager;
	}

	private static void assertUndisturbed(PackRun run, String store) throws IOException {
		var items = log().items(run.number());
		assertThat(run.state()).as("seed %d: %s", SEED, items).isEqualTo(State.DONE);
		assertThat(items).extracting(PackRun.Item::state).containsOnly(ItemState.DONE);
		assertThat(digests(home.resolve(store))).as("seed %d", SEED).isEqualTo(undisturbed);
		assertThat(database.database().sql().sql("SELECT COUNT(*) FROM BATCH_JOB_EXECUTION WHERE STATUS IN ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN')").query(Integer.class).single()).isZero();
		assertThat(database.database().sql().sql("SELECT COUNT(*) FROM BATCH_STEP_EXECUTION WHERE STATUS IN ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN')").query(Integer.class).single()).isZero();
	}

	/// As `./packhorse recover` does as soon as the process that was killed is known to be gone, or `./packhorse runs restart` where it lived
	/// to see packs fail.
	private static PackRun recovered() {
		var recovery = database.database().bean(Recovery.class);
		await().until(() -> log().newest(1).getFirst().state() == State.FAILED || recovery.isLost(log().newest(1).getFirst()));
		return recovery.again(log().newest(1).getFirst(), RunWatch.NONE);
	}

	/// Stops a worker where it stands, and lets it go on as soon as another has taken over what it held.
	private static void freezeUntilInherited(Process frozen) throws IOException, InterruptedException {
		var sql = database.database().sql();
		var id = sql.sql("SELECT id FROM processes WHERE pid = ?").param(frozen.pid()).query(String.class).single();
		signal(frozen, "STOP");
		await().until(() -> sql.sql("SELECT COUNT(*) FROM partition_claims WHERE holder = ?").param(id).query(Integer.class).single() == 0);
		signal(frozen, "CONT");
	}

	private static void awaitAtWork(int workers) {
		await().until(() -> database.database().bean(Processes.class).all().stream().filter(process -> process.role().equals(Crew.WORKER)).count() == workers);
	}

	private static CompletableFuture<PackRun> begun(String store) {
		long earlier = log().newest(1).getFirst().number();
		var run = CompletableFuture.supplyAsync(() -> database.database().bean(Runs.class).make(packs(home.resolve(store), PACKS), RunWatch.NONE));
		await().until(() -> run.isDone() || log().newest(1).getFirst().number() > earlier);
		return run;
	}

	/// Waits until so many packs of the newest run are made as chance says.
	private static void awaitMade(CompletableFuture<PackRun> run) {
		int moment = CHANCE.nextInt(1, PACKS - 5);
		await().until(() -> run.isDone() || log().newest(1).getFirst().made() >= moment);
	}

	private static RunLog log() {
		return database.database().bean(RunLog.class);
	}

	static List<PackRequest> packs(Path store, int packs) {
		return names(packs).map(name -> Published.request(SmallCouncil.CODE, name, LocalDate.of(2021, 6, 30), store)).toList();
	}

	/// Of packs that know nothing of each other: several days of one would show those before them.
	private static Stream<String> names(int packs) {
		return IntStream.rangeClosed(1, packs).mapToObj("small-%02d"::formatted);
	}

	/// Every file but the manifests, which tell when and into which store their editions were made.
	private static Map<String, String> digests(Path store) throws IOException {
		var digests = new TreeMap<String, String>();
		try (Stream<Path> all = Files.walk(store)) {
			for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
				if (!file.endsWith("manifest.json")) {
					digests.put(store.relativize(file).toString(), Sha256.of(Files.readAllBytes(file)));
				}
			}
		}
		return digests;
	}

	private static Process process(String command) throws IOException {
		return java(Stream.concat(Stream.of("org.packhorse.cli.PackhorseCommand", command), SETTINGS.stream()).toList(), command);
	}

	private static Process java(List<String> words, String name) throws IOException {
		var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
				"-cp", System.getProperty("java.class.path")));
		command.addAll(words);
		var log = Files.createDirectories(home.resolve("data")).resolve(name + "-" + PROCESSES.size() + ".log");
		var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		PROCESSES.add(process);
		return process;
	}

	private static ConditionFactory await() {
		return Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20)).atMost(Duration.ofSeconds(120));
	}

	private static void signal(Process process, String signal) throws IOException, InterruptedException {
		assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor()).isZero();
	}

}

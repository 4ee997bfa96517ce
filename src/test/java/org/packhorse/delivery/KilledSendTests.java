package org.packhorse.delivery;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.packhorse.Programs;
import org.packhorse.Published;
import org.packhorse.SmallCouncil;
import org.packhorse.TestDatabase;
import org.packhorse.TestDatabases;
import org.packhorse.TestHome;
import org.packhorse.delivery.Delivery.State;

import static org.assertj.core.api.Assertions.assertThat;

/// A real `send` to fifty people, in a process of its own on a database that outlives it, is killed twenty times and begun again.
///
/// A moment is a random count of messages that the server has asked the body of, and a random time after that of up to a few messages'
/// length. `-Dpackhorse.test.seed=…` takes the moments of an earlier run.
class KilledSendTests {

	private static final int PEOPLE = 50;

	private static final int KILLS = 20;

	private static final int LONGEST_DELAY = 25;

	private final long seed = Long.getLong("packhorse.test.seed", System.nanoTime());

	private final Random random = new Random(this.seed);

	private final ScheduledExecutorService killers = Executors.newSingleThreadScheduledExecutor(task -> Thread.ofPlatform().daemon().unstarted(task));

	private Path home;

	@Test
	void killedAtTwentyMomentsNobodyGetsTwoAndNobodyIsLost() throws Exception {
		var mariaDb = TestDatabases.mariaDb();
		Assumptions.assumeTrue(mariaDb.isPresent(), "MariaDB is left out");
		this.home = TestHome.fresh("killed-send");
		try (var database = mariaDb.get().home(this.home); var server = new FaultyServer(null)) {
			Mailroom.settings("127.0.0.1", server.port()).forEach(database::setting);
			var edition = prepare(database);
			assertThat(send(database, server, edition, "--dry-run").waitFor()).as("a dry run, which prepares quicker starts").isZero();
			int kills = 0;
			for (int begun = 0; kills < KILLS; begun++) {
				assertThat(begun).as("sends that had nothing left to be killed in").isLessThan(KILLS + 3);
				kills += sentAndKilled(database, server, edition) ? 1 : 0;
			}
			var afterKills = states(database);
			database.bean(DeliveryRound.class).deliver(_ -> {
			});
			report(afterKills, database, server);
			judge(database, server);
		}
	}

	private String prepare(TestDatabase database) {
		var recipients = new StringBuilder("authority,list,email,name,clearance\n");
		for (int i = 1; i <= PEOPLE; i++) {
			recipients.append("X99000007,readers,reader%02d@readers.example,Reader %d,public\n".formatted(i, i));
		}
		TestHome.copy(this.home.resolve("report-templates/_starter"), this.home.resolve("report-templates/quick"));
		TestHome.write(this.home.resolve("report-templates/quick/pack.yml"), "title: Quick pack\naudience: public\nformats: [html]\n");
		SmallCouncil.files(this.home.resolve("tables"))
			.csv("distribution_lists", "authority,list,title,audience\nX99000007,readers,Readers,public\n")
			.csv("recipients", recipients.toString())
			.into(database);
		return Published.make(database, Published.request(SmallCouncil.CODE, "quick", LocalDate.of(2021, 6, 30), this.home.resolve("out"))).edition().name();
	}

	/// Begins the send and kills it; false when it came to its end before.
	private boolean sentAndKilled(TestDatabase database, FaultyServer server, String edition) throws IOException, InterruptedException {
		int after = 1 + this.random.nextInt(2);
		int delay = this.random.nextInt(LONGEST_DELAY);
		var seen = new AtomicInteger();
		var process = send(database, server, edition);
		server.beforeTheDot(() -> {
			if (seen.incrementAndGet() == after) {
				this.killers.schedule(process::destroyForcibly, delay, TimeUnit.MILLISECONDS);
			}
		});
		int exitCode = process.onExit().join().waitFor();
		return exitCode == 137;
	}

	/// As the launcher starts it: from jars, with what an earlier start has loaded and linked.
	private Process send(TestDatabase database, FaultyServer server, String edition, String... more) throws IOException {
		var cache = this.home.resolve("send.aot");
		var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
				(Files.exists(cache) ? "-XX:AOTCache=" : "-XX:AOTCacheOutput=") + cache, "-Xlog:aot*=off", "-Xlog:cds*=off", "--enable-native-access=ALL-UNNAMED", "-cp", jars(),
				"org.packhorse.cli.PackhorseCommand", "send", edition, "--list", "readers", "--packhorse.home=" + this.home, "--spring.datasource.url=" + database.url(),
				"--spring.datasource.username=root", "--spring.datasource.password=", "--logging.file.name=target/killed-send.log"));
		Mailroom.settings("127.0.0.1", server.port()).forEach((name, value) -> command.add("--" + name + "=" + value));
		command.addAll(List.of(more));
		return new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(Path.of("target", "killed-send.out").toFile()))
			.start();
	}

	/// The class path of the tests with the classes themselves as a jar, and without the tests' own folder.
	private String jars() throws IOException {
		var jar = this.home.resolve("packhorse.jar");
		if (!Files.exists(jar)) {
			Programs.run(this.home, List.of(Path.of(System.getProperty("java.home"), "bin", "jar").toString(), "--create", "--file", jar.toString(), "-C",
					Path.of("target", "classes").toAbsolutePath().toString(), "."));
		}
		return jar + File.pathSeparator + Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).filter(part -> part.endsWith(".jar")).collect(Collectors.joining(File.pathSeparator));
	}

	private static String states(TestDatabase database) {
		return database.sql()
			.sql("SELECT state, COUNT(*) AS many FROM deliveries GROUP BY state ORDER BY state")
			.query((row, _) -> row.getString("state") + " " + row.getInt("many"))
			.list()
			.stream()
			.collect(Collectors.joining(", "));
	}

	private void report(String afterKills, TestDatabase database, FaultyServer server) {
		System.err.printf("%d kills of a send to %d, seed %d: after the last kill %s; when all was sent %s; %d messages came to the server's end of message%n", KILLS, PEOPLE,
				this.seed, afterKills, states(database), server.ended().size());
	}

	private void judge(TestDatabase database, FaultyServer server) {
		var got = server.envelopes().stream().map(envelope -> envelope.substring(envelope.indexOf("> ") + 2)).toList();
		assertThat(got).as("seed %d: nobody gets two", this.seed).doesNotHaveDuplicates();
		var ledger = database.bean(Ledger.class).list(null, null, 1000);
		assertThat(ledger).as("seed %d: everybody is in the ledger once", this.seed).hasSize(PEOPLE).extracting(Delivery::recipient).doesNotHaveDuplicates();
		assertThat(ledger).as("seed %d", this.seed).allSatisfy(delivery -> {
			if (delivery.state() == State.ACCEPTED) {
				assertThat(got).contains(delivery.recipient());
			}
			else {
				assertThat(Set.of(State.DOUBTFUL, State.PENDING)).contains(delivery.state());
			}
			if (delivery.state() == State.PENDING) {
				assertThat(got).doesNotContain(delivery.recipient());
			}
		});
	}

}

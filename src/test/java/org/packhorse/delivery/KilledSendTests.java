package org.packhorse.delivery;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
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

/// A send to fifty people, in a process of its own on a database that outlives it, is killed twenty times and begun again. After each kill
/// the ledger and the mail server's record are held against each other.
///
/// Five kills are of the real command line, at a random time of up to 25 ms after the server was asked for or has got a message's body. The
/// others are of [SendingProcess], which stops at each step on the ledger, so that `-Dpackhorse.test.seed=…` kills at the very same steps.
class KilledSendTests {

	private static final int PEOPLE = 50;

	private static final int LONGEST_DELAY = 25;

	/// What a kill waits for: a step of the process's, said or committed, or a moment that the server sees.
	private enum Moment {

		POSTING("posting"), POSTED("posting committed"), CLAIMING("claiming"), CLAIMED("claiming committed"), LAUNCHING("launching"), LAUNCHED("launching committed"),
		DATA(""), AFTER_THE_DOT(""), SETTLING("settling"), SETTLED("settling committed");

		private final String step;

		Moment(String step) {
			this.step = step;
		}

	}

	/// One of the twenty.
	///
	/// @param nth the how manieth time that the moment comes in that process
	/// @param commandLine whether it is of the real `send`
	private record Kill(Moment moment, int nth, boolean commandLine) {
	}

	private static final Set<State> IN_HAND = Set.of(State.CLAIMED, State.IN_FLIGHT);

	private final long seed = Long.getLong("packhorse.test.seed", System.nanoTime());

	private final Random random = new Random(this.seed);

	private final ScheduledExecutorService killers = Executors.newSingleThreadScheduledExecutor(task -> Thread.ofPlatform().daemon().unstarted(task));

	private final List<String> told = new ArrayList<>();

	/// Started ahead, so that one opens the application while another is killed.
	private final Deque<Process> ready = new ArrayDeque<>();

	private Path home;

	private boolean posted;

	@Test
	void killedAtTwentyMomentsNobodyGetsTwoAndNobodyIsLost() throws Exception {
		var mariaDb = TestDatabases.mariaDb();
		Assumptions.assumeTrue(mariaDb.isPresent(), "MariaDB is left out");
		this.home = TestHome.small("killed-send", Map.of("quick", "title: Quick pack\naudience: public\nformats: [html]\n"));
		try (var database = mariaDb.get().home(this.home); var server = new FaultyServer(null)) {
			Mailroom.settings("127.0.0.1", server.port()).forEach(database::setting);
			var edition = prepare(database);
			assertThat(send(database, server, edition, "--dry-run").waitFor()).as("a dry run, which prepares quicker starts").isZero();
			var kills = kills();
			assertThat(kills).hasSize(20);
			for (Kill kill : kills) {
				killed(kill, database, server, edition);
				this.told.add("%s %d%s: %s; %d came".formatted(kill.moment(), kill.nth(), kill.commandLine() ? " of the command" : "", states(database), server.ended().size()));
				judge(kill.toString(), database, server);
			}
			server.beforeTheDot(() -> {
			});
			server.afterTheDot(() -> {
			});
			database.bean(DeliveryRound.class).deliver(_ -> {
			});
			judge("when all was sent", database, server);
			assertThat(database.bean(Ledger.class).list(null, null, 1000)).extracting(Delivery::state).containsOnly(State.ACCEPTED, State.DOUBTFUL);
			this.told.add("when all was sent: %s; %d came".formatted(states(database), server.ended().size()));
		}
		finally {
			this.ready.forEach(Process::destroyForcibly);
			System.err.printf("%d kills of a send to %d, seed %d%n  %s%n", this.told.size() - 1, PEOPLE, this.seed, String.join("\n  ", this.told));
		}
	}

	/// Four while posting, three of them before it is certain; then sixteen in any order, each among the first three messages of its process.
	private List<Kill> kills() {
		var sending = new ArrayList<Kill>();
		for (Moment moment : List.of(Moment.CLAIMING, Moment.CLAIMED, Moment.LAUNCHING, Moment.LAUNCHED, Moment.LAUNCHED, Moment.DATA, Moment.AFTER_THE_DOT, Moment.SETTLING,
				Moment.SETTLING, Moment.SETTLED, Moment.SETTLED)) {
			sending.add(new Kill(moment, nth(), false));
		}
		for (Moment moment : List.of(Moment.DATA, Moment.DATA, Moment.AFTER_THE_DOT, Moment.AFTER_THE_DOT, Moment.AFTER_THE_DOT)) {
			sending.add(new Kill(moment, nth(), true));
		}
		Collections.shuffle(sending, this.random);
		var kills = new ArrayList<Kill>();
		for (int i = 0; i < 3; i++) {
			kills.add(new Kill(Moment.POSTING, 1 + this.random.nextInt(PEOPLE), false));
		}
		kills.add(new Kill(Moment.POSTED, 1, false));
		kills.addAll(sending);
		return kills;
	}

	private int nth() {
		return 1 + this.random.nextInt(3);
	}

	private String prepare(TestDatabase database) {
		var recipients = new StringBuilder("authority,list,email,name,clearance\n");
		for (int i = 1; i <= PEOPLE; i++) {
			recipients.append("X99000007,readers,reader%02d@readers.example,Reader %d,public\n".formatted(i, i));
		}
		SmallCouncil.files(this.home.resolve("tables"))
			.csv("distribution_lists", "authority,list,title,audience\nX99000007,readers,Readers,public\n")
			.csv("recipients", recipients.toString())
			.into(database);
		return Published.make(database, Published.request(SmallCouncil.CODE, "quick", LocalDate.of(2021, 6, 30), this.home.resolve("out"))).edition().name();
	}

	private void killed(Kill kill, TestDatabase database, FaultyServer server, String edition) throws IOException, InterruptedException {
		var process = kill.commandLine() ? send(database, server, edition) : next(database, server, edition);
		int delay = this.random.nextInt(LONGEST_DELAY);
		var seen = new AtomicInteger();
		Runnable fatal = () -> {
			if (seen.incrementAndGet() == kill.nth()) {
				if (kill.commandLine()) {
					this.killers.schedule(process::destroyForcibly, delay, TimeUnit.MILLISECONDS);
				}
				else {
					process.destroyForcibly().onExit().join();
				}
			}
		};
		server.beforeTheDot(kill.moment() == Moment.DATA ? fatal : () -> {
		});
		server.afterTheDot(kill.moment() == Moment.AFTER_THE_DOT ? fatal : () -> {
		});
		if (!kill.commandLine()) {
			follow(kill, process, fatal);
		}
		assertThat(process.waitFor()).as("seed %d: the exit code of what is killed at %s", this.seed, kill).isEqualTo(137);
	}

	/// Lets the process go on from step to step, up to the one at which it is killed.
	private void follow(Kill kill, Process process, Runnable fatal) throws IOException {
		try (var said = process.inputReader(StandardCharsets.UTF_8); var word = process.getOutputStream()) {
			for (var line = said.readLine(); line != null; line = said.readLine()) {
				if (line.startsWith("\t")) {
					this.posted |= line.equals("\t" + Moment.POSTED.step);
					if (line.equals("\t" + kill.moment().step)) {
						fatal.run();
					}
					if (process.isAlive()) {
						word.write('\n');
						word.flush();
					}
				}
			}
		}
		catch (IOException ex) {
			// It was killed while it was spoken to; its exit code is asked next.
		}
	}

	private Process next(TestDatabase database, FaultyServer server, String edition) throws IOException {
		while (this.ready.size() < 2) {
			var command = java(database, server, jars() + File.pathSeparator + ownJar(), SendingProcess.class.getName(), edition, "readers");
			command.addAll(List.of("--spring.flyway.enabled=false", "--spring.datasource.hikari.minimum-idle=1"));
			this.ready.add(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(Path.of("target", "killed-send.out").toFile())).start());
		}
		return this.ready.remove();
	}

	private Process send(TestDatabase database, FaultyServer server, String edition, String... more) throws IOException {
		var command = java(database, server, jars(), "org.packhorse.cli.PackhorseCommand", "send", edition, "--list", "readers");
		command.addAll(List.of(more));
		return new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(Path.of("target", "killed-send.out").toFile()))
			.start();
	}

	/// As the launcher starts it: from jars, with what an earlier start has loaded and linked.
	private List<String> java(TestDatabase database, FaultyServer server, String jars, String... program) {
		var cache = this.home.resolve("send.aot");
		var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
				(Files.exists(cache) ? "-XX:AOTCache=" : "-XX:AOTCacheOutput=") + cache, "-Xlog:aot*=off", "-Xlog:cds*=off", "--enable-native-access=ALL-UNNAMED", "-cp", jars));
		command.addAll(List.of(program));
		command.addAll(List.of("--packhorse.home=" + this.home, "--spring.datasource.url=" + database.url(), "--spring.datasource.username=root",
				"--spring.datasource.password=", "--logging.file.name=target/killed-send.log"));
		Mailroom.settings("127.0.0.1", server.port()).forEach((name, value) -> command.add("--" + name + "=" + value));
		return command;
	}

	/// The class path of the tests with the classes themselves as a jar, and without the tests' own folder.
	private String jars() {
		return jar("packhorse.jar", Path.of("target", "classes"), ".") + File.pathSeparator
				+ Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).filter(part -> part.endsWith(".jar")).collect(Collectors.joining(File.pathSeparator));
	}

	private Path ownJar() {
		return jar("sending.jar", Path.of("target", "test-classes"), "org/packhorse/delivery");
	}

	private Path jar(String name, Path folder, String what) {
		var jar = this.home.resolve(name);
		if (!Files.exists(jar)) {
			Programs.run(this.home, List.of(Path.of(System.getProperty("java.home"), "bin", "jar").toString(), "--create", "--file", jar.toString(), "-C",
					folder.toAbsolutePath().toString(), what));
		}
		return jar;
	}

	private static String states(TestDatabase database) {
		return database.sql()
			.sql("SELECT state, COUNT(*) AS many FROM deliveries GROUP BY state ORDER BY state")
			.query((row, _) -> row.getString("state") + " " + row.getInt("many"))
			.list()
			.stream()
			.collect(Collectors.joining(", "));
	}

	private void judge(String when, TestDatabase database, FaultyServer server) {
		var because = "seed %d, %s".formatted(this.seed, when);
		var got = server.envelopes().stream().map(envelope -> envelope.substring(envelope.indexOf("> ") + 2)).toList();
		assertThat(got).as("%s: nobody gets two", because).doesNotHaveDuplicates();
		var ledger = database.bean(Ledger.class).list(null, null, 1000);
		if (!this.posted) {
			assertThat(ledger).as("%s: posting is whole or was nothing", because).isEmpty();
			assertThat(got).as("%s: what is not posted does not go", because).isEmpty();
			return;
		}
		assertThat(ledger).as("%s: everybody is in the ledger once", because).hasSize(PEOPLE).extracting(Delivery::recipient).doesNotHaveDuplicates();
		assertThat(ledger).filteredOn(delivery -> IN_HAND.contains(delivery.state())).as("%s: one at a time is in hand", because).hasSizeLessThanOrEqualTo(1);
		assertThat(ledger).as(because).allSatisfy(delivery -> {
			switch (delivery.state()) {
				case ACCEPTED -> assertThat(got).contains(delivery.recipient());
				case PENDING, CLAIMED -> assertThat(got).doesNotContain(delivery.recipient());
				case DOUBTFUL, IN_FLIGHT -> {
					// Only the server knows.
				}
				case REJECTED, FAILED, WITHDRAWN, DELIVERED, RESENT -> throw new AssertionError(delivery);
			}
		});
	}

}

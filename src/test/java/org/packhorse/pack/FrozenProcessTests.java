package org.packhorse.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.packhorse.Programs;
import org.packhorse.Published;
import org.packhorse.SmallCouncil;
import org.packhorse.TestDatabase;
import org.packhorse.TestDatabases;
import org.packhorse.TestHome;

import static org.assertj.core.api.Assertions.assertThat;

/// Two real runs are held up while they gather their facts: one is stopped and one is killed. Each start takes seconds, so one test tells it all.
class FrozenProcessTests {

	private static final LocalDate MAY = LocalDate.of(2021, 5, 31);

	private static final LocalDate JUNE = LocalDate.of(2021, 6, 30);

	private static final long PATIENCE = TimeUnit.MINUTES.toNanos(2);

	private Path home;

	@Test
	void killedRunLosesItsPackAtOnceAndAFrozenOneAfterItsLeaseAndPublishesNothingWhenItWakes() throws Exception {
		var mariaDb = TestDatabases.mariaDb();
		Assumptions.assumeTrue(mariaDb.isPresent(), "MariaDB is left out");
		this.home = TestHome.small("frozen", Map.of("small", "title: Small pack\naudience: members\nformats: [html]\n"));
		try (var database = mariaDb.get().home(this.home)) {
			SmallCouncil.files(this.home.resolve("tables")).into(database);
			var killed = run(database, MAY, "1h");
			var frozen = run(database, JUNE, "3s");
			try {
				heldUp(database, killed, frozen);
				killed.destroyForcibly().waitFor();
				make(database, MAY, frozen);
				make(database, JUNE, frozen);
				wokenPublishesNothing(database, frozen);
			}
			finally {
				killed.destroyForcibly();
				frozen.destroyForcibly();
			}
		}
	}

	/// Nobody can read indicators for a while, and in that while one is stopped; the other is killed afterwards.
	private void heldUp(TestDatabase database, Process killed, Process frozen) throws SQLException {
		try (var connection = DriverManager.getConnection(database.url(), "root", ""); var statement = connection.createStatement()) {
			statement.execute("LOCK TABLES kpi_values WRITE");
			await("both runs have begun and wait for the indicators", killed, () -> {
				assertThat(killed.isAlive() && frozen.isAlive()).as("both runs are at work; see target/frozen-*.out").isTrue();
				return waiting(database) == 2;
			});
			signal("STOP", frozen);
		}
	}

	private static int waiting(TestDatabase database) {
		return database.sql()
			.sql("SELECT COUNT(*) FROM information_schema.processlist WHERE db = DATABASE() AND state LIKE 'Waiting for table%' AND info LIKE '%kpi_values%'")
			.query(Integer.class)
			.single();
	}

	/// As somebody makes it who is told to try again later, and does.
	private void make(TestDatabase database, LocalDate asAt, Process other) {
		await("the lock is free", other, () -> {
			try {
				return Published.make(database, request(asAt)).published();
			}
			catch (PackProblem ex) {
				assertThat(ex.kind()).as(ex.getMessage()).isEqualTo(PackProblem.Kind.BUSY);
				return false;
			}
		});
	}

	private void wokenPublishesNothing(TestDatabase database, Process frozen) throws InterruptedException, IOException {
		var editions = database.bean(Editions.class);
		var stands = editions.published();
		assertThat(stands).extracting(Edition::name).containsExactly("X99000007/small/2021-06-30/v1", "X99000007/small/2021-05-31/v1");
		var before = Published.files(stands.getFirst().path());
		signal("CONT", frozen);
		assertThat(frozen.waitFor()).isEqualTo(75);
		assertThat(said(JUNE)).contains("Another process has taken over small of X99000007 as at 2021-06-30, for this one was not heard of for")
			.contains("nothing of it is published")
			.doesNotContain("\tat ");
		assertThat(editions.published()).isEqualTo(stands);
		assertThat(Published.files(stands.getFirst().path())).containsExactlyInAnyOrderEntriesOf(before);
		assertThat(this.home.resolve("out/X99000007/small/2021-06-30")).isDirectoryNotContaining("glob:**/v2");
		assertThat(this.home.resolve("out/.making")).isEmptyDirectory();
		assertThat(database.sql().sql("SELECT COUNT(*) FROM editions").query(Integer.class).single()).isEqualTo(2);
		assertThat(database.bean(Processes.class).all()).extracting(AtWork::id).containsExactly(database.bean(Processes.class).id());
	}

	/// Asks again and again; in between it waits for a process that does not end.
	private static void await(String what, Process other, BooleanSupplier happened) {
		long until = System.nanoTime() + PATIENCE;
		try {
			while (!happened.getAsBoolean()) {
				assertThat(System.nanoTime()).as(what).isLessThan(until);
				other.waitFor(100, TimeUnit.MILLISECONDS);
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void signal(String name, Process process) {
		Programs.run(this.home, List.of("kill", "-" + name, String.valueOf(process.pid())));
	}

	private PackRequest request(LocalDate asAt) {
		return Published.request(SmallCouncil.CODE, "small", asAt, this.home.resolve("out"));
	}

	private Process run(TestDatabase database, LocalDate asAt, String lease) throws IOException {
		return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
				"--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), "org.packhorse.cli.PackhorseCommand", "run", "small", "--as-at", asAt.toString(),
				"--packhorse.home=" + this.home, "--packhorse.lease=" + lease, "--spring.datasource.url=" + database.url(), "--spring.datasource.username=root",
				"--spring.datasource.password=", "--logging.file.name=target/frozen-process.log").redirectErrorStream(true).redirectOutput(out(asAt).toFile()).start();
	}

	private static Path out(LocalDate asAt) {
		return Path.of("target", "frozen-%s.out".formatted(asAt));
	}

	private static String said(LocalDate asAt) throws IOException {
		return Files.readString(out(asAt), StandardCharsets.UTF_8);
	}

}

package org.packhorse.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.packhorse.TestHome;

import static org.assertj.core.api.Assertions.assertThat;

/// `broker`, and what other commands have to do with it: nothing, unless they are told to.
@ResourceLock(CommandTests.ONE_AT_A_TIME)
class BrokerCommandTests {

	private static Path home;

	@BeforeAll
	static void prepare() {
		home = TestHome.fresh("broker");
	}

	private static String packhorse(int exitCode, String... words) {
		var out = new StringWriter();
		var all = Stream.concat(Stream.of(words), Stream.of("--packhorse.home=" + home)).toArray(String[]::new);
		assertThat(PackhorseCommand.run(all, new PrintWriter(out), new PrintWriter(out))).as(out.toString()).isEqualTo(exitCode);
		return out.toString();
	}

	@Test
	void brokerWithoutAnAccountDoesNotStart() {
		assertThat(packhorse(Outcome.INPUT, "broker")).contains("PACKHORSE_BROKER_USER", "PACKHORSE_BROKER_PASSWORD").doesNotContain("Exception", "\tat ");
	}

	@Test
	void portThatIsTakenIsForLater() throws IOException {
		try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			var said = packhorse(Outcome.LATER, "broker", "--packhorse.broker.bind=tcp://127.0.0.1:" + taken.getLocalPort(), "--packhorse.broker.user=packs",
					"--packhorse.broker.password=a secret");
			assertThat(said).contains("Port " + taken.getLocalPort()).doesNotContain("Exception", "secret");
		}
	}

	/// One process for what a broker says from start to stop, and what `doctor` says of it meanwhile.
	@Test
	void brokerServesUntilItIsStoppedAndDoctorLooksAtIt() throws IOException, InterruptedException {
		var settings = new String[] { "--packhorse.workers=remote", "--packhorse.broker.url=tcp://127.0.0.1:" + freePort() };
		var broker = process("broker", settings[1].replace(".url=", ".bind="));
		try (var lines = broker.inputReader(StandardCharsets.UTF_8)) {
			assertThat(lines.readLine()).contains("listening at tcp://127.0.0.1:").contains("for the account packs");
			assertThat(packhorse(Outcome.DONE, "doctor", settings[0], settings[1], "--packhorse.broker.user=packs", "--packhorse.broker.password=a secret"))
				.contains("ok   Broker", "answers and accepts packs; 0 waiting in packhorse.packs");
			broker.toHandle().destroy();
			assertThat(lines.lines()).containsExactly("broker: stopping", "broker: stopped");
			assertThat(broker.waitFor(30, TimeUnit.SECONDS)).isTrue();
			assertThat(broker.exitValue()).isEqualTo(143);
			assertThat(home.resolve("process.err")).isEmptyFile();
		}
		finally {
			broker.destroyForcibly();
		}
	}

	@Test
	void workerRefusesADatabaseThatNobodyElseCanUse() {
		assertThat(packhorse(Outcome.INPUT, "worker", "--packhorse.workers=remote", "--packhorse.broker.url=tcp://127.0.0.1:1", "--packhorse.broker.user=packs", "--packhorse.broker.password=a secret"))
			.contains("docs/database.md");
	}

	@Test
	void commandsThatNeedNoBrokerLoadNothingOfIt() throws IOException, InterruptedException {
		var classes = home.resolve("classes.log");
		assertThat(process("-Xlog:class+load:file=" + classes, "doctor").waitFor()).isZero();
		assertThat(Files.readString(classes)).contains("org.packhorse.run.BrokerHealth")
			.doesNotContain("org.apache.activemq", "jakarta.jms", "org.springframework.jms", "org.springframework.integration", "org.springframework.batch.integration");
	}

	private static Process process(String... words) throws IOException {
		var options = Stream.of(words).filter(word -> word.startsWith("-X"));
		var own = Stream.of(words).filter(word -> !word.startsWith("-X"));
		var command = Stream.of(Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"),
				options, Stream.of("-cp", System.getProperty("java.class.path"), "org.packhorse.cli.PackhorseCommand"), own).flatMap(each -> each).toList();
		var process = new ProcessBuilder(command).redirectError(home.resolve("process.err").toFile());
		process.environment().put("PACKHORSE_HOME", home.toString());
		process.environment().put("PACKHORSE_BROKER_USER", "packs");
		process.environment().put("PACKHORSE_BROKER_PASSWORD", "a secret");
		return process.start();
	}

	private static int freePort() throws IOException {
		try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

}

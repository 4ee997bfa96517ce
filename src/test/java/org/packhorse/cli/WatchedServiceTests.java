package org.packhorse.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.packhorse.SmallCouncil;
import org.packhorse.TestDatabase;
import org.packhorse.TestDatabases;
import org.packhorse.TestHome;
import org.packhorse.pack.PackRequest;
import org.packhorse.run.RunWatch;
import org.packhorse.run.Runs;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.DispatcherServlet;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// What a monitoring system sees of `serve`, over HTTP, and what machines read in its log. The last test takes the database away.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Isolated("it reads the log, which is one for the JVM")
class WatchedServiceTests {

	private static final LocalDate JUNE = LocalDate.of(2021, 6, 30);

	private static final String LEADER = "leader@example.gov.uk";

	@TempDir
	private static Path tables;

	private static Path home;

	private static TestDatabase database;

	private static Application serve;

	private static JdbcClient sql;

	@BeforeAll
	static void serveAndMakeAPackTwiceAndOneThatCannotBeMade() {
		home = TestHome.small("watched", Map.of("quick", "title: Quick pack\naudience: members\nformats: [html]\n"));
		TestHome.copy(home.resolve("report-templates/quick"), home.resolve("report-templates/faulty"));
		TestHome.write(home.resolve("report-templates/faulty/document.ftlx"), "<doc title=\"A\"><section title=\"B\">${nothing.there}</section></doc>");
		database = TestDatabases.h2().home(home);
		SmallCouncil.files(tables).into(database);
		// The log belongs to the application that begins it: this one gives it back.
		database.leave();
		serve = Application.open(Role.SERVE, settings("--packhorse.watch.port=0", "--packhorse.serve.port=0", "--packhorse.watch.kept=0s", "--logging.file.name=" + log()));
		sql = JdbcClient.create(serve.get(DataSource.class));
		make("quick");
		make("quick");
		make("faulty");
	}

	@AfterAll
	static void stop() {
		serve.close();
		TestHome.delete(home);
	}

	@Test
	void packsAndRunsAreCountedByWhatBecameOfThem() throws Exception {
		assertThat(number("packhorse_pack_seconds_count{outcome=\"published\"}")).isEqualTo(1);
		assertThat(number("packhorse_pack_seconds_count{outcome=\"unchanged\"}")).isEqualTo(1);
		assertThat(number("packhorse_pack_seconds_count{outcome=\"not_made\"}")).isEqualTo(1);
		assertThat(number("packhorse_pack_seconds_sum{outcome=\"published\"}")).isPositive();
		assertThat(number("packhorse_runs{state=\"done\"}")).isEqualTo(2);
		assertThat(number("packhorse_runs{state=\"failed\"}")).isEqualTo(1);
		assertThat(number("packhorse_packs_waiting")).isZero();
		var lastDone = sql.sql("SELECT MAX(ended_at) FROM runs WHERE state = 'done'").query(LocalDateTime.class).single();
		assertThat(number("packhorse_runs_last_done_seconds")).isEqualTo(lastDone.toEpochSecond(ZoneOffset.UTC));
		assertThat(metrics()).contains("spring_batch_job_seconds_count{");
	}

	@Test
	void wellIsUpAndSaysWhatWasFound() throws Exception {
		var health = health(200);
		assertThat(health.get("status").asString()).isEqualTo("UP");
		assertThat(health.get("components").propertyNames()).containsExactlyInAnyOrder("database", "mail", "runs", "schedules", "store");
		assertThat(found(health, "store")).startsWith(home.resolve("out") + " can be written");
	}

	@Test
	void messagesAreCountedByStateAndAddressesStayOut() throws Exception {
		sql.sql("INSERT INTO releases (kind, authority, about, manifest_sha256, lists, people, released_by, released_at) VALUES ('EDITION', 'X99000007', 'e', '', 'leaders', 1, 'A', '2021-07-01 09:00:00')").update();
		for (String state : List.of("DOUBTFUL", "ACCEPTED", "ACCEPTED")) {
			sql.sql("""
					INSERT INTO deliveries (release_id, kind, authority, about, edition, manifest_sha256, list, recipient, name, address, send_no, message_id, token, sender, head, body_sha256, mime_sha256,
					state, reason, fence, next_try, attempts, posted_by, posted_at)
					SELECT MAX(id), 'EDITION', 'X99000007', 'e', NULL, '', 'leaders', :to, '', :to, COALESCE((SELECT MAX(id) FROM deliveries), 0) + 1, UUID(), UUID(), 's', '', '', '', :state, '', 1,
					'2021-07-01 09:00:00', 1, 'A', '2021-07-01 09:00:00' FROM releases""").param("to", LEADER).param("state", state).update();
		}
		assertThat(number("packhorse_deliveries{state=\"doubtful\"}")).isEqualTo(1);
		assertThat(number("packhorse_deliveries{state=\"accepted\"}")).isEqualTo(2);
		assertThat(metrics().lines().filter(line -> line.startsWith("packhorse_"))).noneMatch(line -> line.contains(SmallCouncil.CODE) || line.contains("@") || line.contains("quick"));
		sql.sql("DELETE FROM deliveries").update();
	}

	@Test
	void heldMailIsDown() throws Exception {
		sql.sql("UPDATE mail_hold SET held = TRUE, reason = 'looked at', since = '2021-07-01 09:00:00'").update();
		assertThat(found(health(503), "mail")).isEqualTo("mail is held: looked at");
		assertThat(number("packhorse_mail_held")).isEqualTo(1);
		sql.sql("UPDATE mail_hold SET held = FALSE, reason = '', since = NULL").update();
		health(200);
	}

	@Test
	void aRunWithoutALivingProcessIsDown() throws Exception {
		sql.sql("INSERT INTO runs (question, requested_by, requested_at, origin, remote, software, templates, state) VALUES ('q', 'A', '2021-07-01 09:00:00', 'COMMAND', FALSE, 's', 't', 'running')").update();
		sql.sql("INSERT INTO run_packs (run, no, authority, pack, as_at, store, request, state) SELECT MAX(id), 1, 'X99000007', 'quick', '2021-06-30', 'out', '{}', 'waiting' FROM runs").update();
		assertThat(found(health(503), "runs")).startsWith("1 lost");
		assertThat(number("packhorse_runs_lost")).isEqualTo(1);
		assertThat(number("packhorse_packs_waiting")).isEqualTo(1);
		sql.sql("DELETE FROM runs WHERE question = 'q'").update();
		health(200);
	}

	@Test
	void aFireThatNobodyBeginsIsDown() throws Exception {
		var hourAgo = LocalDateTime.now(serve.get(Clock.class).withZone(ZoneOffset.UTC)).minusHours(1);
		sql.sql("INSERT INTO schedule_fires (schedule, authority, due_at, why, state, reason, editions, attempts, tries, noticed_at, meeting) VALUES ('monthly', 'X99000007', ?, '', 'due', '', '', 0, 0, ?, '')")
			.params(hourAgo, hourAgo)
			.update();
		assertThat(found(health(503), "schedules")).matches("(3599|36\\d\\d) s behind");
		assertThat(number("packhorse_schedule_lag_seconds")).isBetween(3599.0, 3700.0);
		assertThat(number("packhorse_fires{state=\"due\"}")).isEqualTo(1);
		sql.sql("DELETE FROM schedule_fires").update();
		health(200);
	}

	@Test
	void aStoreThatCannotBeWrittenIsDown() throws Exception {
		var out = home.resolve("out");
		Files.move(out, home.resolve("aside"));
		Files.createFile(out);
		assertThat(found(health(503), "store")).isEqualTo(out + " cannot be written");
		Files.delete(out);
		Files.move(home.resolve("aside"), out);
		health(200);
	}

	@Test
	void nothingElseIsOpen() throws Exception {
		for (String path : List.of("/", "/sign-in", "/runs", "/api/v1/runs", "/assets/console.css", "/actuator", "/actuator/env", "/actuator/beans", "/actuator/heapdump", "/actuator/metrics", "/actuator/loggers")) {
			assertThat(get(watched(), path).statusCode()).as(path).isEqualTo(404);
		}
		var post = HttpRequest.newBuilder(URI.create(watched() + "/actuator/health")).POST(HttpRequest.BodyPublishers.noBody()).build();
		assertThat(HttpClient.newHttpClient().send(post, HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(404);
		var pages = "http://127.0.0.1:" + serve.setting("local.server.port", "");
		assertThat(get(pages, "/actuator/health").statusCode()).isEqualTo(404);
		assertThat(get(pages, "/actuator/prometheus").statusCode()).isEqualTo(404);
	}

	@Test
	void eachEventIsALineOfJsonWithItsRunAndPack() throws Exception {
		var lines = Files.readAllLines(log()).stream().map(Json::read).toList();
		var first = sql.sql("SELECT MIN(id) FROM runs").query(Long.class).single();
		assertThat(lines).anySatisfy(line -> assertThat(Map.of("message", line.at("/message").asString(), "run", line.at("/run").asString()))
			.isEqualTo(Map.of("message", "run begun: " + sql.sql("SELECT question FROM runs WHERE id = ?").param(first).query(String.class).single(), "run", "" + first)));
		assertThat(lines).anySatisfy(line -> {
			assertThat(line.at("/message").asString()).isEqualTo("X99000007/quick/2021-06-30/v1 published");
			assertThat(line.at("/run").asString()).isEqualTo("" + first);
			assertThat(line.at("/pack").asString()).isEqualTo("X99000007/quick/2021-06-30");
		});
		assertThat(lines).anySatisfy(line -> {
			assertThat(line.at("/message").asString()).startsWith("not made: ");
			assertThat(line.at("/pack").asString()).isEqualTo("X99000007/faulty/2021-06-30");
		});
		assertThat(lines).anySatisfy(line -> assertThat(line.at("/message").asString()).isEqualTo("run ended: failed"));
		assertThat(Files.readString(log())).doesNotContain(LEADER);
	}

	@Test
	void commandsLoadNothingOfIt() {
		try (var command = Application.open(settings())) {
			for (Class<?> unwanted : List.of(MeterRegistry.class, HealthIndicator.class, SecurityFilterChain.class, DispatcherServlet.class)) {
				assertThatExceptionOfType(NoSuchBeanDefinitionException.class).as(unwanted.getName()).isThrownBy(() -> command.get(unwanted));
			}
			assertThat(command.setting("local.management.port", "none")).isEqualTo("none");
		}
	}

	@Test
	@Order(Integer.MAX_VALUE)
	void aDatabaseThatDoesNotAnswerIsDownAndItsNumbersAreNone() throws Exception {
		serve.get(HikariDataSource.class).close();
		var health = health(503);
		assertThat(found(health, "database")).isEqualTo("it does not answer");
		assertThat(found(health, "mail")).isEqualTo("it cannot be told, for the database does not answer");
		assertThat(metrics()).contains("packhorse_runs_lost NaN");
	}

	private static List<String> settings(String... more) {
		var settings = new ArrayList<>(List.of("--spring.datasource.url=" + database.url(), "--spring.datasource.username=root", "--spring.datasource.password=",
				"--spring.datasource.hikari.connection-timeout=250", "--packhorse.home=" + home, "--packhorse.audit.folder="));
		settings.addAll(List.of(more));
		return settings;
	}

	private static Path log() {
		return home.resolve("data/watched.log");
	}

	private static void make(String pack) {
		serve.get(Runs.class).make(List.of(new PackRequest(SmallCouncil.CODE, pack, JUNE, List.of(), null, false, List.of(), home.resolve("out"), "Performance Manager")), RunWatch.NONE);
	}

	private static String watched() {
		return "http://127.0.0.1:" + serve.setting("local.management.port", "");
	}

	private static String metrics() throws IOException, InterruptedException {
		return get(watched(), "/actuator/prometheus").body();
	}

	private static double number(String series) throws IOException, InterruptedException {
		return metrics().lines().filter(line -> line.startsWith(series + " ")).mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1))).findFirst().orElseThrow();
	}

	private static JsonNode health(int status) throws IOException, InterruptedException {
		var answer = get(watched(), "/actuator/health");
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
		return Json.read(answer.body());
	}

	private static String found(JsonNode health, String component) {
		return health.get("components").get(component).get("details").get("found").asString();
	}

	private static HttpResponse<String> get(String server, String path) throws IOException, InterruptedException {
		return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(server + path)).build(), HttpResponse.BodyHandlers.ofString());
	}

}

package org.packhorse.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.packhorse.SmallCouncil;
import org.packhorse.TestHome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// What became of runs, and how to go on with them, as scripts and people meet it.
@ResourceLock(CommandTests.ONE_AT_A_TIME)
class RunsCommandTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String BROKEN = "<pack title=\"${pack.title}\" as-at=\"${asAt}\">\n<paragraph>${authority.nmae}</paragraph>\n</pack>\n";

	private static Path home;

	@BeforeAll
	static void prepare() {
		home = TestHome.fresh("runs-commands");
		var templates = home.resolve("report-templates");
		for (String pack : List.of("broken", "quick")) {
			TestHome.copy(templates.resolve("_starter"), templates.resolve(pack));
			TestHome.write(templates.resolve(pack).resolve("pack.yml"), "title: Quick pack\naudience: members\nformats: [html]\n");
		}
		var files = SmallCouncil.files(home.resolve("tables")).files().stream().map(Path::toString).toList();
		var words = new ArrayList<>(files);
		words.addFirst("load");
		assertThat(packhorse(words.toArray(String[]::new)).exitCode()).isZero();
	}

	private record Ended(int exitCode, String out, String err) {

		JsonNode json() {
			return JSON.readTree(this.out);
		}

	}

	@Test
	void runIsFollowedFromItsFailureToItsEnd() throws Exception {
		var template = home.resolve("report-templates/broken/document.ftlx");
		var sound = Files.readString(template);
		Files.writeString(template, BROKEN);
		oneOfTwoFails();
		packByPack();
		Files.writeString(template, sound);
		restart();
		afterItsProcessDied();
		assertThat(packhorse("runs", "show", "99").exitCode()).isEqualTo(2);
		assertThat(packhorse("runs", "show", "99").err()).contains("There is no run 99; ./packhorse runs lists them.");
	}

	private static void oneOfTwoFails() {
		var ended = packhorse("run", "broken", "quick", "--as-at", "2021-04-30");
		assertThat(ended.exitCode()).isEqualTo(3);
		assertThat(ended.err()).contains("packhorse: run 1: broken, quick of X99000007 as at 2021-04-30 (2 packs)")
			.contains("broken/document.ftlx, line 2")
			.containsPattern("packhorse: run 1: 1 of 2 packs stand in \\d+ s, 1 was not made; ./packhorse runs show 1 says why, ./packhorse runs restart 1 makes what is missing");
		var listed = packhorse("runs");
		assertThat(listed.exitCode()).as("a failed run has been told of").isZero();
		assertThat(listed.out()).contains("failed").contains("1 of 2 stand, 1 failed").contains("broken, quick of X99000007 as at 2021-04-30");
	}

	private static void packByPack() {
		var shown = packhorse("runs", "show", "1").out();
		assertThat(shown).contains("Run 1: broken, quick of X99000007", "broken/document.ftlx, line 2", "X99000007/quick/2021-04-30/v1: published");
		var items = packhorse("runs", "show", "1", "--json").json().get("items");
		assertThat(items).extracting(item -> item.get("state").asString()).containsExactly("failed", "done");
		assertThat(items.get(0).get("exitCode").asInt()).isEqualTo(3);
		assertThat(items.get(1).get("editions").get(0).get("edition").asString()).isEqualTo("X99000007/quick/2021-04-30/v1");
	}

	private static void restart() {
		var again = packhorse("runs", "restart", "1", "--json");
		assertThat(again.exitCode()).isZero();
		assertThat(again.json()).singleElement().satisfies(made -> assertThat(made.get("edition").asString()).isEqualTo("X99000007/broken/2021-04-30/v1"));
		var done = packhorse("runs", "restart", "1");
		assertThat(done.exitCode()).isEqualTo(2);
		assertThat(done.err()).contains("Run 1 is done: every pack of it stands.");
		assertThat(packhorse("recover").err()).contains("packhorse: no run was left unfinished.");
	}

	private static void afterItsProcessDied() throws SQLException {
		try (var connection = DriverManager.getConnection(url(), "packhorse", ""); var change = connection.createStatement()) {
			change.executeUpdate("UPDATE runs SET state = 'running', holder = 'a process that is no more', ended_at = NULL WHERE id = 1");
		}
		var lost = packhorse("runs");
		assertThat(lost.exitCode()).isEqualTo(1);
		assertThat(lost.out()).contains("lost");
		assertThat(packhorse("run", "quick", "--as-at", "2021-04-30").err()).contains("packhorse: run 1 was left unfinished; ./packhorse recover goes on with it");
		assertThat(packhorse("recover", "--dry-run").out()).startsWith("run 1 (broken, quick of X99000007 as at 2021-04-30, asked for by ").contains("2 of 2 packs stand");
		assertThat(packhorse("recover").exitCode()).isZero();
		assertThat(packhorse("runs").exitCode()).isZero();
	}

	@Test
	void progressSaysHowManyHowFastAndHowLong() {
		assertThat(RunProgress.words(38, 152, Duration.ofSeconds(10))).isEqualTo("38 of 152 packs, 3.8 a second, about 30 s left");
		assertThat(RunProgress.words(1000, 10_000, Duration.ofSeconds(100))).isEqualTo("1,000 of 10,000 packs, 10.0 a second, about 15 min left");
	}

	private static String url() {
		return "jdbc:h2:file:" + home.resolve("data/packhorse") + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE";
	}

	private static Ended packhorse(String... words) {
		var all = new ArrayList<>(List.of(words));
		all.add("--packhorse.home=" + home);
		all.add("--spring.datasource.url=" + url());
		var out = new StringWriter();
		var err = new StringWriter();
		int exitCode = PackhorseCommand.run(all.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
		return new Ended(exitCode, out.toString(), err.toString());
	}

}

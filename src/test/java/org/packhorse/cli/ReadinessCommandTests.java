package org.packhorse.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.packhorse.SmallCouncil;
import org.packhorse.TestHome;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// `readiness` as a business manager meets it.
@ResourceLock(CommandTests.ONE_AT_A_TIME)
class ReadinessCommandTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static Path home;

	private record Ended(int exitCode, String out, String err) {
	}

	@BeforeAll
	static void prepare() throws IOException {
		home = TestHome.fresh("readiness-commands");
		var tables = home.resolve("tables");
		SmallCouncil.files(tables).csv("section_narratives", """
				authority,plan,section,reported_on,working_well,how_assured,what_next
				X99000007,P1,1,2021-06-10,Much,Audit,More
				X99000007,P1,2,2021-06-10,Much,Audit,More
				""");
		var templates = home.resolve("report-templates");
		TestHome.copy(templates.resolve("_starter"), templates.resolve("quick"));
		TestHome.write(templates.resolve("quick/pack.yml"), "title: Quick pack\naudience: members\nformats: [html]\n");
		var words = new ArrayList<>(List.of("load"));
		try (Stream<Path> files = Files.list(tables)) {
			files.map(Path::toString).forEach(words::add);
		}
		var loaded = packhorse(words.toArray(String[]::new));
		assertThat(loaded.exitCode()).as(loaded.err()).isZero();
	}

	@BeforeEach
	void empty() {
		TestHome.delete(home.resolve("schedules"));
	}

	@Test
	void packThatLacksNothingIsReady() {
		var ended = packhorse("readiness", "quick", "--as-at", "2021-06-21");
		assertThat(ended.out()).isEqualTo("quick of X99000007 as at Monday 21 June 2021: ready\n");
		assertThat(ended.exitCode()).isZero();
	}

	@Test
	void whatIsMissingIsToldLeadByLead() {
		var ended = packhorse("readiness", "quick", "--as-at", "2021-06-30");
		assertThat(ended.exitCode()).isEqualTo(4);
		assertThat(ended.out()).isEqualTo("""
				quick of X99000007 as at Wednesday 30 June 2021: 1 thing missing
				  Head of Service
				    Action 1.2 was last reported on 20 May 2021, more than 35 days before 30 June 2021.
				""");
	}

	@Test
	void jsonHasKindsAndLeads() {
		var ended = packhorse("readiness", "quick", "--as-at", "2021-06-30", "--json");
		assertThat(ended.exitCode()).isEqualTo(4);
		var entry = JSON.readTree(ended.out()).get(0);
		assertThat(entry.get("ready").asBoolean()).isFalse();
		assertThat(entry.get("missing")).hasSize(1);
		assertThat(entry.get("missing").get(0).get("kind").asString()).isEqualTo("old-update");
		assertThat(entry.get("missing").get(0).get("leads").get(0).asString()).isEqualTo("Head of Service");
		assertThat(entry.get("missing").get(0).get("subject").asString()).isEqualTo("1.2");
	}

	@Test
	void withoutAPackTheNextFireOfEachScheduleIsLookedAt() {
		assertThat(packhorse("readiness").err()).contains("No schedule is at work: name a pack, or write a schedule");
		TestHome.write(home.resolve("schedules/weekly.yml"), """
				title: Every week
				enabled: yes
				packs: [quick]
				authorities: all
				as-at: 2021-06-30
				when: every Monday at 09:00
				readiness: hold
				catch-up: run once
				""");
		var ended = packhorse("readiness");
		assertThat(ended.exitCode()).isEqualTo(4);
		assertThat(ended.out()).containsPattern("quick of X99000007 as at Wednesday 30 June 2021, for weekly on Monday \\d+ \\w+ \\d{4} at 09:00: 1 thing missing\n");
		assertThat(packhorse("readiness", "--as-at", "2021-06-21").exitCode()).isZero();
	}

	private static Ended packhorse(String... words) {
		var out = new StringWriter();
		var err = new StringWriter();
		var all = new ArrayList<>(List.of(words));
		all.addAll(List.of("--packhorse.home=" + home, "--spring.datasource.url=jdbc:h2:file:" + home.resolve("data/packhorse")
				+ ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE"));
		int exitCode = PackhorseCommand.run(all.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
		return new Ended(exitCode, out.toString(), err.toString());
	}

}

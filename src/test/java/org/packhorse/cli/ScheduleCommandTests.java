package org.packhorse.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.packhorse.ImportFiles;
import org.packhorse.SmallCouncil;
import org.packhorse.TestHome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/// Schedules as managers and operators meet them.
@ResourceLock(CommandTests.ONE_AT_A_TIME)
class ScheduleCommandTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String WEEKLY = """
			title: Every week
			enabled: yes
			packs: [quick]
			authorities: all
			as-at: date of run
			when: every Monday at 09:00
			readiness: go with the gaps printed
			catch-up: run once
			""";

	private static Path home;

	private record Ended(int exitCode, String out, String err) {
	}

	@BeforeAll
	static void prepare() throws IOException {
		home = TestHome.fresh("schedule-commands");
		var tables = home.resolve("tables");
		SmallCouncil.files(tables).csv("bodies", "authority,code,title\nX99000007,CIB,Improvement Board\nX99000007,SCRUTINY,Scrutiny Panel\n");
		var templates = home.resolve("report-templates");
		TestHome.copy(templates.resolve("_starter"), templates.resolve("quick"));
		TestHome.write(templates.resolve("quick/pack.yml"), "title: Quick pack\naudience: members\nformats: [html]\n");
		var words = new ArrayList<>(List.of("load"));
		try (Stream<Path> files = Files.list(tables)) {
			files.map(Path::toString).forEach(words::add);
		}
		words.add("docs/bank-holidays/bank_holidays.csv");
		var loaded = packhorse(words.toArray(String[]::new));
		assertThat(loaded.exitCode()).as(loaded.err()).isZero();
	}

	@BeforeEach
	void empty() {
		TestHome.delete(home.resolve("schedules"));
	}

	@Test
	void withoutSchedulesItSaysHowToWriteOne() {
		var ended = packhorse("schedules");
		assertThat(ended.exitCode()).isZero();
		assertThat(ended.out()).isEqualTo("There are no schedules yet; schedules/README.md says how to write one.\n");
	}

	@Test
	void scheduleIsToldInWordsWithItsNextFires() {
		write("weekly", WEEKLY);
		var ended = packhorse("schedules", "--next", "2");
		assertThat(ended.exitCode()).isZero();
		assertThat(ended.out().lines()).startsWith("weekly: Every week", "  quick for every council with a plan, as at date of run, every Monday at 09:00",
				"  when something is missing: go with the gaps printed; when nobody was awake: run once", "", "Next:");
		assertThat(ended.out().lines().filter(line -> line.matches("  Monday \\d+ \\w+ \\d{4} at 09:00: weekly for X99000007"))).hasSize(2);
	}

	@Test
	void restingScheduleIsForetoldOnlyWhenItIsNamed() {
		write("weekly", WEEKLY.replace("enabled: yes", "enabled: no"));
		assertThat(packhorse("schedules").out()).contains("(rests: enabled is no)").doesNotContain("Next:");
		assertThat(packhorse("schedules", "weekly").out()).contains("Next:");
		var unknown = packhorse("schedules", "wekly");
		assertThat(unknown.exitCode()).isEqualTo(2);
		assertThat(unknown.err()).contains("There is no schedule 'wekly'. Did you mean weekly?");
	}

	@Test
	void jsonHasSchedulesFaultsAndFires() {
		write("weekly", WEEKLY);
		write("wrong", WEEKLY.replace("packs: [quick]", "packs: [quik]"));
		var ended = packhorse("schedules", "--next", "3", "--json");
		assertThat(ended.exitCode()).isEqualTo(3);
		var data = JSON.readTree(ended.out());
		assertThat(data.get("schedules")).extracting(schedule -> schedule.get("name").asString() + " " + schedule.get("valid").asBoolean())
			.containsExactly("weekly true", "wrong false");
		assertThat(data.get("faults").get(0).get("fault").asString()).isEqualTo("There is no pack quik");
		assertThat(data.get("faults").get(0).get("line").asInt()).isEqualTo(3);
		assertThat(data.get("next")).hasSize(3).allMatch(fire -> fire.get("schedule").asString().equals("weekly"));
	}

	@Test
	void checkNamesFaultsOfSchedulesAndBodiesThatAreNotOnFile() {
		// One fault more, for which check leaves out the long trial of every pack.
		TestHome.write(home.resolve("report-templates/faulty/pack.yml"), "title: Faulty\n");
		write("board", WEEKLY.replace("every Monday at 09:00", "7 working days before CBI"));
		write("other", WEEKLY.replace("authorities: all", "authorities: [X99000008]").replace("every Monday", "ever Monday"));
		var ended = packhorse("check", "--json");
		TestHome.delete(home.resolve("report-templates/faulty"));
		assertThat(ended.exitCode()).isEqualTo(3);
		var faults = new ArrayList<String>();
		for (JsonNode fault : JSON.readTree(ended.out())) {
			faults.add("%s:%d %s. %s".formatted(fault.get("file").asString(), fault.get("line").asInt(), fault.get("fault").asString(), fault.get("remedy").asString()));
		}
		assertThat(faults).anyMatch(fault -> fault.equals("schedules/board.yml:6 X99000007 has no body CBI on file. Did you mean CIB?"))
			.anyMatch(fault -> fault.startsWith("schedules/other.yml:6 'ever Monday at 09:00' is not understood. Write it like one of"));
	}

	@Test
	void doctorTellsOfSchedulesBankHolidaysAndFires() throws SQLException {
		write("weekly", WEEKLY);
		write("resting", WEEKLY.replace("enabled: yes", "enabled: no"));
		var well = packhorse("doctor");
		assertThat(well.exitCode()).as(well.out()).isZero();
		assertThat(well.out()).contains("ok   Schedules      1 schedule at work, 1 at rest").containsPattern("ok   Bank holidays  20\\d\\d to 20\\d\\d are on file")
			.containsPattern("ok   Next fire      Monday .* at 09:00, weekly for X99000007");
		fire("weekly", "failed");
		var failed = packhorse("doctor");
		assertThat(failed.exitCode()).isEqualTo(1);
		assertThat(failed.out()).contains("BAD  Last fire      weekly for X99000007, Monday 5 January 2026 at 09:00: failed. the words of a fault");
		write("wrong", WEEKLY.replace("packs: [quick]", "packs: [quik]"));
		assertThat(packhorse("doctor").out()).contains("BAD  Schedules      1 fault; ./packhorse check lists them");
		forgetFires();
	}

	@Test
	void whatBecameOfAScheduleThatIsGoneOrRestsIsNoConcern() throws SQLException {
		write("weekly", WEEKLY.replace("enabled: yes", "enabled: no"));
		fire("weekly", "skipped");
		fire("gone", "skipped");
		assertThat(packhorse("schedules").exitCode()).isZero();
		write("gone", WEEKLY);
		assertThat(packhorse("schedules").exitCode()).isEqualTo(1);
		forgetFires();
	}

	private static void fire(String schedule, String state) throws SQLException {
		execute("""
				INSERT INTO schedule_fires (schedule, authority, due_at, meeting, why, state, reason, editions, attempts, tries, noticed_at)
				VALUES ('%s', 'X99000007', '2026-01-05 09:00:00', '', 'why', '%s', 'the words of a fault', '', 1, 0, '2026-01-05 09:00:00')"""
			.formatted(schedule, state));
	}

	private static void forgetFires() throws SQLException {
		execute("DELETE FROM schedule_fires");
	}

	@Test
	void checkLooksUpListsAndPosts() throws IOException {
		var tables = home.resolve("lists");
		new ImportFiles(tables).csv("distribution_lists", """
				authority,list,title,audience,domains
				X99000007,members,Members,members,testingham.example
				X99000007,readers,Readers,public,
				X99000007,nobody,Nobody,members,
				""").csv("recipients", """
				authority,list,email,name,clearance
				X99000007,members,clerk@testingham.example,Clerk,members
				X99000007,members,visitor@testingham.example,Visitor,public
				X99000007,readers,reader@elsewhere.example,Reader,members
				""");
		assertThat(packhorse("load", tables.resolve("distribution_lists.csv").toString(), tables.resolve("recipients.csv").toString()).exitCode()).isZero();
		write("sent", WEEKLY + "sign-off: [Director of Finance]\nlists: [membrs, readers, nobody, members]\n");
		var ended = packhorse("check", "--schedules", "--json");
		assertThat(ended.err()).doesNotContain("trying");
		assertThat(ended.exitCode()).isEqualTo(3);
		var faults = new ArrayList<String>();
		for (JsonNode fault : JSON.readTree(ended.out())) {
			faults.add("%s:%d %s. %s".formatted(fault.get("file").asString(), fault.get("line").asInt(), fault.get("fault").asString(), fault.get("remedy").asString()));
		}
		assertThat(faults).contains("schedules/sent.yml:9 Nobody is on file as Director of Finance of X99000007, so nobody can clear for the post. Load table post_holders",
				"schedules/sent.yml:10 X99000007 has no list membrs on file. Did you mean members?",
				"schedules/sent.yml:10 The list readers is for packs that are public, and this one is members. Name another list, or mend this one in table distribution_lists",
				"schedules/sent.yml:10 Nobody is on the list nobody today. Add recipients to table recipients, or take the list out",
				"schedules/sent.yml:10 Visitor, on the list members, is cleared for public packs, and this one is members. "
						+ "Take the recipient off the list, or have the clearance changed in table recipients");
		assertThat(ended.out()).as("addresses stay out of what is printed").doesNotContain("@");
	}

	@Test
	void serveSaysWhatComesFiresWhatWasMissedAndStopsWhenAsked() throws Exception {
		write("weekly", WEEKLY);
		watchedSince("2026-01-01");
		var process = serve();
		try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
			assertThat(until(lines, "at work")).anyMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d   Monday .* at 09:00: weekly for X99000007"));
			assertThat(until(lines, ": done")).anyMatch(line -> line.contains("weekly for X99000007, due Monday ") && line.endsWith(": begun"));
			assertThat(packhorse("schedules").exitCode()).as("the embedded database serves one process").isEqualTo(75);
			process.toHandle().destroy();
			assertThat(lines.readAllLines()).last().asString().endsWith(" stopped");
			assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
			assertThat(process.exitValue()).isEqualTo(143);
		}
		finally {
			process.destroyForcibly();
		}
		var ended = packhorse("schedules", "--next", "0");
		assertThat(ended.exitCode()).isZero();
		assertThat(ended.out()).containsPattern("last for X99000007: Monday .* at 09:00, DONE\n    every Monday: Monday .*Caught up: .*\n    X99000007/quick/\\d{4}-\\d\\d-\\d\\d/v1");
	}

	private static List<String> until(BufferedReader lines, String end) throws IOException {
		var said = new ArrayList<String>();
		for (var line = lines.readLine(); line != null; line = lines.readLine()) {
			said.add(line);
			if (line.endsWith(end)) {
				return said;
			}
		}
		throw new AssertionError("serve ended and said " + said);
	}

	/// As if a scheduler had looked on that day last, and slept since.
	private static void watchedSince(String day) throws SQLException {
		execute("INSERT INTO schedule_marks (schedule, authority, watched_since, seen_until) VALUES ('weekly', 'X99000007', '%1$s', '%1$s')".formatted(day));
	}

	private static void execute(String sql) throws SQLException {
		try (var database = DriverManager.getConnection(url(), "packhorse", ""); var statement = database.createStatement()) {
			statement.execute(sql);
		}
	}

	private static Process serve() throws IOException {
		return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
				"-Duser.timezone=Pacific/Auckland", "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
				"org.packhorse.cli.PackhorseCommand", "serve", "--packhorse.home=" + home, "--spring.datasource.url=" + url(),
				"--logging.file.name=target/serve-tests.log")
			.redirectErrorStream(true)
			.start();
	}

	private static String url() {
		return "jdbc:h2:file:" + home.resolve("data/packhorse")
				+ ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE";
	}

	private static void write(String name, String text) {
		TestHome.write(home.resolve("schedules/" + name + ".yml"), text);
	}

	private static Ended packhorse(String... words) {
		var out = new StringWriter();
		var err = new StringWriter();
		var all = new ArrayList<>(List.of(words));
		all.addAll(List.of("--packhorse.home=" + home, "--spring.datasource.url=" + url()));
		int exitCode = PackhorseCommand.run(all.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
		return new Ended(exitCode, out.toString(), err.toString());
	}

}

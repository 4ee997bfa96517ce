package org.packhorse.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.packhorse.ImportFiles;
import org.packhorse.OnEveryDatabase;
import org.packhorse.SmallCouncil;
import org.packhorse.TestDatabase;
import org.packhorse.TestHome;
import org.packhorse.pack.Editions;

import static org.assertj.core.api.Assertions.assertThat;

/// Schedules fire once, are caught up once, and nothing of them is lost in silence. The first Mondays of May 2026 are the 4th,
/// 11th, 18th and 25th.
@OnEveryDatabase
class ScheduledRunsTests {

	private static final String FRIDAY = "2026-05-01T11:00:00Z";

	private static Path home;

	private final TestDatabase database;

	@TempDir
	private Path folder;

	ScheduledRunsTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeParameterizedClassInvocation
	static void startAtHome(TestDatabase database) {
		home = TestHome.fresh("schedules");
		var templates = home.resolve("report-templates");
		TestHome.copy(templates.resolve("_starter"), templates.resolve("quick"));
		TestHome.write(templates.resolve("quick/pack.yml"), "title: Quick pack\naudience: members\nformats: [html]\n");
		database.home(home);
	}

	@BeforeEach
	void load() {
		this.database.clear();
		Timer.forget(this.database);
		TestHome.delete(home.resolve("out"));
		SmallCouncil.files(this.folder.resolve("tables")).into(this.database);
	}

	@Test
	void fireMakesItsPackOnceAndAsksInTheSchedulesName() {
		Timer.write(this.database, "weekly");
		var timer = timer().turn("2026-05-04T08:59").turn("2026-05-04T09:00");
		assertThat(timer.fires()).containsExactly("2026-05-04 09:00 done");
		assertThat(timer.newest().editions()).containsExactly("X99000007/quick/2026-05-04/v1");
		assertThat(this.database.bean(Editions.class).published()).singleElement()
			.satisfies(edition -> assertThat(edition.request().requestedBy()).isEqualTo("schedule weekly"));
		timer.turn("2026-05-04T09:01").turn("2026-05-04T10:00");
		assertThat(timer.fires()).hasSize(1);
		assertThat(this.database.bean(Editions.class).published()).hasSize(1);
	}

	@Test
	void newScheduleMakesNothingUpOfWhatWasBefore() {
		var timer = timer().turn("2026-05-08T12:00");
		Timer.write(this.database, "weekly");
		assertThat(timer.turn("2026-05-08T12:01").turn("2026-05-08T13:00").fires()).isEmpty();
	}

	@Test
	void scheduleThatRestedBeginsAnew() {
		Timer.write(this.database, "weekly", "enabled: no");
		var timer = timer().turn("2026-05-04T09:00");
		Timer.write(this.database, "weekly");
		assertThat(timer.turn("2026-05-05T09:00").turn("2026-05-11T09:00").fires()).containsExactly("2026-05-11 09:00 done");
	}

	@Test
	void machineThatSleptOverThreeFiresMakesOne() {
		Timer.write(this.database, "weekly");
		var timer = timer().turn("2026-05-20T12:00");
		assertThat(timer.fires()).containsExactly("2026-05-04 09:00 skipped", "2026-05-11 09:00 skipped", "2026-05-18 09:00 done");
		assertThat(timer.newest().editions()).containsExactly("X99000007/quick/2026-05-18/v1");
		assertThat(timer.newest().why()).isEqualTo("every Monday: Monday 18 May 2026. Caught up: it was noticed on Wednesday 20 May 2026 at 12:00.");
		assertThat(timer.turn("2026-05-20T13:00").fires()).hasSize(3);
	}

	@Test
	void machineThatSleptMakesNoneWhenTheScheduleSaysSkip() {
		Timer.write(this.database, "weekly", "catch-up: skip and flag");
		var timer = timer().turn("2026-05-20T12:00");
		assertThat(timer.fires()).containsExactly("2026-05-04 09:00 skipped", "2026-05-11 09:00 skipped", "2026-05-18 09:00 skipped");
		assertThat(timer.newest().reason()).contains("Not made: it was noticed on Wednesday 20 May 2026 at 12:00");
		assertThat(timer.turn("2026-05-25T09:00").newest().state()).isEqualTo(Fire.State.DONE);
	}

	@Test
	void fireWhoseProcessDiedIsTakenUp() {
		Timer.write(this.database, "weekly");
		var timer = timer();
		moveOn(timer, "2026-05-04T08:00:00Z");
		var died = timer.lookout().look().open().getFirst();
		var dead = this.database.bean(Fires.class).claim(died, Instant.parse("2026-05-04T08:00:00Z")).orElseThrow();
		timer.turn("2026-05-04T09:05");
		assertThat(timer.fires()).containsExactly("2026-05-04 09:00 done");
		assertThat(timer.newest().attempts()).isEqualTo(2);
		this.database.bean(Fires.class).end(dead, new Fires.Outcome(Fire.State.FAILED, "late words of the dead", List.of()), Instant.parse("2026-05-04T09:00:00Z"));
		assertThat(timer.newest().state()).as("one who comes back too late changes nothing").isEqualTo(Fire.State.DONE);
	}

	private void moveOn(Timer timer, String to) {
		timer.lookout().look();
		timer.still(Instant.parse(to));
	}

	@Test
	void fireThatKillsItsProcessAgainAndAgainIsLeftToAPerson() {
		Timer.write(this.database, "weekly");
		var timer = timer();
		moveOn(timer, "2026-05-04T08:00:00Z");
		var number = timer.lookout().look().open().getFirst();
		for (int i = 0; i < 9; i++) {
			this.database.bean(Fires.class).claim(number, Instant.parse("2026-05-04T08:00:00Z"));
		}
		timer.turn("2026-05-04T09:05");
		assertThat(timer.newest().state()).isEqualTo(Fire.State.FAILED);
		assertThat(timer.newest().reason()).contains("tries ended without a result").contains("its process died");
		assertThat(this.database.bean(Editions.class).published()).isEmpty();
	}

	@Test
	void twoTimersOnOneDatabaseFireOnce() throws Exception {
		for (String name : List.of("one", "two", "three")) {
			Timer.write(this.database, name);
		}
		var timers = List.of(timer(), timer());
		var together = new CyclicBarrier(2);
		try (var threads = Executors.newFixedThreadPool(2)) {
			var turning = timers.stream().map(timer -> threads.submit(() -> {
				for (String monday : List.of("2026-05-04T09:00", "2026-05-04T09:01", "2026-05-11T09:00", "2026-05-11T09:01", "2026-05-11T09:05", "2026-05-11T09:10")) {
					together.await();
					timer.turn(monday);
				}
				return null;
			})).toList();
			for (var each : turning) {
				each.get();
			}
		}
		assertThat(timers.getFirst().fires()).hasSize(6).allMatch(fire -> fire.endsWith(" done"));
		assertThat(this.database.sql().sql("SELECT DISTINCT attempts - tries FROM schedule_fires").query(Integer.class).list()).containsExactly(1);
		assertThat(this.database.bean(Editions.class).published()).extracting(edition -> edition.version()).containsExactly(1, 1);
	}

	@Test
	void packThatLacksUpdatesReadingsOrWordsIsHeldUntilAllAreThere() {
		Timer.write(this.database, "weekly", "readiness: hold");
		var timer = timer().turn("2026-05-04T09:00");
		assertThat(timer.fires()).containsExactly("2026-05-04 09:00 held");
		assertThat(timer.newest().reason()).isEqualTo("The three questions of section 1, Front door, have not been answered. "
				+ "The three questions of section 2, Permanence, have not been answered. Updates that are too old, Head of Service: 1.1; 1.2; 1.3. "
				+ "Updates that are too old, Head of Care: 2.2. Updates that are missing, Head of Care: 2.4. "
				+ "Indicators whose newest reading is too old, Head of Service: Assessments in time. Indicators whose newest reading is too old: Children in care.");
		assertThat(this.database.bean(Editions.class).published()).isEmpty();
		answer();
		assertThat(timer.turn("2026-05-04T10:01").newest().reason()).startsWith("Updates that are too old, Head of Service").doesNotContain("questions");
		report();
		assertThat(timer.turn("2026-05-04T10:30").fires()).containsExactly("2026-05-04 09:00 held");
		assertThat(timer.turn("2026-05-04T11:02").fires()).containsExactly("2026-05-04 09:00 done");
		assertThat(timer.newest().editions()).containsExactly("X99000007/quick/2026-05-04/v1");
	}

	private void answer() {
		new ImportFiles(this.folder.resolve("words")).csv("section_narratives", """
				authority,plan,section,reported_on,working_well,how_assured,what_next
				X99000007,P1,1,2021-06-30,Much,Audit,More
				X99000007,P1,2,2021-06-30,Much,Audit,More
				""").into(this.database);
	}

	private void report() {
		new ImportFiles(this.folder.resolve("reports")).csv("updates", """
				authority,plan,action,reported_on,state,percent_complete
				X99000007,P1,1.1,2026-04-30,in progress,90
				X99000007,P1,1.2,2026-04-30,in progress,90
				X99000007,P1,1.3,2026-04-30,in progress,90
				X99000007,P1,2.2,2026-04-30,in progress,90
				X99000007,P1,2.4,2026-04-30,in progress,90
				""").csv("kpi_values", "authority,kpi,period_end,value\nX99000007,K1,2026-03-31,90\nX99000007,K2,2026-03-31,400\n").into(this.database);
	}

	@Test
	void heldPackIsGivenUpWhenTheNextFireComes() {
		Timer.write(this.database, "weekly", "readiness: hold");
		var timer = timer().turn("2026-05-04T09:00").turn("2026-05-11T09:00");
		assertThat(timer.fires()).containsExactly("2026-05-04 09:00 skipped", "2026-05-11 09:00 held");
	}

	@Test
	void faultOfTemplatesFailsWithItsPlace() throws Exception {
		var document = home.resolve("report-templates/quick/document.ftlx");
		var good = Files.readString(document);
		Files.writeString(document, good + "<p>${nothing}</p>");
		try {
			Timer.write(this.database, "weekly");
			var timer = timer().turn("2026-05-04T09:00");
			assertThat(timer.fires()).containsExactly("2026-05-04 09:00 failed");
			assertThat(timer.newest().reason()).contains("quick/document.ftlx, line ");
		}
		finally {
			Files.writeString(document, good);
		}
	}

	@Test
	void scheduleAtFaultIsToldOnceAndCaughtUpWhenMended() {
		Timer.write(this.database, "weekly");
		var timer = timer();
		Timer.write(this.database, "weekly", "when: ever Monday");
		timer.turn("2026-05-04T09:00").turn("2026-05-04T09:01");
		assertThat(timer.fires()).isEmpty();
		assertThat(timer.news()).singleElement().satisfies(line -> assertThat(line).startsWith("schedules/weekly.yml, line 8: 'ever Monday' is not understood."));
		Timer.write(this.database, "weekly");
		assertThat(timer.turn("2026-05-04T12:00").fires()).containsExactly("2026-05-04 09:00 done");
		assertThat(timer.newest().state()).isEqualTo(Fire.State.DONE);
	}

	@Test
	void missingBankHolidaysAreToldAndCaughtUpOnceLoaded() {
		Timer.write(this.database, "monthly", "when: 3rd working day of the month at 08:30");
		var timer = timer().turn("2026-05-06T08:30");
		assertThat(timer.fires()).isEmpty();
		assertThat(timer.news()).singleElement().satisfies(line -> assertThat(line).contains("The bank holidays of 2026 are not on file"));
		holidays();
		assertThat(timer.turn("2026-05-07T12:00").fires()).containsExactly("2026-05-06 08:30 done");
	}

	@Test
	void meetingThatIsLoadedLateIsCaughtUpAndFiresOnce() {
		holidays();
		Timer.write(this.database, "board", "when: 7 working days before CIB");
		new ImportFiles(this.folder.resolve("bodies")).csv("bodies", "authority,code,title\nX99000007,CIB,Improvement Board\n").into(this.database);
		var timer = timer().turn("2026-05-12T12:00");
		meeting("2026-05-19");
		timer.turn("2026-05-12T12:01");
		assertThat(timer.fires()).containsExactly("2026-05-08 07:00 done");
		this.database.sql().sql("DELETE FROM bank_holidays WHERE `date` = '2026-05-04'").update();
		this.database.sql().sql("INSERT INTO bank_holidays (`date`, title) VALUES ('2026-05-18', 'One more')").update();
		assertThat(timer.turn("2026-05-12T13:00").fires()).as("a new holiday moves the day, not the pack").hasSize(1);
		meeting("2026-06-16");
		assertThat(timer.turn("2026-06-05T07:00").fires()).containsExactly("2026-05-08 07:00 done", "2026-06-05 07:00 done");
	}

	/// Three working days before a Saturday and before the Monday after it are the same Wednesday.
	@Test
	void twoMeetingsWhoseFiresFallTogetherFireBothAndEachOnce() {
		holidays();
		new ImportFiles(this.folder.resolve("bodies")).csv("bodies", "authority,code,title\nX99000007,CIB,Improvement Board\n").into(this.database);
		meeting("2026-05-16");
		meeting("2026-05-18");
		Timer.write(this.database, "board", "when: 3 working days before CIB");
		var timers = List.of(timer(), timer());
		timers.forEach(timer -> timer.turn("2026-05-13T07:00"));
		timers.forEach(timer -> timer.turn("2026-05-13T08:00"));
		assertThat(timers.getFirst().fires()).containsExactly("2026-05-13 07:00 done", "2026-05-13 07:00 done");
		assertThat(this.database.sql().sql("SELECT meeting FROM schedule_fires ORDER BY meeting").query(String.class).list()).containsExactly("2026-05-16", "2026-05-18");
	}

	private void meeting(String day) {
		new ImportFiles(this.folder.resolve("meetings" + day)).csv("meetings", "authority,body,meets_on\nX99000007,CIB," + day + "\n").into(this.database);
	}

	private void holidays() {
		ImportFiles.of(Path.of("docs/bank-holidays")).into(this.database);
	}

	/// A timer that has looked once, on the Friday before the first Monday of May.
	private Timer timer() {
		return new Timer(this.database, FRIDAY).turn(Instant.parse(FRIDAY));
	}

}

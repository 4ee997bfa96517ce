package org.packhorse.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.template.TemplateFolder;
import org.packhorse.writer.PackFormat;

import static org.assertj.core.api.Assertions.assertThat;

/// What a business manager writes, and what is said of it when it cannot be.
class ScheduleFolderTests {

	private static final String GOOD = """
			title: Board pack
			enabled: yes
			packs: [improvement-board]
			authorities: [E08000013]
			as-at: month end
			when: 7 working days before CIB
			readiness: hold
			catch-up: run once
			""";

	@TempDir
	private Path folder;

	@Test
	void goodFileIsRead() {
		var schedule = only(GOOD + "formats: [docx]\nhouse: default\ndraft: yes\nsign-off: [Director of Finance]\nlists: [board]\nback-plan:\n  data-cut-off: 30\n");
		assertThat(schedule.name()).isEqualTo("board");
		assertThat(schedule.order()).isEqualTo(new Schedule.Order(List.of("improvement-board"), List.of("E08000013"), List.of(PackFormat.DOCX), "default", true,
				new AsAt.MonthEnd()));
		assertThat(schedule.when().body()).contains("CIB");
		assertThat(schedule.conduct().signOff()).containsExactly("Director of Finance");
		assertThat(schedule.conduct().lists()).containsExactly("board");
		assertThat(schedule.conduct().backPlan().days()).containsEntry(BackPlan.Step.DATA_CUT_OFF, 30).containsEntry(BackPlan.Step.PUBLISH, 7);
	}

	@Test
	void allFaultsAreNamedWithTheirLinesAtOnce() {
		var problems = problems("""
				title: Board pack
				enabled: perhaps
				packs: [improvement-bord]
				authorities: [Sefton]
				as-at: the month end
				when: ever Monday
				readiness: wait
				catchup: run once
				house: nowhere
				formats: [odt]
				lists: [a@b.org, public-list]
				back-plan:
				  draft: 30
				""");
		assertThat(problems).extracting(problem -> problem.line() + ": " + problem.fault())
			.containsExactly("0: catch-up is missing", "2: enabled is 'perhaps'", "3: There is no pack improvement-bord", "4: 'Sefton' is no ONS code",
					"5: as-at is 'the month end'", "6: 'ever Monday' is not understood", "7: readiness is 'wait'", "8: There is no setting catchup",
					"9: There is no house nowhere", "10: There is no format 'odt'", "11: lists holds an e-mail address",
					"13: Draft (30 working days before) comes before updates due (20)");
		assertThat(problems.get(2).remedy()).isEqualTo("Did you mean improvement-board?");
		assertThat(problems.get(5).toString()).startsWith("board.yml, line 6: 'ever Monday' is not understood. Write it like one of 'day 5 of the month at 07:00', ");
		assertThat(problems.get(7).remedy()).isEqualTo("Did you mean catch-up?");
	}

	@Test
	void emptyFileSaysWhatItNeeds() {
		assertThat(problems("")).extracting(ScheduleProblem::fault)
			.contains("title is missing", "enabled is missing", "when is missing", "packs names no pack", "authorities names no council", "as-at is missing",
					"readiness is missing", "catch-up is missing");
	}

	@Test
	void daysThatDoNotExistAreRefused() {
		assertThat(problems(GOOD.replace("month end", "2026-02-31"))).extracting(ScheduleProblem::fault).containsExactly("as-at is '2026-02-31'");
		assertThat(problems(GOOD.replace("7 working days before CIB", "0 0 7 31 2 *"))).extracting(ScheduleProblem::fault)
			.containsExactly("The day of '0 0 7 31 2 *' never comes");
	}

	@Test
	void closedPackDoesNotGoToAPublicList() {
		assertThat(problems(GOOD + "lists: [public-page]\n")).extracting(ScheduleProblem::fault)
			.containsExactly("The pack improvement-board is not for the public, and the list 'public-page' says that it is");
	}

	@Test
	void dataCutOffNeedsAMeeting() {
		assertThat(problems(GOOD.replace("month end", "data cut-off").replace("7 working days before CIB", "day 5 of the month"))).extracting(ScheduleProblem::fault)
			.containsExactly("data cut-off needs a meeting, and 'day 5 of the month' names no body");
	}

	@Test
	void strayFilesAreNamedAndLinksAreNotFollowed() throws IOException {
		var elsewhere = Files.writeString(this.folder.resolve("elsewhere.txt"), GOOD);
		var schedules = Files.createDirectory(this.folder.resolve("schedules"));
		Files.writeString(schedules.resolve("Board Pack.yaml"), GOOD);
		Files.writeString(schedules.resolve("README.md"), "words");
		Files.createSymbolicLink(schedules.resolve("link.yml"), elsewhere);
		var read = open(schedules);
		assertThat(read.schedules()).isEmpty();
		assertThat(read.problems()).extracting(ScheduleProblem::file).contains("Board Pack.yaml", "link.yml").doesNotContain("README.md");
	}

	@Test
	void asAtFollowsFromTheFire() {
		var diary = BankHolidayFile.diary("CIB 2026-04-21");
		var fire = When.of("7 working days before CIB").next(Instant.parse("2026-04-01T00:00:00Z"), diary).orElseThrow();
		assertThat(fire.day()).isEqualTo("2026-04-10");
		assertThat(asAt("month end", fire, diary)).isEqualTo("2026-03-31");
		assertThat(asAt("date of run", fire, diary)).isEqualTo("2026-04-10");
		// Counted back from 21 April, leaving out 3 and 6 April: 1 April is the 12th working day before, 16 March the 24th.
		assertThat(asAt("data cut-off", fire, diary)).isEqualTo("2026-03-13");
		assertThat(asAt("2026-01-31", fire, diary)).isEqualTo("2026-01-31");
		var lastDay = When.of("last day of the month").next(Instant.parse("2026-04-01T00:00:00Z"), diary).orElseThrow();
		assertThat(asAt("month end", lastDay, diary)).isEqualTo("2026-04-30");
	}

	/// Updates for the meeting of 21 April are due on 20 March, the data cut-off is on 13 March, each a Friday.
	@Test
	void remindersAreCountedBackFromTheStepThatTheyName() {
		assertThat(reminded("remind: 5 working days before updates-due")).containsExactly("2026-03-13");
		assertThat(reminded("remind: 5, 2 and 0 working days before data-cut-off")).containsExactly("2026-03-06", "2026-03-11", "2026-03-13");
		assertThat(reminded("remind: every working day from 3 working days before updates-due")).containsExactly("2026-03-17", "2026-03-18", "2026-03-19",
				"2026-03-20");
		assertThat(reminded("remind: [10, 1]")).containsExactly("2026-03-06", "2026-03-19");
		assertThat(reminded("remind: 3 working days before the fire")).as("the fire is on Friday 10 April, after Easter").containsExactly("2026-04-07");
	}

	/// The days of March and April on which a reminder is due for the first time.
	private List<String> reminded(String line) {
		var schedule = only(GOOD + line + "\n");
		var diary = BankHolidayFile.diary("CIB 2026-04-21");
		var fire = schedule.when().next(Instant.parse("2026-03-01T00:00:00Z"), diary).orElseThrow();
		return LocalDate.of(2026, 3, 1)
			.datesUntil(LocalDate.of(2026, 4, 30))
			.flatMap(day -> schedule.conduct().remind().newest(day, fire, schedule.conduct().backPlan(), diary).stream())
			.distinct()
			.map(LocalDate::toString)
			.toList();
	}

	@Test
	void reminderThatNobodyWasAwakeForComesLateAndNoneAfterTheStep() {
		var schedule = only(GOOD + "remind: 5 working days before updates-due\n");
		var diary = BankHolidayFile.diary("CIB 2026-04-21");
		var fire = schedule.when().next(Instant.parse("2026-03-01T00:00:00Z"), diary).orElseThrow();
		var remind = schedule.conduct().remind();
		assertThat(remind.newest(LocalDate.of(2026, 3, 12), fire, schedule.conduct().backPlan(), diary)).isEmpty();
		assertThat(remind.newest(LocalDate.of(2026, 3, 20), fire, schedule.conduct().backPlan(), diary)).contains(LocalDate.of(2026, 3, 13));
		assertThat(remind.newest(LocalDate.of(2026, 3, 21), fire, schedule.conduct().backPlan(), diary)).isEmpty();
	}

	@Test
	void reminderThatCannotBeIsRefusedWithItsReason() {
		assertThat(problems(GOOD + "remind: five days before\n")).extracting(problem -> problem.line() + ": " + problem.fault())
			.containsExactly("9: 'five days before' is not understood");
		assertThat(problems(GOOD + "remind: [5, soon]\n")).extracting(ScheduleProblem::fault).containsExactly("'5, soon' is not understood");
		assertThat(problems(GOOD + "remind: []\n")).extracting(ScheduleProblem::fault).containsExactly("remind is an empty list");
		assertThat(problems(GOOD + "remind: 90 working days before updates-due\n")).extracting(ScheduleProblem::fault)
			.containsExactly("'90 working days before updates-due' is more than 60 working days before");
		assertThat(problems(GOOD.replace("7 working days before CIB", "day 5 of the month") + "remind: 5 working days before updates-due\n"))
			.extracting(ScheduleProblem::fault)
			.containsExactly("'5 working days before updates-due' counts towards a meeting, and the schedule's phrase names no body");
	}

	private LocalDate asAt(String words, FireTime fire, Diary diary) {
		return AsAt.of(words).on(fire, only(GOOD).conduct().backPlan(), diary);
	}

	@Test
	void backPlanWarnsWhenClearDaysCannotBeKept() {
		var diary = BankHolidayFile.diary("CIB 2026-04-21");
		var plan = only(GOOD).conduct().backPlan();
		var fires = When.of("3 working days before CIB").next(Instant.parse("2026-04-01T00:00:00Z"), diary).orElseThrow();
		assertThat(plan.warning(fires, diary)).isEqualTo("Papers had to be public by Monday 13 April 2026 for 5 clear days before the meeting; "
				+ "this pack is made after that. Ask Democratic Services what can still be done.");
		var early = When.of("7 working days before CIB").next(Instant.parse("2026-04-01T00:00:00Z"), diary).orElseThrow();
		assertThat(plan.warning(early, diary)).isEmpty();
		assertThat(plan.towards(LocalDate.parse("2026-04-21"), diary)).extracting(planned -> planned.step().words() + " " + planned.day())
			.containsExactly("Data cut-off 2026-03-13", "Updates due 2026-03-20", "Draft 2026-03-27", "Comments 2026-04-01", "Sign-off 2026-04-07", "Publish 2026-04-10");
	}

	@Test
	void filesThatShipHaveNoFaultAndRest() {
		var shipped = open(Path.of("schedules"));
		assertThat(shipped.problems()).isEmpty();
		assertThat(shipped.schedules()).hasSizeGreaterThanOrEqualTo(2).noneMatch(Schedule::enabled);
	}

	@Test
	void readmeHasEveryKeyAndEveryPhraseAndItsPhrasesAreUnderstood() throws IOException {
		var readme = Files.readString(Path.of("schedules/README.md"));
		var phrases = new ArrayList<String>();
		readme.substring(readme.indexOf("| Phrase |")).lines().filter(line -> line.startsWith("| `")).forEach(line -> phrases.add(line.split("`")[1]));
		assertThat(phrases).containsExactlyInAnyOrderElementsOf(When.examples()).allSatisfy(phrase -> assertThat(When.of(phrase).words()).isEqualTo(phrase));
		assertThat(ScheduleFile.KEYS).allSatisfy(key -> assertThat(readme).contains(key.startsWith("back-plan.") ? key.substring("back-plan".length()) : "`" + key + "`"));
		assertThat(readme).contains("month end", "date of run", "data cut-off");
		assertThat(Remind.EXAMPLES).allSatisfy(phrase -> assertThat(readme).contains("| `" + phrase + "` |"))
			.allSatisfy(phrase -> assertThat(Remind.of(List.of(phrase), true).words()).isEqualTo(phrase));
		assertThat(CatchUp.values()).allSatisfy(rule -> assertThat(readme).contains("`" + rule + "`"));
		assertThat(WhenNotReady.values()).allSatisfy(rule -> assertThat(readme).contains("`" + rule + "`"));
	}

	private Schedule only(String yaml) {
		var read = read(yaml);
		assertThat(read.problems()).isEmpty();
		return read.schedules().getFirst();
	}

	private List<ScheduleProblem> problems(String yaml) {
		var read = read(yaml);
		assertThat(read.schedules()).isEmpty();
		return read.problems();
	}

	private ScheduleFolder read(String yaml) {
		try {
			Files.writeString(this.folder.resolve("board.yml"), yaml);
			return open(this.folder);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private static ScheduleFolder open(Path folder) {
		return ScheduleFolder.open(folder, TemplateFolder.open(Path.of("report-templates")));
	}

}

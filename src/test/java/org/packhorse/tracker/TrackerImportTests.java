package org.packhorse.tracker;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.packhorse.OnEveryDatabase;
import org.packhorse.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

@OnEveryDatabase
class TrackerImportTests {

	private final TestDatabase database;

	@TempDir
	private Path folder;

	TrackerImportTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void startFromNothing() {
		this.database.clear();
		this.database.sql().sql("DELETE FROM row_history").update();
	}

	@Test
	void filesGoInWhateverTheirOrder() {
		var outcome = load(csv("updates", "authority,plan,action,reported_on,state\nX99000001,SIP,1.1,2021-05-31,In Progress\n"),
				csv("actions", Trackers.ACTIONS), csv("sections", Trackers.SECTIONS), csv("plans", Trackers.PLANS),
				csv("authorities", Trackers.AUTHORITIES));
		assertThat(outcome).allSatisfy((file) -> assertThat(file.problems()).isEmpty()).allMatch(LoadedFile::in);
		assertThat(rows("updates")).isOne();
		assertThat(this.database.sql().sql("SELECT state FROM updates").query(String.class).single()).isEqualTo("in progress");
		assertThat(this.database.sql().sql("SELECT due_words FROM actions WHERE ref = '1.2'").query(String.class).single())
			.isEqualTo("Dec 2021");
	}

	@Test
	void theSameFileAgainChangesNothing() {
		var plan = plan();
		load(plan);
		var again = load(plan);
		assertThat(again).flatExtracting(LoadedFile::tables).allSatisfy((table) -> {
			assertThat(table.unchanged()).isEqualTo(table.read());
			assertThat(table.added()).isZero();
			assertThat(table.changed()).isZero();
		});
		assertThat(rows("row_history")).isZero();
	}

	@Test
	void whatALaterFileReplacesIsKept() {
		load(plan());
		var outcome = load(csv("sections", "authority,plan,no,title\nX99000001,SIP,1,Governance\nX99000001,SIP,2,Practice\n"));
		assertThat(outcome.getFirst().tables()).containsExactly(new LoadedFile.Table("sections", 2, 1, 1, 0));
		var kept = this.database.sql().sql("SELECT row_key, old_values FROM row_history").query().singleRow();
		assertThat(this.database.sql().sql("SELECT row_key FROM row_history").query(String.class).single())
			.isEqualTo("{\"authority\":\"X99000001\",\"plan\":\"SIP\",\"no\":\"1\"}");
		assertThat(this.database.sql().sql("SELECT old_values FROM row_history").query(String.class).single())
			.startsWith("{\"title\":\"Leadership\",\"priority\":true,");
		assertThat(kept).hasSize(2);
	}

	@Test
	void aFileWithOneFaultyRowStaysOutWhole() {
		load(plan());
		var outcome = load(csv("updates", """
				authority,plan,action,reported_on,percent_complete
				X99000001,SIP,1.1,2021-05-31,50
				X99000001,SIP,1.9,2021-05-31,50
				X99000001,SIP,1.2,31/02/2021,150
				"""));
		assertThat(outcome.getFirst().in()).isFalse();
		assertThat(outcome.getFirst().problems()).extracting(TrackerProblem::toString)
			.containsExactly(
					"updates.csv, row 3, column action: there is no action '1.9' of authority 'X99000001', plan 'SIP'. "
							+ "Did you mean 1.1 or 1.2? A new one goes into the table actions.",
					"updates.csv, row 4, column reported_on: '31/02/2021' is not a day of the calendar. "
							+ "Write 2021-03-31, 31/03/2021 or 31 March 2021.",
					"updates.csv, row 4, column percent_complete: 150 is out of range. Write a number from 0 to 100.");
		assertThat(rows("updates")).isZero();
		assertThat(rows("staged_updates")).isZero();
	}

	@Test
	void aFileThatNeedsARefusedOneStaysOut() {
		var outcome = load(csv("authorities", Trackers.AUTHORITIES), csv("plans", Trackers.PLANS + "X99000001,SIP,again\n"),
				csv("sections", Trackers.SECTIONS));
		assertThat(outcome).extracting(LoadedFile::in).containsExactly(true, false, false);
		assertThat(outcome.get(1).problems()).extracting(TrackerProblem::toString)
			.containsExactly("plans.csv, row 3: the same key as row 2: authority 'X99000001', code 'SIP'. "
					+ "Keep one of the two rows; a row is known by its authority, code.");
		assertThat(outcome.get(2).problems()).extracting(TrackerProblem::toString)
			.containsExactly("sections.csv, row 2, column plan: authority 'X99000001', plan 'SIP' stands only in a file of this load "
					+ "that was refused. Mend that file first; then this one goes in with it.");
		assertThat(rows("authorities")).isOne();
	}

	@Test
	void aDryRunTellsTheSameAndStoresNothing() {
		var dry = this.database.bean(TrackerImport.class).load(List.of(plan()), true, Progress.NONE);
		assertThat(rows("authorities")).isZero();
		assertThat(rows("loaded_tables WHERE load_id = (SELECT MAX(id) FROM loads)")).isZero();
		assertThat(dry).isEqualTo(load(plan()));
	}

	@Test
	void aDueDateOnFileStands() {
		load(plan());
		var outcome = load(csv("actions", """
				authority,plan,section,ref,action,due_on
				X99000001,SIP,1,1.1,Do this,2021-07-31
				X99000001,SIP,1,1.2,Do that,ongoing
				"""));
		assertThat(outcome.getFirst().problems()).extracting(TrackerProblem::toString)
			.containsExactly(
					"actions.csv, row 2, column due_on: the due date of an action on file changes from 2021-06-30 to 2021-07-31. "
							+ "The original due date stands. Give the new one in updates.revised_due_on, with the day it was reported.",
					"actions.csv, row 3, column due_on: the due date of an action on file changes from 2021-12-31 to no date. "
							+ "The original due date stands. Give the new one in updates.revised_due_on, with the day it was reported.");
	}

	@Test
	void readingsObeyTheirIndicatorsUnit() {
		load(plan());
		var outcome = load(csv("kpi_values", """
				authority,kpi,period_end,value,numerator,denominator
				X99000001,re-referrals,2021-03-31,22.7,227,1000
				X99000001,re-referrals,2021-04-30,101,,
				X99000001,re-referrals,2021-05-31,,30,20
				X99000001,cla,2021-03-31,480,,
				X99000001,cla,2021-04-30,-1,,
				X99000001,cla,2999-04-30,c,,
				"""));
		assertThat(outcome.getFirst().problems()).extracting((problem) -> problem.place() + ": " + problem.found())
			.containsExactly("kpi_values.csv, row 3, column value: 101 is not a percentage",
					"kpi_values.csv, row 4, column numerator: the numerator is larger than the denominator of an indicator in percent: "
							+ "30 of 20",
					"kpi_values.csv, row 6, column value: -1 is negative",
					"kpi_values.csv, row 7, column period_end: 2999-04-30 is in the future");
	}

	@Test
	void aMissingParentIsLookedForInItsOwnTable() {
		load(csv("authorities", Trackers.AUTHORITIES + "X99000002,Sampleford\n"), csv("plans", Trackers.PLANS + "X99000002,P2,Plan\n"),
				csv("sections", Trackers.SECTIONS));
		var outcome = load(csv("actions", """
				authority,plan,section,ref,action
				X99000002,P2,1,1,a
				X99000002,P3,1,2,a
				X99000003,P2,1,3,a
				X99000001,SIP,2,4,a
				"""));
		assertThat(outcome.getFirst().problems()).extracting(TrackerProblem::toString)
			.containsExactly(
					"actions.csv, row 2, column section: there is no section '1' of authority 'X99000002', plan 'P2'. "
							+ "There is no section yet. A new one goes into the table sections.",
					"actions.csv, row 3, column plan: there is no plan 'P3' of authority 'X99000002'. "
							+ "Did you mean P2? A new one goes into the table plans.",
					"actions.csv, row 4, column authority: there is no authority 'X99000003'. "
							+ "Did you mean X99000001 or X99000002? A new one goes into the table authorities.",
					"actions.csv, row 5, column section: there is no section '2' of authority 'X99000001', plan 'SIP'. "
							+ "Did you mean 1? A new one goes into the table sections.");
	}

	@Test
	void aPercentageIsForIndicatorsInPercent() {
		load(plan());
		var outcome = load(csv("kpi_values", """
				authority,kpi,period_end,value
				X99000001,re-referrals,2021-03-31,56%
				X99000001,cla,2021-03-31,56%
				X99000001,cla,2021-04-30,57
				"""));
		assertThat(outcome.getFirst().problems()).extracting(TrackerProblem::toString)
			.containsExactly("kpi_values.csv, row 3, column value: a percentage stands where the indicator 'cla' has the unit count. "
					+ "Write the number without a % sign, or mend the unit in kpis.");
	}

	@Test
	void aUnitStandsOnceReadingsAreOnFile() {
		load(plan());
		assertThat(load(csv("kpis", "code,title,unit\ncla,Children looked after,days\n")).getFirst().in()).isTrue();
		load(csv("kpi_values", "authority,kpi,period_end,value\nX99000001,cla,2021-03-31,480\n"));
		assertThat(load(csv("kpis", "code,title,unit\ncla,Children looked after,percent\n")).getFirst().problems()).extracting(TrackerProblem::toString)
			.containsExactly("kpis.csv, row 2, column unit: the unit of an indicator with readings on file changes from days to percent. "
					+ "The readings on file are in the old unit. Give the indicator in its new unit a new code, and load its readings under that.");
	}

	@Test
	void aValueThatItsCountsDoNotGiveIsSaid() {
		load(plan());
		var outcome = load(csv("kpi_values", """
				authority,kpi,period_end,value,numerator,denominator
				X99000001,re-referrals,2021-01-31,22.7,227,1000
				X99000001,re-referrals,2021-02-28,33.3,1,3
				X99000001,re-referrals,2021-03-31,34,1,3
				X99000001,re-referrals,2021-04-30,35,1,3
				X99000001,re-referrals,2021-05-31,22.9,227,1000
				X99000001,cla,2021-03-31,480,960,2
				"""));
		assertThat(outcome.getFirst().in()).isTrue();
		assertThat(outcome.getFirst().said()).containsExactly(
				"row 5, column value: the value 35 is not 1 over 3, which gives 33.3333; packs use numerator over denominator",
				"row 6, column value: the value 22.9 is not 227 over 1000, which gives 22.7; packs use numerator over denominator");
	}

	@Test
	void symbolsAndRecordingDaysAreKept() {
		load(plan());
		load(csv("kpi_values", "authority,kpi,period_end,value,recorded_on\nX99000001,cla,2021-03-31,C,\nX99000001,cla,2021-04-30,12,2021-06-01\n"));
		assertThat(this.database.sql().sql("SELECT CONCAT(symbol, ' ', recorded_on) FROM kpi_values WHERE symbol IS NOT NULL")
			.query(String.class)
			.single()).isEqualTo("c 2021-03-31");
	}

	@Test
	void whatADeadLoadLeftIsRemovedByTheNext() {
		this.database.sql().sql("INSERT INTO loads (id, state, started_at, dry_run) VALUES (9999, 'running', '2021-01-01 00:00:00', FALSE)").update();
		this.database.sql().sql("INSERT INTO staged_bank_holidays (load_id, file_no, row_no, line_no) VALUES (9999, 1, 2, 2)").update();
		load(csv("bank_holidays", "date,title\n2021-12-27,Christmas Day\n"));
		assertThat(rows("staged_bank_holidays")).isZero();
		assertThat(this.database.sql().sql("SELECT state FROM loads WHERE id = 9999").query(String.class).single()).isEqualTo("died");
	}

	@Test
	void columnsThatAFileLeavesOutStayAsTheyAre() {
		load(plan());
		var outcome = load(csv("actions", "authority,plan,section,ref,action,lead\nX99000001,SIP,1,1.1,Do this,Head of Service\n"));
		assertThat(outcome.getFirst().problems()).isEmpty();
		assertThat(this.database.sql().sql("SELECT due_on FROM actions WHERE `lead` = 'Head of Service'").query(String.class).single())
			.isEqualTo("2021-06-30");
	}

	@Test
	void theExamplesOfTheGuideLoad() {
		var files = Arrays.stream(TrackerTable.values())
			.filter((table) -> table != TrackerTable.KPI_GROUPS)
			.map((table) -> csv(table.tableName(), DataGuideTests.example(table)))
			.toArray(Path[]::new);
		assertThat(load(files)).flatExtracting(LoadedFile::problems).isEmpty();
	}

	@Test
	void twoLoadsAtOnceDoNotMix() throws Exception {
		load(plan());
		var first = csv("a/kpi_values", values(2001));
		var second = csv("b/kpi_values", values(2011));
		var other = Thread.startVirtualThread(() -> load(first));
		load(second);
		other.join();
		assertThat(rows("kpi_values")).isEqualTo(240);
	}

	private static String values(int from) {
		var text = new StringBuilder("authority,kpi,period_end,value\n");
		for (int month = 0; month < 120; month++) {
			text.append("X99000001,cla,%s,%d\n".formatted(java.time.YearMonth.of(from, 1).plusMonths(month).atEndOfMonth(), month));
		}
		return text.toString();
	}

	private Path[] plan() {
		return new Path[] { csv("authorities", Trackers.AUTHORITIES), csv("plans", Trackers.PLANS), csv("sections", Trackers.SECTIONS),
				csv("kpis", Trackers.KPIS), csv("actions", Trackers.ACTIONS) };
	}

	private Path csv(String table, String text) {
		return Trackers.csv(this.folder, table, text);
	}

	private List<LoadedFile> load(Path... files) {
		return this.database.bean(TrackerImport.class).load(List.of(files), false, Progress.NONE);
	}

	private long rows(String table) {
		return this.database.sql().sql("SELECT COUNT(*) FROM " + table).query(Long.class).single();
	}

}

package org.packhorse.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.ImportFiles;
import org.packhorse.OnEveryDatabase;
import org.packhorse.Published;
import org.packhorse.SmallCouncil;
import org.packhorse.TestDatabase;
import org.packhorse.plan.Inspection;
import org.packhorse.plan.Inspections;
import org.packhorse.tracker.Progress;
import org.packhorse.tracker.TrackerImport;
import org.packhorse.writer.PackFormat;

import static org.assertj.core.api.Assertions.assertThat;

/// An inspection's deadlines, its findings, and whether the plan answers them, as they were known at a date.
@OnEveryDatabase
class InspectionTests {

	private static final LocalDate JUNE = LocalDate.of(2023, 6, 30);

	private final TestDatabase database;

	@TempDir
	private Path folder;

	InspectionTests(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void load() {
		this.database.clear();
		SmallCouncil.files(this.folder.resolve("council")).into(this.database);
	}

	/// Stockton's report was published on 9 May 2023; its council's minutes say that the plan was due by 16 August.
	@Test
	void finalPlanIsDueSeventyWorkingDaysAfterTheReportOfStockton() throws Exception {
		holidays();
		inspection("published_on", "2023-05-09");
		assertThat(statement()).contains("Final action plan due 16 August 2023, 70 working days from 9 May 2023. The day of receipt is not on file: the days are counted from publication.",
				"Draft action plan due 7 June 2023, 20 working days from 9 May 2023.");
	}

	@Test
	void dayStatedInTheLetterWins() throws Exception {
		holidays();
		inspection("published_on,received_on,final_due_on", "2023-05-09,2023-05-02,2023-08-14");
		assertThat(statement()).contains("Final action plan due 14 August 2023, as the letter states; 70 working days from 2 May 2023 would be 10 August 2023.");
	}

	@Test
	void yearsWithoutBankHolidaysAreNamedAndTheStatedDayStillCounts() throws Exception {
		inspection("received_on,final_due_on", "2023-05-09,2023-08-16");
		assertThat(statement()).contains("Final action plan due 16 August 2023, as the letter states; it could not be checked. The bank holidays of 2023 are not on file",
				"Draft action plan: the day is not known. The bank holidays of 2023 are not on file");
	}

	@Test
	void findingThatNoSectionAnswersIsSaidAndSoAreSectionsThatAnswerNone() throws Exception {
		inspection("received_on", "2023-05-09");
		findings("X,1,The front door,P1,1\nX,2,Reviews of plans,,\nX,10,Oversight,P1,1\n");
		assertThat(statement()).contains("No 1 finding of 3 has no section that answers it: finding 2.",
				"No section of the plan answers this finding, so there is no progress to state.",
				"One section answers no finding of this inspection and is in the plan for other reasons: section 2, Permanence.",
				"Answers: finding 1 and finding 10.", "Answers: no finding of the inspection.");
	}

	@Test
	void whatHappensLaterIsNotSeen() {
		inspection("received_on,published_on,draft_sent_on", "2023-05-09,2023-07-04,2023-07-05");
		assertThat(asAt("2023-05-08")).isEmpty();
		assertThat(asAt("2023-05-09")).singleElement().satisfies(one -> {
			assertThat(one.publishedOn()).isNull();
			assertThat(one.draftSentOn()).isNull();
		});
		assertThat(asAt("2023-07-05")).singleElement().satisfies(one -> assertThat(one.draftSentOn()).isEqualTo("2023-07-05"));
	}

	@Test
	void newestInspectionComesFirstAndItsFindingsInTheOrderInWhichPeopleCount() {
		new ImportFiles(this.folder.resolve("two")).csv("inspections", "authority,code,title,received_on\nX99000007,A,Older,2022-01-10\nX99000007,X,Newer,2023-05-09\n")
			.into(this.database);
		findings("X,10,Ten,,\nX,2,Two,,\n");
		assertThat(asAt("2023-06-30")).extracting(Inspection::title).containsExactly("Newer", "Older");
		assertThat(asAt("2023-06-30").getFirst().findings()).extracting(Inspection.Finding::no).containsExactly("2", "10");
	}

	@Test
	void inspectionOfNoDayAndSectionOfNoPlanAreRefused() {
		assertThat(problems("inspections", "authority,code,title\nX99000007,X,Undated\n")).contains("neither received_on nor published_on is given");
		inspection("received_on", "2023-05-09");
		assertThat(problems("findings", "authority,inspection,no,words,section\nX99000007,X,1,Front door,1\n")).contains("section '1' is of no plan");
		assertThat(problems("findings", "authority,inspection,no,words,plan,section\nX99000007,X,1,Front door,P1,77\n")).contains("77");
	}

	private String problems(String table, String text) {
		var loaded = this.database.bean(TrackerImport.class).load(new ImportFiles(this.folder.resolve("bad")).csv(table, text).files(), true, Progress.NONE);
		return loaded.getFirst().problems().toString();
	}

	private List<Inspection> asAt(String date) {
		return this.database.bean(Inspections.class).asAt(SmallCouncil.CODE, LocalDate.parse(date));
	}

	private void inspection(String columns, String values) {
		new ImportFiles(this.folder.resolve("inspection")).csv("inspections", "authority,code,title,%s\nX99000007,X,Inspection of May,%s\n".formatted(columns, values))
			.into(this.database);
	}

	private void findings(String rows) {
		new ImportFiles(this.folder.resolve("findings"))
			.csv("findings", "authority,inspection,no,words,plan,section\n" + rows.lines().map(row -> "X99000007," + row + "\n").collect(Collectors.joining()))
			.into(this.database);
	}

	private void holidays() throws IOException {
		var rows = Files.readString(Path.of("src/test/resources/calendar/bank-holidays-england.csv")).lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n"));
		new ImportFiles(this.folder.resolve("holidays")).csv("bank_holidays", rows + "\n").into(this.database);
	}

	private String statement() {
		var request = Published.in(Published.request(SmallCouncil.CODE, "ofsted-statement", JUNE, this.folder.resolve("out")), PackFormat.HTML);
		return Jsoup.parse(new String(Published.file(Published.make(this.database, request).edition(), PackFormat.HTML), StandardCharsets.UTF_8)).text();
	}

}

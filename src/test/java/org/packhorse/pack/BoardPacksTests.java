package org.packhorse.pack;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.packhorse.ImportFiles;
import org.packhorse.Published;
import org.packhorse.SmallCouncil;
import org.packhorse.TestDatabase;
import org.packhorse.TestDatabases;
import org.packhorse.writer.PackFormat;
import org.packhorse.writer.pdf.PdfUa;

import static org.assertj.core.api.Assertions.assertThat;

/// What the board's pack, the six-month review and the service tracker say, and what they say of what is missing.
class BoardPacksTests {

	private static final LocalDate JUNE = LocalDate.of(2021, 6, 30);

	private static TestDatabase database;

	@TempDir
	private Path folder;

	@BeforeAll
	static void open() {
		database = TestDatabases.h2();
	}

	@AfterAll
	static void close() {
		database.close();
	}

	@BeforeEach
	void startWithACouncilAlone() {
		database.clear();
		tables("council").csv("authorities", "code,name\nX99000007,Testingham\n").into(database);
	}

	@ParameterizedTest
	@ValueSource(strings = { "improvement-board", "dfe-review", "service-tracker" })
	void councilWithoutAnythingGetsSentencesNotHoles(String pack) throws Exception {
		assertThat(page(pack)).contains("No improvement plan is on file for Testingham.", "No meeting is on file for this pack",
				"No earlier meeting is on file, so that there is nothing to follow up.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "improvement-board", "dfe-review" })
	void wordsThatNobodyWroteAreNamed(String pack) throws Exception {
		assertThat(page(pack)).contains("No words are on file for the part “director”.",
				"has not been written: no words are on file for the part “director”.", "No risk is on file.", "No judgement of inspectors is on file.",
				"No rating is set by hand.", "Every complete action has recent evidence.",
				"No indicator has the topic “workforce”: write it in the column topic of the table kpis.",
				"No indicator has the topic “audit”: write it in the column topic of the table kpis.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "improvement-board", "dfe-review", "service-tracker" })
	void planWithoutSectionsIsSaidToHaveNone(String pack) throws Exception {
		tables("plan").csv("plans", "authority,code,title,approved_on\nX99000007,P1,Improvement plan,2021-01-01\n").into(database);
		assertThat(page(pack)).containsPattern("The plan has no sections yet\\.|The plan has no actions yet: load them, and each lead gets a page\\.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "improvement-board", "dfe-review", "service-tracker" })
	void dayBeforeAnythingWasReportedIsShown(String pack) throws Exception {
		SmallCouncil.files(this.folder.resolve("small")).into(database);
		boards();
		assertThat(page(pack, LocalDate.of(2021, 1, 2))).containsIgnoringCase("nothing").contains("2 January 2021");
	}

	@ParameterizedTest
	@ValueSource(strings = { "improvement-board", "dfe-review" })
	void indicatorWithoutPolarityHasNoColourAndSaysWhy(String pack) throws Exception {
		SmallCouncil.files(this.folder.resolve("small")).into(database);
		assertThat(page(pack)).contains("neither higher nor lower is better, so it has no colour");
	}

	@Test
	void reviewWithoutAnEarlierOneHasNothingToCompareWith() throws Exception {
		SmallCouncil.files(this.folder.resolve("small")).into(database);
		assertThat(page("dfe-review")).contains("No earlier review is on file: write its day into the table meetings", "Last review None is on file",
				"No inspection is on file");
	}

	/// On 31 May 1.2 was amber and 2.1 on track; on 30 June 1.2 is overdue, 2.1 complete. 1.3 was due on 30 September, then on 31 October.
	@Test
	void reviewTellsWhatChangedSinceTheLastOneThoughNoEditionWasMadeThen() throws Exception {
		SmallCouncil.files(this.folder.resolve("small")).into(database);
		boards();
		var page = page("dfe-review");
		assertThat(page).contains("What is known on 30 June 2021 against what was known on 31 May 2021, by the rules in force now.");
		assertThat(page).containsPattern("1\\.2 worse \\S+ Amber to \\S+ Red Overdue by 30 days").containsPattern("2\\.1 closed \\S+ Green to \\S+ Complete");
	}

	/// 1.3 was first due on 30 April 2021 and is now due on 31 October 2021: 184 days.
	@Test
	void reviewMeasuresSlippageFromTheDateFirstAgreed() throws Exception {
		SmallCouncil.files(this.folder.resolve("small")).into(database);
		assertThat(page("dfe-review")).containsPattern("1\\.3 \\S+ Amber Train managers Head of Service 30 April 2021 31 October 2021 184 days moved twice");
	}

	/// 88% in April, the last period that had ended by 4 May; 77 of 90 is 85.6% in May: worse, for more is better.
	@Test
	void reviewSetsIndicatorsBesideTheInspectionAndTheLastReview() throws Exception {
		SmallCouncil.files(this.folder.resolve("small")).into(database);
		boards();
		tables("judgements").csv("judgements", "authority,published_on,domain,judgement\nX99000007,2021-05-04,Overall,Inadequate\n"
				+ "X99000007,2018-03-02,Overall,Good\nX99000007,2018-03-02,Leaders,Good\n").into(database);
		assertThat(page("dfe-review")).contains("Assessments in time 88.0% Apr 2021 ▼ worse now 85.6% May 2021 85.6% May 2021 90.0% ▲ Amber 4.4 percentage points below target",
				"Published 2 March 2018 Published 4 May 2021", "Leaders Good not judged apart", "Overall Good Inadequate");
	}

	@Test
	void boardFollowsUpWhatItAskedFor() throws Exception {
		SmallCouncil.files(this.folder.resolve("small")).into(database);
		boards();
		assertThat(page("improvement-board")).contains("Decided on 1 June 2021 1: The plan is accepted.",
				"2 1 June 2021 Bring the audit. Head of Service 25 June 2021 ◆ Overdue", "Ask what became of minute 2: it was due and is not closed.",
				"Consider risk R1, which scores 15 or more.", "The reds need help. Chair, 29 June 2021.",
				"What the board wants to know Why so slow?", "Hear the deep dive into “Front door”.");
	}

	/// The deep dive is asked for by the run, so that it has no question.
	@Test
	void deepDiveThatTheRunAsksForIsIntoThatSection() throws Exception {
		SmallCouncil.files(this.folder.resolve("small")).into(database);
		var asked = Published.request("X99000007", "improvement-board", JUNE, this.folder.resolve("out"));
		var request = new PackRequest(asked.authority(), asked.pack(), asked.asAt(), List.of(PackFormat.HTML), null, false, List.of("2"), asked.store(),
				asked.requestedBy());
		assertThat(text(Published.file(Published.make(database, request).edition(), PackFormat.HTML))).contains("Deep dive: Permanence",
				"No question is on file: what should the board look into in this section?").doesNotContain("Deep dive: Front door");
	}

	@Test
	void refsOnTheChairsPageLeadToTheirActions() throws Exception {
		SmallCouncil.files(this.folder.resolve("small")).into(database);
		Published.make(database, Published.request("X99000007", "improvement-board", LocalDate.of(2021, 5, 31), this.folder.resolve("out")));
		var html = parsed(file("improvement-board", PackFormat.HTML));
		var link = html.selectFirst("a[href^=#actions]:contains(1.2)");
		assertThat(link).isNotNull();
		assertThat(html.getElementById(link.attr("href").substring(1)).text()).contains("Audit contacts");
	}

	@Test
	void topicsHavePagesOfTheirOwn() throws Exception {
		SmallCouncil.files(this.folder.resolve("small")).into(database);
		tables("topics").csv("kpis", "code,title,unit,topic\nK1,Assessments in time,percent,workforce\n").into(database);
		for (var pack : List.of("improvement-board", "dfe-review")) {
			assertThat(page(pack)).contains("Indicators: workforce").doesNotContain("No indicator has the topic “workforce”");
		}
	}

	/// On 30 June 1.2 is 30 days overdue; 1.3 was moved twice; 2.1 is complete with evidence; the last word on 2.2 is of 28 May, 33 days ago.
	@Test
	void trackerSaysWhatIsAskedOfEachLead() throws Exception {
		SmallCouncil.files(this.folder.resolve("small")).into(database);
		assertThat(page("service-tracker")).contains("Overdue by 30 days: say when it will be done.", "Date moved twice.",
				"Nothing reported for more than 28 days: report.").doesNotContain("Complete without recent evidence: file it.");
	}

	@Test
	void trackersLeadsHaveSheetsWithTheSoonestFirstWhateverTheirNames() throws Exception {
		SmallCouncil.files(this.folder.resolve("small")).into(database);
		var rows = Stream.of("Overdue", "History", "Head: [Care] / \\*?", "'Quoted'", "Cover", "The same very long name of a post in a council A",
				"The same very long name of a post in a council B", "")
			.map(lead -> "X99000007,P1,1,L%1$d,Later of %1$d,%2$s,2021-12-31\nX99000007,P1,1,S%1$d,Sooner of %1$d,%2$s,2021-07-%3$02d\n"
				.formatted(Math.floorMod(lead.hashCode(), 10000), lead, 1 + Math.floorMod(lead.hashCode(), 20)));
		tables("leads").csv("actions", "authority,plan,section,ref,action,lead,due_on\n" + String.join("", rows.toList())).into(database);
		try (var book = new XSSFWorkbook(new ByteArrayInputStream(file("service-tracker", PackFormat.XLSX)))) {
			var names = Stream.of("Overdue 2", "Sheet History", "Head Care", "Quoted", "Cover 2", "No lead named");
			assertThat(names.map(book::getSheet)).doesNotContainNull().allSatisfy(sheet -> {
				assertThat(cell(sheet, 4, 1)).startsWith("Sooner");
				assertThat(cell(sheet, 5, 1)).startsWith("Later");
			});
			assertThat(book.sheetIterator()).toIterable().extracting(Sheet::getSheetName).doesNotHaveDuplicates()
				.filteredOn(name -> name.startsWith("The same very long")).hasSize(2);
			assertThat(book.getSheet("All actions").getLastRowNum()).as("heading in row 4, then 7 actions and 16 more").isEqualTo(3 + 7 + 16);
		}
	}

	/// Meetings, and what a board and a review have before them.
	private void boards() {
		tables("boards")
			.csv("bodies", "authority,code,title\nX99000007,CIB,Improvement Board\nX99000007,DFE,Review\nX99000007,READINESS,Readiness meeting\n")
			.csv("meetings", "authority,body,meets_on\nX99000007,CIB,2021-06-01\nX99000007,CIB,2021-07-06\nX99000007,DFE,2021-05-31\n")
			.csv("narratives", "authority,body,part,reported_on,words,post\nX99000007,CIB,chair,2021-06-29,The reds need help.,Chair\n")
			.csv("decisions", """
					authority,body,met_on,no,kind,words,lead,due_on
					X99000007,CIB,2021-06-01,1,decision,The plan is accepted.,,
					X99000007,CIB,2021-06-01,2,action,Bring the audit.,Head of Service,2021-06-25
					""")
			.csv("deep_dives", "authority,body,meets_on,plan,section,question\nX99000007,CIB,2021-07-06,P1,1,Why so slow?\n")
			.csv("risks", "authority,ref,reported_on,risk,likelihood,impact\nX99000007,R1,2021-06-20,Workers leave,4,5\n")
			.into(database);
	}

	private String page(String pack) throws Exception {
		return page(pack, JUNE);
	}

	/// The pack's words as its page shows them; the other formats are written without fault too.
	private String page(String pack, LocalDate asAt) throws Exception {
		var made = Published.make(database, Published.request("X99000007", pack, asAt, this.folder.resolve("out")));
		assertThat(made.notRendered()).isEmpty();
		assertThat(PdfUa.faults(Published.file(made.edition(), PackFormat.PDF))).isEmpty();
		return text(Published.file(made.edition(), PackFormat.HTML));
	}

	private byte[] file(String pack, PackFormat format) {
		var request = Published.in(Published.request("X99000007", pack, JUNE, this.folder.resolve("out")), format);
		return Published.file(Published.make(database, request).edition(), format);
	}

	private static String text(byte[] html) {
		return parsed(html).text();
	}

	private static Document parsed(byte[] html) {
		return Jsoup.parse(new String(html, StandardCharsets.UTF_8));
	}

	private static String cell(Sheet sheet, int row, int column) {
		return sheet.getRow(row).getCell(column).getStringCellValue();
	}

	private ImportFiles tables(String name) {
		return new ImportFiles(this.folder.resolve(name));
	}

}

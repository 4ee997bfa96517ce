package org.packhorse.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.ImportFiles;
import org.packhorse.Published;
import org.packhorse.SmallCouncil;
import org.packhorse.TestDatabase;
import org.packhorse.TestDatabases;
import org.packhorse.writer.NotRendered;
import org.packhorse.writer.pdf.PdfAsText;
import org.packhorse.writer.pdf.PdfUa;
import org.packhorse.writer.word.WordFileAsText;

import static org.assertj.core.api.Assertions.assertThat;

/// Whatever a council's tables hold, or lack, the board's pack is written in every format, and what is missing is said.
class HardContentsTests {

	private static final LocalDate JUNE = LocalDate.of(2021, 6, 30);

	private static TestDatabase database;

	@TempDir
	private Path folder;

	private List<NotRendered> notRendered = List.of();

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

	@Test
	void councilWithoutAPlanIsSaidToHaveNone() throws Exception {
		assertThat(page()).contains("No improvement plan is on file for Testingham.", "There are no sections to show.", "No indicator is linked here.",
				"No action is red, and none is amber for the second edition running.", "No rating is set by hand.");
	}

	@Test
	void planWithoutSectionsIsSaidToHaveNone() throws Exception {
		plan();
		assertThat(page()).contains("The plan has no sections yet.");
	}

	@Test
	void sectionWithoutActionsIsSaidToHaveNone() throws Exception {
		section();
		assertThat(page()).contains("There are no actions here.", "No evidence has been reported for this section.",
				"The three questions have not been answered for this section.", "No lead is named");
	}

	@Test
	void oneActionIsCountedAsOne() throws Exception {
		section();
		actions("X99000007,P1,1,1,Write the plan,,,2021-12-31\n");
		assertThat(page()).contains("No lead named", "not reported").doesNotContain("1 actions").doesNotContain("1 indicators");
	}

	@Test
	void ratingSetByHandIsExplainedBeforeWhatTheRulesSay() throws Exception {
		SmallCouncil.files(this.folder.resolve("small")).into(database);
		assertThat(page()).containsPattern("Amber Set to amber by Head of Care, approved by Director of Children's Services from 15 June 2021 "
				+ "until 31 July 2021: Two workers have left\\. By the rules: \\S+ Green On track: ").doesNotContain("The colour was set by hand");
	}

	@Test
	void editionInWhichNothingGotWorseSaysSo() throws Exception {
		section();
		make(request());
		var july = Published.request("X99000007", "improvement-board", LocalDate.of(2021, 7, 31), this.folder.resolve("out"));
		assertThat(Jsoup.parse(text(make(july).get("testingham-improvement-board-2021-07-31.html"))).text())
			.contains("No action and no indicator is rated worse than in the edition as at 30 June 2021.")
			.doesNotContain("Newly");
	}

	@Test
	void fourHundredActionsAreAllThere() throws Exception {
		section();
		var rows = new StringBuilder();
		IntStream.rangeClosed(1, 400).forEach(i -> rows.append("X99000007,P1,1,A%d,Action number %1$d of the plan,Head of Service,,2021-12-31\n".formatted(i)));
		actions(rows.toString());
		assertThat(page()).contains("Action number 1 of the plan", "Action number 400 of the plan");
	}

	@Test
	void indicatorsWithoutTargetPolarityOrReadingSaySo() throws Exception {
		section();
		indicators();
		assertThat(page()).contains("no target", "withheld (small number)", "no figure");
	}

	@Test
	void wordsOfThreeHundredLettersFit() throws Exception {
		section();
		var word = "Llanfair".repeat(38).substring(0, 300);
		actions("X99000007,P1,1,%s,%s,%s,,2021-12-31\n".formatted("R".repeat(40), word, word));
		assertThat(page()).contains(word);
	}

	@Test
	void wordsThatLookLikeFormulasOrMarkupStayWords() throws Exception {
		section();
		actions("""
				X99000007,P1,1,1,=SUM(A1:A9),=cmd|'/c calc'!A1,,2021-12-31
				X99000007,P1,1,2,<b>&amp;</b> <script>alert(1)</script> ${authority.name} <#list plans as p>,+1,,2021-12-31
				X99000007,P1,1,3,"]]></paragraph> ""quoted"" 'single' {{x}} %s %n",@here,,2021-12-31
				""");
		assertThat(page()).contains("=SUM(A1:A9)", "=cmd|'/c calc'!A1", "<b>&amp;</b> <script>alert(1)</script> ${authority.name} <#list plans as p>",
				"]]></paragraph> \"quoted\" 'single' {{x}} %s %n");
	}

	@Test
	void namesOfManyLanguagesAreKept() throws Exception {
		section();
		actions("""
				X99000007,P1,1,1,Cyfeirio at Wrthdŵr ac Ŷnys,Pennaeth Gwasanaeth (Ŵy),,2021-12-31
				X99000007,P1,1,2,Zażółć gęślą jaźń,Łukasz ńŻ,,2021-12-31
				X99000007,P1,1,3,العربية مع 12 رقم,رئيس الخدمة,,2021-12-31
				X99000007,P1,1,4,Ünïcödé – “quotes” … ½ €,"Tab\there",,2021-12-31
				""");
		assertThat(page()).contains("Cyfeirio at Wrthdŵr ac Ŷnys", "Zażółć gęślą jaźń", "العربية مع 12 رقم");
		assertThat(this.notRendered).isEmpty();
	}

	@Test
	void councilWithAHardNameGivesGoodFileNames() throws Exception {
		tables("names").csv("authorities", "code,name\nX99000007,\"Llŷn / St. Ann's & Ør, \"\"North\"\"\"\n").into(database);
		section();
		assertThat(make(request()).keySet()).contains("llyn-st-ann-s-r-north-improvement-board-2021-06-30.pdf");
	}

	@Test
	void draftSaysSoOnEveryPage() throws Exception {
		SmallCouncil.files(this.folder.resolve("small")).into(database);
		var files = make(Published.draft(request()));
		assertThat(WordFileAsText.of(files.get("testingham-improvement-board-2021-06-30.docx"))).containsPattern("header: .*DRAFT");
		var pdf = PdfAsText.of(files.get("testingham-improvement-board-2021-06-30.pdf"));
		var pages = pdf.lines().filter(line -> line.matches("page \\d+ .*DRAFT.*")).map(line -> line.split(" ")[1]).distinct().count();
		var last = pdf.lines().filter(line -> line.matches("page \\d+ .*")).mapToInt(line -> Integer.parseInt(line.split(" ")[1])).max().orElseThrow();
		assertThat(pages).isEqualTo(last);
		assertThat(Jsoup.parse(text(files.get("testingham-improvement-board-2021-06-30.html"))).text()).contains("Draft");
		assertThat(PdfUa.faults(files.get("testingham-improvement-board-2021-06-30.pdf"))).isEmpty();
	}

	/// The pack's words as its page shows them; every other format is written and read too.
	private String page() throws Exception {
		var files = make(request());
		assertThat(files).hasSize(6);
		var html = files.get("testingham-improvement-board-2021-06-30.html");
		var pdf = files.get("testingham-improvement-board-2021-06-30.pdf");
		assertThat(PdfUa.faults(pdf)).isEmpty();
		return Jsoup.parse(text(html)).text();
	}

	private Map<String, byte[]> make(PackRequest request) throws IOException {
		var made = Published.make(database, request);
		var edition = made.edition();
		this.notRendered = made.notRendered();
		assertThat(database.bean(Verification.class).verify(edition.path()).faults()).isEmpty();
		assertThat(database.bean(DeepVerification.class).verify(edition.path()).faults()).isEmpty();
		return Published.files(edition.path());
	}

	private PackRequest request() {
		return Published.request("X99000007", "improvement-board", JUNE, this.folder.resolve("out"));
	}

	private void plan() {
		tables("plan").csv("plans", "authority,code,title,approved_on\nX99000007,P1,Improvement plan,2021-01-01\n").into(database);
	}

	private void section() {
		plan();
		tables("section").csv("sections", "authority,plan,no,title\nX99000007,P1,1,Front door\n").into(database);
	}

	private void actions(String rows) {
		tables("actions").csv("actions", "authority,plan,section,ref,action,lead,starts_on,due_on\n" + rows).into(database);
	}

	private void indicators() {
		tables("kpis").csv("kpis", """
				code,title,unit,polarity
				A,No polarity,count,
				B,No target,percent,higher
				C,No reading,days,lower
				D,Withheld,"rate per 10,000",lower
				E,Within a band,ratio,within
				""")
			.csv("section_kpis", "authority,plan,section,kpi\n" + "A B C D E".replaceAll("(\\w) ?", "X99000007,P1,1,$1\n"))
			.csv("kpi_targets", "authority,kpi,applies_from,target,low,high\nX99000007,C,2021-01-01,10,,\nX99000007,D,2021-01-01,40,,\n"
					+ "X99000007,E,2021-01-01,,1,2\n")
			.csv("kpi_values", "authority,kpi,period_end,value\nX99000007,A,2021-05-31,7\nX99000007,B,2021-05-31,50\nX99000007,D,2021-04-30,x\n"
					+ "X99000007,D,2021-05-31,c\nX99000007,E,2021-05-31,3\n")
			.into(database);
	}

	private ImportFiles tables(String name) {
		return new ImportFiles(this.folder.resolve(name));
	}

	private static String text(byte[] file) {
		return new String(file, StandardCharsets.UTF_8);
	}

}

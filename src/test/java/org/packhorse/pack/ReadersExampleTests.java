package org.packhorse.pack;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.ExamplePack;
import org.packhorse.ImportFiles;
import org.packhorse.Published;
import org.packhorse.TestDatabase;
import org.packhorse.TestDatabases;
import org.packhorse.writer.PackFormat;
import org.packhorse.writer.pdf.PdfAsText;
import org.packhorse.writer.word.WordFileAsText;

import static org.assertj.core.api.Assertions.assertThat;

/// What councillors, inspectors and the adviser find in their packs of the example council.
class ReadersExampleTests {

	private static TestDatabase database;

	@TempDir
	private static Path store;

	private static final Map<String, Edition> MADE = new HashMap<>();

	@BeforeAll
	static void load() {
		database = TestDatabases.h2();
		ImportFiles.of(Path.of("report-templates/improvement-board/sample")).into(database);
	}

	@AfterAll
	static void close() {
		MADE.clear();
		database.close();
	}

	@Test
	void panelReadsHowFarEachMeasureIsFromItsTargetInWords() throws Exception {
		assertThat(row(page("scrutiny-panel"), "Measures of section 1", "Re-referrals within 12 months"))
			.containsSubsequence("19.4%", "20.0%", "0.6 percentage points below target", "than a year ago", "England: 22.6% (Mar 2025)");
	}

	@Test
	void panelReadsWhatCameOfItsRecommendations() throws Exception {
		var page = page("scrutiny-panel");
		assertThat(row(page, "Recommendations and requests", "5 March 2026, 4")).endsWith("Decided.");
		assertThat(row(page, "Recommendations and requests", "4 December 2025, 6")).contains("Overdue", "It was due on 5 March 2026.");
		assertThat(row(page, "Recommendations and requests", "4 December 2025, 5")).contains("Done on 5 March 2026. Presented by the young people's panel.");
	}

	@Test
	void panelIsGivenTenQuestionsAtMostThatFollowFromFacts() throws Exception {
		var section = page("scrutiny-panel").getElementById("questions");
		var questions = section.closest("section").select("ol > li").eachText();
		assertThat(questions).hasSizeBetween(5, 10).allMatch(question -> question.contains("?"));
		assertThat(questions).anyMatch(question -> question.startsWith("The actions of “Care leavers and pathway plans” look well and its measures do not."))
			.anyMatch(question -> question.contains("Nothing has been reported on 3 actions for too long."));
	}

	/// Codes such as S2.03 and IRO02 are names of actions and indicators.
	@Test
	void everyShortFormThatThePanelReadsIsInItsGlossary() throws Exception {
		var page = page("scrutiny-panel");
		var glossary = table(page, "Words and short forms");
		var terms = glossary.select("tbody th").eachText().toString();
		glossary.remove();
		var forms = new LinkedHashSet<String>();
		Pattern.compile("(?<![\\p{L}\\p{N}.])[A-Z]{2,}(?![\\p{L}\\p{N}.])").matcher(page.select("main").text()).results().forEach(found -> forms.add(found.group()));
		assertThat(forms).allSatisfy(form -> assertThat(terms).contains(form));
	}

	@Test
	void panelIsToldThatSmallNumbersAreWithheld() throws Exception {
		var text = page("scrutiny-panel").text();
		assertThat(text).contains("Where only a few children are counted, a figure could point to one of them.", "withheld (small number)");
		assertThat(row(page("scrutiny-panel"), "Measures that no section is judged by", "Children looked after placed for adoption (own)")).doesNotContain(" 5 ");
	}

	@Test
	void statementShowsWhichSectionAnswersWhichFindingAndWhichAnswersNone() throws Exception {
		var page = page("ofsted-statement");
		assertThat(row(page, "Findings and the sections that answer them", "8")).contains("8 A council that backs its children's services");
		assertThat(page.text()).contains("Each of the 8 findings has a section that answers it.",
				"One section answers no finding of this inspection and is in the plan for other reasons: section 9, The safeguarding partnership.");
	}

	@Test
	void dateStatedInTheLetterWinsAndTheCountedOneIsItsCheck() throws Exception {
		var page = page("ofsted-statement");
		var deadlines = "Deadlines after Inspection of local authority children's services, January 2025 (fictional)";
		assertThat(row(page, deadlines, "Draft action plan"))
			.contains("Draft action plan due 7 February 2025, as the letter states; 20 working days from 13 January 2025 would be 10 February 2025.", "Sent 7 February 2025");
		assertThat(row(page, deadlines, "Final action plan"))
			.contains("Final action plan due 23 April 2025, as the letter states, which is 70 working days from 13 January 2025.", "Sent 20 March 2025");
	}

	@Test
	void draftStatementSaysSoOnItsCoverAndEveryPage() throws Exception {
		var draft = Published.make(database, Published.draft(Published.in(request("ofsted-statement"), PackFormat.DOCX, PackFormat.HTML))).edition();
		assertThat(html(draft).select("h1").text()).isEqualTo("Draft statement of action");
		assertThat(WordFileAsText.of(Published.file(draft, PackFormat.DOCX))).containsPattern("header: .*DRAFT");
	}

	@Test
	void adviserGetsTwoPages() throws Exception {
		var pages = PdfAsText.of(Published.file(edition("adviser-update"), PackFormat.PDF)).lines().filter(line -> line.matches("page \\d+ .*"))
			.map(line -> line.split(" ")[1]).distinct().toList();
		assertThat(pages).containsExactly("1", "2");
	}

	@Test
	void adviserReadsWhatChangedSinceTheLastMeetingWorstFirst() throws Exception {
		var page = page("adviser-update");
		assertThat(page.text()).contains("compared with what was known on 18 February 2026", "Since 18 February 2026: 11 worse, 13 better, 3 closed, 0 new, 1 date moved");
		var caption = page.select("caption").eachText().stream().filter(words -> words.startsWith("Got worse")).findFirst().orElseThrow();
		assertThat(caption).isEqualTo("Got worse, worst first: the first 4, and 7 more in the board's pack");
		assertThat(table(page, caption).select("tbody tr").eachText()).hasSize(4).allMatch(words -> words.contains("Red"));
		assertThat(row(page, "Dates that moved, the longest slip first", "S3.06")).contains("1 May 2026", "27 August 2026", "118");
	}

	@Test
	void adviserChoosesTheDay() throws Exception {
		var since = Published.since(Published.in(request("adviser-update"), PackFormat.HTML), LocalDate.of(2025, 12, 31));
		assertThat(html(Published.make(database, since).edition()).text()).contains("compared with what was known on 31 December 2025", "Since 31 December 2025:");
	}

	private static PackRequest request(String pack) {
		return Published.request(ExamplePack.COUNCIL, pack, ExamplePack.AS_AT, store);
	}

	private static Edition edition(String pack) {
		return MADE.computeIfAbsent(pack, name -> Published.make(database, Published.in(request(name), PackFormat.HTML, PackFormat.PDF)).edition());
	}

	private static Document page(String pack) {
		return html(edition(pack));
	}

	private static Document html(Edition edition) {
		return Jsoup.parse(new String(Published.file(edition, PackFormat.HTML), StandardCharsets.UTF_8));
	}

	private static Element table(Document page, String caption) {
		return page.select("table").stream().filter(table -> table.select("caption").text().equals(caption)).findFirst()
			.orElseThrow(() -> new AssertionError("no table '%s' among %s".formatted(caption, page.select("caption").eachText())));
	}

	private static String row(Document page, String caption, String header) {
		var rows = new ArrayList<String>();
		for (Element row : table(page, caption).select("tbody tr")) {
			if (row.select("th").text().startsWith(header)) {
				rows.add(row.text());
			}
		}
		return String.join(" | ", rows.isEmpty() ? List.of("no row " + header) : rows);
	}

}

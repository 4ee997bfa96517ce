package org.packhorse.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.Published;
import org.packhorse.SmallCouncil;
import org.packhorse.TestDatabase;
import org.packhorse.TestDatabases;
import org.packhorse.TestHome;
import org.packhorse.run.PackRuns;
import org.packhorse.writer.PackFormat;
import org.packhorse.writer.pdf.PdfUa;

import static org.assertj.core.api.Assertions.assertThat;

/// Three reports that councils published are made again from their facts: the same headings, labels, order and numbers, with other
/// words; and a council that the program has never heard of gets a form by files alone.
class ReportFormTests {

	private static final Path OUTLINES = Path.of("src/test/resources/org/packhorse/pack/forms");

	@TempDir
	private Path folder;

	@Test
	void stHelens2020() throws Exception {
		var report = new SmallReport().on("2020-02-26")
			.recommendations("decision,1,Approve the plan,\nnoting,1,The outcome,\n")
			.part("background", "a", "b", "c", "d", "e", "# The ILACS Action Plan", "f", "g", "h", "i", "j", "k")
			.part("financial", 2);
		same("st-helens-2020", report, LocalDate.of(2020, 2, 1));
	}

	@Test
	void stHelens2021() throws Exception {
		var report = new SmallReport().part("background", 4).part("conclusions", 8).appendices("1,Feedback letter\n");
		for (int priority : new int[] { 1, 2, 3, 4, 6 }) {
			report.field("priority-" + priority, "x");
		}
		same("st-helens-2021", report, LocalDate.of(2021, 7, 1));
	}

	@Test
	void sefton2021ForTwoBodies() throws Exception {
		var report = new SmallReport().on("2021-06-09")
			.also("2021-07-06")
			.recommendations("noting,1,This paper is for information.,CABINET\nnoting,2,Note the report.,PANEL\n")
			.field("background-heading", "Identified areas of Priority Action and areas of Improvement")
			.part("background", "Words.", "# Areas for priority action", "a", "# What needs to improve in this area of social work practice", "b",
					"# There were also a number of strengths identified", "c", "# In response to the visit, actions taken so far include", "d");
		var page = same("sefton-2021", report, LocalDate.of(2021, 6, 1));
		assertThat(page.select(".paired td").eachText()).startsWith("Cabinet", "9 June 2021", "Scrutiny Panel", "6 July 2021", "The plan");
		assertThat(page.text()).contains("Scrutiny Panel: Note the report.", "FD 1204/21", "LD.0873/21");
	}

	@Test
	void dateStandsAsTheFormWritesIt() {
		assertThat(page("st-helens-2020", new SmallReport().on("2020-02-26"), LocalDate.of(2020, 2, 1)).select(".letterhead").text())
			.isEqualTo("Testingham Cabinet Wednesday, 26 February 2020");
		assertThat(page("st-helens-2021", new SmallReport(), LocalDate.of(2021, 7, 1)).select(".letterhead").text()).isEqualTo("Testingham Cabinet 14 July 2021");
	}

	@Test
	void headingStandsAlsoWhereThereIsNothingToSay() {
		var page = page("st-helens-2021", new SmallReport().appendices("").part("background-papers"), LocalDate.of(2021, 7, 1));
		assertThat(page.select("section:has(> h2:contains(Background papers)) p").text()).isEqualTo("None");
		assertThat(page.select("section:has(> h2:contains(Appendices)) p").text()).isEqualTo("None");
		var sefton = page("sefton-2021", new SmallReport().appendices(""), LocalDate.of(2021, 7, 1));
		assertThat(sefton.text()).contains("There are no appendices to this report.", "There are no background papers available for inspection.",
				"Cleaner Greener: N/A");
	}

	@Test
	void exemptParagraphStaysOutAndItsPlaceSaysSo() {
		var report = new SmallReport().part("financial", "The cost is met.", "(exempt) The agency charges far too much.").part("legal", "(exempt) Counsel doubts it.");
		var page = page("st-helens-2021", report, LocalDate.of(2021, 7, 1));
		assertThat(page.text()).contains("The cost is met. 8.7.2 Further words under this heading are exempt from publication",
				"8.1.1 The words under this heading are exempt from publication", "Exempt Report In part", "Exempt under paragraph 3 of Schedule 12A")
			.doesNotContain("agency charges", "Counsel doubts");
	}

	@Test
	void anotherCouncilHasItsOwnFormByFilesAlone() {
		var home = TestHome.fresh("saltmarsh");
		var house = home.resolve("report-templates/houses/saltmarsh");
		TestHome.copy(Path.of("report-templates/houses/st-helens-2020/forms"), house.resolve("forms"));
		TestHome.write(house.resolve("house.yml"), "colours:\n  accent: \"0B4F6C\"\nfooter: \"Saltmarsh: {title}\"\n");
		replace(house.resolve("forms/cabinet-report.ftlx"), "Corporate Landlord Implications", "Flood and Tide Implications");
		var made = page(home, "saltmarsh", new SmallReport(), LocalDate.of(2021, 7, 1));
		assertThat(made.select("h2").eachText()).contains("8. Flood and Tide Implications").doesNotContain("8. Corporate Landlord Implications");
	}

	private static void replace(Path file, String from, String to) {
		try {
			TestHome.write(file, Files.readString(file).replace(from, to));
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	/// Numbers that Word could not count by itself would be reported as not rendered.
	private Element same(String house, SmallReport report, LocalDate asAt) throws Exception {
		var expected = Files.readAllLines(OUTLINES.resolve(house + ".txt")).stream().filter(line -> !line.startsWith("#")).map(String::strip).toList();
		try (var database = database(TestHome.fresh("form"), report)) {
			var made = make(database, house, asAt);
			assertThat(made.notRendered()).isEmpty();
			assertThat(PdfUa.faults(Published.file(made.edition(), PackFormat.PDF))).isEmpty();
			var page = html(made);
			assertThat(outline(page)).isEqualTo(expected);
			return page;
		}
	}

	private Element page(String house, SmallReport report, LocalDate asAt) {
		return page(TestHome.fresh("form"), house, report, asAt);
	}

	private Element page(Path home, String house, SmallReport report, LocalDate asAt) {
		try (var database = database(home, report)) {
			return html(make(database, house, asAt));
		}
	}

	private TestDatabase database(Path home, SmallReport report) {
		var database = TestDatabases.h2().home(home);
		report.files(this.folder.resolve("data")).into(database);
		return database;
	}

	private PackRuns.Made make(TestDatabase database, String house, LocalDate asAt) {
		var request = Published.request(SmallCouncil.CODE, "cabinet-report", asAt, this.folder.resolve("out-" + house));
		return Published.make(database, Published.in(house, request));
	}

	private static Element html(PackRuns.Made made) {
		return Jsoup.parse(new String(Published.file(made.edition(), PackFormat.HTML), StandardCharsets.UTF_8)).body();
	}

	/// The page's headings, labels and numbers in their order, each in a line.
	private static List<String> outline(Element page) {
		var lines = new ArrayList<String>();
		for (Element element : page.select("main :is(h2, h3, h4, h5, h6, .form th, p.numbered > .number, p:not(.numbered), ol)")) {
			switch (element.tagName()) {
				case "th" -> lines.add("label " + element.text() + (element.hasClass("statement") ? (" | " + element.nextElementSibling().text()).stripTrailing() : ""));
				case "span" -> lines.add("number " + element.text());
				case "ol" -> lines.add("list " + element.className());
				case "p" -> {
					if (element.text().startsWith("Cabinet is") || element.text().startsWith("The Cabinet") || element.text().startsWith("The recommendations within")) {
						lines.add("words " + element.text());
					}
				}
				default -> lines.add("heading " + element.text());
			}
		}
		return lines;
	}

}

package org.packhorse.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.packhorse.disclosure.DisclosureRule;
import org.packhorse.disclosure.Suppression;
import org.packhorse.kpi.Kpi;
import org.packhorse.kpi.KpiGroup;

import static org.assertj.core.api.Assertions.assertThat;

/// The council withholds 3 children missing, and for their sake 7,391 seen; 17.3 % (3 of 17.34 would be) of a share; 8,000 is shown.
class LeakSearchTests {

	private static final LocalDate PERIOD = LocalDate.of(2024, 6, 30);

	private static final Suppression SUPPRESSION = Suppression.of(DisclosureRule.defaults(), List.of(
			series("seen", "Children seen", Kpi.Unit.COUNT, "7391", null, null), series("missing", "Children missing", Kpi.Unit.COUNT, "3", null, null),
			series("all", "All children", Kpi.Unit.COUNT, "7394", null, null),
			series("late", "Visits within 12 weeks", Kpi.Unit.PERCENT, null, "4", "23")),
			List.of(new KpiGroup(KpiGroup.Kind.SUM, "all", "seen"), new KpiGroup(KpiGroup.Kind.SUM, "all", "missing")), List.of());

	@TempDir
	private Path folder;

	private final Map<String, String> word = new TreeMap<>(Map.of("word/document.xml",
			"<w:document><w:body w:rsid=\"00007391\"><w:p><w:r><w:t>All children: 7,394 on 30 June 2024.</w:t></w:r></w:p>"
					+ "<w:tbl><w:tr><w:tc w:w=\"7391\"><w:p><w:r><w:t>Children missing</w:t></w:r></w:p></w:tc>"
					+ "<w:tc><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>3 June 2024</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>",
			"word/charts/chart1.xml", "<c:chart><c:ser><c:tx><c:v>Children seen</c:v></c:tx><c:val><c:pt idx=\"3\"><c:v>8000</c:v></c:pt></c:val></c:ser></c:chart>",
			"docProps/core.xml", "<cp:coreProperties><dc:title>Pack</dc:title></cp:coreProperties>", "docProps/app.xml", "<Properties><Words>7391</Words></Properties>"));

	private final Map<String, String> excel = new TreeMap<>(Map.of("xl/workbook.xml", "<workbook><definedNames><definedName name=\"Board\">Cover!$A$1</definedName></definedNames></workbook>",
			"xl/sharedStrings.xml", "<sst><si><t>Children missing</t></si><si><t>x</t></si><si><t>y</t></si><si><t>Visits within 12 weeks</t></si></sst>",
			"xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>2</v></c></row></sheetData></worksheet>"));

	private static Kpi.Series series(String code, String title, Kpi.Unit unit, String value, String numerator, String denominator) {
		var kpi = new Kpi(code, title, "", unit, null, 1, Kpi.Frequency.MONTHLY, "", Kpi.Disclosure.RATE, "");
		var reading = new Kpi.Reading(PERIOD, number(value), "", number(numerator), number(denominator), PERIOD);
		return new Kpi.Series(kpi, List.of(reading), List.of(), List.of());
	}

	private static BigDecimal number(String words) {
		return words == null ? null : new BigDecimal(words);
	}

	@Test
	void theFiguresOfTheTestAreWithheld() {
		assertThat(SUPPRESSION.withheld()).extracting(one -> one.kpi().code()).containsExactly("late", "missing", "seen");
	}

	@Test
	void aCleanPackYieldsNothing() throws IOException {
		write();
		assertThat(search("Children missing c", "All children 7,394")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = {"7391", "7,391", "7391.0"})
	void wordTextIsSearched(String printed) throws IOException {
		plant(this.word, "word/document.xml", "All children: ", "In all " + printed + ": ");
		assertFound("pack.docx", "word/document.xml", "seen");
	}

	@Test
	void aNumberInSeveralRunsIsOneNumber() throws IOException {
		plant(this.word, "word/document.xml", "All children: ", "In all 7,3</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>91 ");
		assertFound("pack.docx", "word/document.xml", "seen");
	}

	@Test
	void smallNumbersAreFoundInTheRowOfTheirIndicator() throws IOException {
		plant(this.word, "word/document.xml", "<w:t>c</w:t>", "<w:t>3</w:t>");
		assertFound("pack.docx", "word/document.xml", "missing");
	}

	@Test
	void smallNumbersAreFoundInASentenceThatNamesTheirIndicator() throws IOException {
		plant(this.word, "word/document.xml", "All children: ", "There were 3 meetings. For children missing it was 3. All: ");
		write();
		assertThat(search()).singleElement().satisfies(found -> assertThat(found.kpi()).isEqualTo("missing"));
	}

	@Test
	void numbersOfATitleAreNoLeak() throws IOException {
		plant(this.word, "word/document.xml", "All children: ", "Visits within 12 weeks are withheld. ");
		write();
		assertThat(search()).isEmpty();
	}

	@Test
	void percentagesAreFoundAsPrintedAndAsExcelKeepsThem() throws IOException {
		plant(this.word, "word/document.xml", "All children: ", "It is 17.4%. ");
		plant(this.excel, "xl/worksheets/sheet1.xml", "</row>", "<c r=\"C1\"><v>0.17391304347826086</v></c></row>");
		write();
		assertThat(search()).extracting(LeakSearch.Finding::file).containsExactly("pack.docx", "pack.xlsx");
	}

	@Test
	void alternativeTextIsSearched() throws IOException {
		plant(this.word, "word/document.xml", "<w:tbl>", "<wp:docPr id=\"1\" descr=\"From 8000 to 7391\"/><w:tbl>");
		assertFound("pack.docx", "word/document.xml, attribute descr of docPr", "seen");
	}

	@Test
	void chartCachesAreSearched() throws IOException {
		plant(this.word, "word/charts/chart1.xml", "8000", "7391");
		assertFound("pack.docx", "word/charts/chart1.xml", "seen");
		plant(this.word, "word/charts/chart1.xml", "Children seen", "Children missing");
		plant(this.word, "word/charts/chart1.xml", "7391", "3");
		write();
		assertThat(search()).extracting(LeakSearch.Finding::kpi).contains("missing");
	}

	@Test
	void embeddedWorkbooksAreOpened() throws IOException {
		plant(this.excel, "xl/worksheets/sheet1.xml", "</row>", "<c r=\"C1\"><v>7391</v></c></row>");
		var embedded = zipped(this.excel);
		plant(this.excel, "xl/worksheets/sheet1.xml", "<v>7391</v>", "");
		write();
		try (var zip = new ZipOutputStream(Files.newOutputStream(this.folder.resolve("pack.docx")))) {
			zip.putNextEntry(new ZipEntry("word/embeddings/book.xlsx"));
			zip.write(embedded);
		}
		assertThat(search()).singleElement().satisfies(found -> assertThat(found.part()).isEqualTo("word/embeddings/book.xlsx > xl/worksheets/sheet1.xml"));
	}

	@Test
	void coreAndCustomPropertiesAreSearched() throws IOException {
		plant(this.word, "docProps/core.xml", "Pack", "Pack 7391");
		assertFound("pack.docx", "docProps/core.xml", "seen");
	}

	@Test
	void hiddenCellsAreSearchedByRowAndByColumn() throws IOException {
		plant(this.excel, "xl/worksheets/sheet1.xml", "</row>", "</row><row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>3</v></c><c r=\"B2\"><v>7391</v></c></row>");
		write();
		assertThat(search()).extracting(LeakSearch.Finding::kpi).containsExactlyInAnyOrder("missing", "seen");
	}

	@Test
	void definedNamesAreSearched() throws IOException {
		plant(this.excel, "xl/workbook.xml", "Cover!$A$1", "7391");
		assertFound("pack.xlsx", "xl/workbook.xml", "seen");
	}

	@Test
	void pdfTextIsSearched() throws IOException {
		write();
		assertThat(search("In all 7,391 children")).extracting(LeakSearch.Finding::file).containsExactly("pack.pdf");
		assertThat(search("Children missing 3 red")).extracting(LeakSearch.Finding::kpi).containsExactly("missing");
	}

	@Test
	void attributesDrawingsAndCommentsOfAPageAreSearched() throws IOException {
		write();
		for (String leak : List.of("<td data-value=\"7391\">c</td>", "<svg><text x=\"9\">7391</text></svg>", "<!-- was 7391 -->", "<img alt='7,391 seen'>",
				"<table><caption>Children missing</caption><tr><td>3</td></tr></table>")) {
			Files.writeString(this.folder.resolve("pack.html"), "<html><p style=\"width: 7391px\">All</p><rect x=\"7391\"/>" + leak + "</html>");
			assertThat(search()).as(leak).isNotEmpty().allMatch(found -> found.file().equals("pack.html"));
		}
	}

	@Test
	void packJsonIsSearched() throws IOException {
		write();
		Files.writeString(this.folder.resolve("pack.json"), "{\"kpis\": [{\"code\": \"seen\", \"value\": 7391}, {\"code\": \"missing\", \"value\": 3, \"decimals\": 3}, {\"code\": \"all\", \"n\": 3}]}");
		assertThat(search()).extracting(LeakSearch.Finding::kpi).contains("seen", "missing").hasSizeBetween(2, 3);
	}

	@Test
	void fileNamesAreSearched() throws IOException {
		write();
		Files.writeString(this.folder.resolve("pack-7391.txt"), "");
		assertThat(search()).singleElement().satisfies(found -> assertThat(found.part()).isEqualTo("file name"));
	}

	@Test
	void aFigureThatIsShownLawfullyElsewhereIsLeftAlone() throws IOException {
		plant(this.word, "word/document.xml", "All children: ", "Actions: 7391. ");
		write();
		assertThat(search(new LawfulFigures(Set.of(new BigDecimal("7391")), Map.of()))).isEmpty();
	}

	@Test
	void findingsDoNotRepeatTheFigure() throws IOException {
		plant(this.word, "word/document.xml", "All children: ", "In all 7391 of them, 7391: ");
		write();
		assertThat(search()).isNotEmpty().allSatisfy(found -> assertThat(found.toString()).doesNotContain("7391").contains("seen"));
	}

	private static void plant(Map<String, String> parts, String part, String place, String with) {
		assertThat(parts.get(part)).contains(place);
		parts.put(part, parts.get(part).replace(place, with));
	}

	private void assertFound(String file, String part, String kpi) throws IOException {
		write();
		assertThat(search()).isNotEmpty().allSatisfy(found -> {
			assertThat(found.file()).isEqualTo(file);
			assertThat(found.part()).isEqualTo(part);
			assertThat(found.kpi()).isEqualTo(kpi);
			assertThat(found.periodEnd()).isEqualTo(PERIOD);
		});
	}

	private List<LeakSearch.Finding> search(String... pdf) throws IOException {
		return search(LawfulFigures.NONE, pdf);
	}

	private List<LeakSearch.Finding> search(LawfulFigures lawful, String... pdf) throws IOException {
		var search = new LeakSearch(SUPPRESSION, lawful);
		var text = new EditionText(_ -> List.of(pdf));
		var found = new ArrayList<LeakSearch.Finding>();
		for (Path file : EditionText.files(this.folder)) {
			found.addAll(search.search(this.folder.relativize(file).toString(), text.of(file)));
		}
		return found;
	}

	private void write() throws IOException {
		Files.write(this.folder.resolve("pack.docx"), zipped(this.word));
		Files.write(this.folder.resolve("pack.xlsx"), zipped(this.excel));
		Files.writeString(this.folder.resolve("pack.pdf"), "");
		Files.writeString(this.folder.resolve("pack.html"), "<html><p style=\"width: 7391px\">All children</p><rect x=\"7391\"/></html>");
		Files.writeString(this.folder.resolve("pack.json"), "{\"asAt\": \"2024-06-30\", \"kpis\": [{\"code\": \"missing\", \"value\": null, \"symbol\": \"c\", \"decimals\": 3}]}");
		Files.writeString(this.folder.resolve("manifest.json"), "{\"files\": [{\"name\": \"pack.docx\", \"bytes\": 7391}]}");
	}

	private static byte[] zipped(Map<String, String> parts) {
		var bytes = new ByteArrayOutputStream();
		try (var zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, String> part : parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

}

package org.packhorse.pack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.packhorse.TestDatabase;
import org.packhorse.TestDatabases;
import org.packhorse.document.PackDocument;
import org.packhorse.document.Tone;
import org.packhorse.writer.Look;
import org.packhorse.writer.PackFormat;
import org.packhorse.writer.PackReader;
import org.packhorse.writer.PackWriter;
import org.packhorse.writer.Projection;
import org.packhorse.writer.Specimen;
import org.packhorse.writer.pdf.TamperedPdf;

import static org.assertj.core.api.Assertions.assertThat;

/// Whatever is changed in a file is found when it is read back, and said with its place, what was expected and what was found.
class TamperedFileTests {

	private static final PackDocument PACK = Specimen.of(5);

	private static TestDatabase database;

	@BeforeAll
	static void open() {
		database = TestDatabases.h2();
	}

	@AfterAll
	static void close() {
		database.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			// a figure in a cell
			"DOCX | word/document.xml | >14%< | >41%< | Word: under '2 Actions & owners <checked>', table 'Actions of section 3', row 3 (3.3), column 'Progress': expected '14%', found '41%'.",
			"XLSX | xl/worksheets/sheet6.xml | <v>0.14</v> | <v>0.41</v> | Excel: under 'Actions of section 3', table 'Actions of section 3', row 3 (3.3), column 'Progress': expected '14%', found '41%'.",
			"HTML | | >14%< | >41%< | HTML: under '2 Actions & owners <checked>', table 'Actions of section 3', row 3 (3.3), column 'Progress': expected '14%', found '41%'.",
			// a headline figure
			"DOCX | word/document.xml | >1,134< | >1,143< | Word: under '1 Where we are', headline figures 'Headline figures', Actions: expected '1,134', found '1,143'.",
			"HTML | | >1,134< | >1,143< | HTML: under '1 Where we are', headline figures 'Headline figures', Actions: expected '1,134', found '1,143'.",
			// a figure of a chart
			"DOCX | word/charts/chart1.xml | <c:v>78.4</c:v> | <c:v>87.4</c:v> | Word: under '3 Measures', chart 'Assessments completed in 45 working days', line 'Exampleshire', Jun 2025: expected '78.4', found '87.4'.",
			"HTML | | >78.4%< | >87.4%< | HTML: under '3 Measures', chart 'Assessments completed in 45 working days', line 'Exampleshire', Jun 2025: expected '78.4', found '87.4'.",
			// the words of a badge
			"DOCX | word/document.xml | \u00A0Red\u00A0 | \u00A0Green\u00A0 | found 'Green",
			"HTML | | \u00A0Red< | \u00A0Green< | found 'Green",
			// the colour of a badge: the house's rule, and one badge alone
			"DOCX | word/styles.xml | w:fill=\"B10E1E\" | w:fill=\"00703C\" | expected the badge 'Red' in the colour B10E1E, found the badge 'Red' in the colour 00703C.",
			"XLSX | xl/styles.xml | FFB10E1E | FF00703C | in the colour B10E1E, found the badge 'Red Overdue by 12 days' in the colour 00703C.",
			"HTML | | .tone-concern { background: #B10E1E | .tone-concern { background: #00703C | expected the badge 'Red' in the colour B10E1E, found the badge 'Red' in the colour 00703C.",
			"DOCX | word/document.xml | \"BadgeConcern\" | \"BadgeGood\" | expected the badge 'Red' in the colour B10E1E, found the badge 'Red' in the colour 00703C.",
			"HTML | | badge tone-concern | badge tone-good | expected the badge 'Red' in the colour B10E1E, found the badge 'Red' in the colour 00703C.",
			// a word
			"DOCX | word/document.xml | Ask for a deep dive. | Ask for a deep sleep. | Word: under '1 Where we are', box 'What needs the board': expected 'Ask for a deep dive.', found 'Ask for a deep sleep.'.",
			"XLSX | xl/sharedStrings.xml | Ask for a deep dive. | Ask for a deep sleep. | Excel: under '1 Where we are', box 'What needs the board': expected 'Ask for a deep dive.', found 'Ask for a deep sleep.'.",
			"HTML | | Ask for a deep dive. | Ask for a deep sleep. | HTML: under '1 Where we are', box 'What needs the board': expected 'Ask for a deep dive.', found 'Ask for a deep sleep.'.",
			// a link, the marking, a fact of the cover, a text alternative
			"DOCX | word/_rels/document.xml.rels | https://www.gov.uk/ | https://www.example.org/ | to https://www.gov.uk/, found the link 'the government's site' to https://www.example.org/.",
			"HTML | | href=\"https://www.gov.uk/ | href=\"https://www.example.org/ | to https://www.gov.uk/, found the link 'the government's site' to https://www.example.org/.",
			"DOCX | word/document.xml | OFFICIAL-SENSITIVE | OFFICIAL | Word: marking: expected 'OFFICIAL-SENSITIVE', found 'OFFICIAL'.",
			"HTML | | >OFFICIAL-SENSITIVE< | >OFFICIAL< | HTML: marking: expected 'OFFICIAL-SENSITIVE', found 'OFFICIAL'.",
			"XLSX | xl/sharedStrings.xml | 21 April 2026 | 22 April 2026 | Excel: on the cover, line 4: expected 'Meeting: 21 April 2026', found 'Meeting: 22 April 2026'.",
			"DOCX | word/document.xml | Rises from 71.2% | Falls from 71.2% | text alternative: expected 'Rises from",
			"XLSX | xl/drawings/drawing1.xml | Rises from 71.2% | Falls from 71.2% | text alternative: expected" })
	void changeIsFoundAndSaid(PackFormat format, String part, String before, String after, String sentence) throws IOException {
		var changed = format == PackFormat.HTML ? text(file(format, PACK), text -> replaced(text, before, after))
				: zip(file(format, PACK), part, text -> replaced(text, before, after));
		assertThat(differences(format, changed)).isNotEmpty().anySatisfy(difference -> assertThat(difference).contains(sentence));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "£1,234.50 | £1,243.50 | row 1 (3.1), column 'Cost': expected '£1,234.50', found '£1,243.50'.",
			"Ask for a deep dive. | Ask for a deep dove. | PDF: under '1 Where we are', box 'What needs the board': expected 'Ask for a deep dive.', found 'Ask for a deep dove.'.",
			"83.0% | 38.0% | line 'Exampleshire', the last figure: expected '83.0', found '38.0'." })
	void changedWordsOfAPdfAreFound(String before, String after, String sentence) throws IOException {
		var changed = TamperedPdf.words(file(PackFormat.PDF, PACK), before, after);
		assertThat(differences(PackFormat.PDF, changed)).anySatisfy(difference -> assertThat(difference).contains(sentence));
	}

	@Test
	void changedColourOfAPdfIsFound() throws IOException {
		var changed = TamperedPdf.colour(file(PackFormat.PDF, PACK), "B10E1E", "00703C");
		assertThat(differences(PackFormat.PDF, changed)).contains("PDF: under '1 Where we are', headline figures 'Headline figures', Overdue: "
				+ "expected the badge 'Red' in the colour B10E1E, found the badge 'Red' in the colour 00703C.",
				"PDF: under '1 Where we are', box 'What needs the board', colour: expected 'B10E1E', found '00703C'.");
	}

	/// The same two sections the other way round, in a file that is right in itself.
	@ParameterizedTest
	@EnumSource
	void otherOrderOfHeadingsIsFound(PackFormat format) throws IOException {
		var turned = new PackDocument(PACK.cover(), List.of(PACK.blocks().get(1), PACK.blocks().get(0), PACK.blocks().get(2), PACK.blocks().get(3)));
		assertThat(differences(format, file(format, turned))).contains(
				format.title() + ": the order of headings: expected '1 Where we are' on level 1 as number 1, found '2 Actions & owners <checked>' on level 1.");
	}

	@ParameterizedTest
	@EnumSource
	void missingSectionAndMissingRowAreFound(PackFormat format) throws IOException {
		var shorter = new PackDocument(PACK.cover(), PACK.blocks().subList(0, 3));
		assertThat(differences(format, file(format, shorter))).anyMatch(difference -> difference.contains("Report details") || difference.contains("4 Committee form"));
		assertThat(differences(format, file(format, Specimen.of(4)))).anyMatch(difference -> difference.endsWith("table 'Actions of section 3': expected 5 rows, found 4."));
	}

	@ParameterizedTest
	@EnumSource
	void manyDifferencesAreCountedAndOnlySomeAreSaid(PackFormat format) throws IOException {
		var other = new Look("1D3D5C", Map.of(Tone.DONE, new Look.Shade("111111", "FFFFFF"), Tone.GOOD,
				new Look.Shade("111112", "FFFFFF"), Tone.WATCH, new Look.Shade("111113", "FFFFFF"), Tone.CONCERN,
				new Look.Shade("111114", "FFFFFF"), Tone.UNKNOWN, new Look.Shade("111115", "FFFFFF")), "Arial", null, 18, "{marking}",
				"{title}", null, "", "DRAFT", null);
		var differences = differences(format, file(format, Specimen.of(100), other), Specimen.of(100));
		assertThat(differences).hasSize(Differences.MOST + 1);
		assertThat(differences.getLast()).matches(format.title() + ": \\d+ more differences\\.");
	}

	private static String replaced(String text, String before, String after) {
		assertThat(text).contains(before);
		return text.replace(before, after);
	}

	private static byte[] text(byte[] file, UnaryOperator<String> change) {
		return change.apply(new String(file, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] zip(byte[] file, String part, UnaryOperator<String> change) throws IOException {
		var changed = new ByteArrayOutputStream();
		try (var in = new ZipInputStream(new ByteArrayInputStream(file)); var out = new ZipOutputStream(changed)) {
			for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				out.putNextEntry(new ZipEntry(entry.getName()));
				var bytes = in.readAllBytes();
				out.write(entry.getName().equals(part) ? text(bytes, change) : bytes);
			}
		}
		return changed.toByteArray();
	}

	private static byte[] file(PackFormat format, PackDocument document) throws IOException {
		return file(format, document, Look.plain());
	}

	private static byte[] file(PackFormat format, PackDocument document, Look look) throws IOException {
		var file = new ByteArrayOutputStream();
		database.beans(PackWriter.class).stream().filter(it -> it.format() == format).findFirst().orElseThrow().write(document, look, file);
		return file.toByteArray();
	}

	private static List<String> differences(PackFormat format, byte[] file) throws IOException {
		return differences(format, file, PACK);
	}

	private static List<String> differences(PackFormat format, byte[] file, PackDocument document) throws IOException {
		var reader = database.beans(PackReader.class).stream().filter(it -> it.format() == format).findFirst().orElseThrow();
		var found = reader.read(new ByteArrayInputStream(file));
		return Comparison.of(format.title(), reader.shown(Projection.of(document, Look.plain())), found).sentences();
	}

}

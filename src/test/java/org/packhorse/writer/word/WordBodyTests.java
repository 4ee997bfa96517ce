package org.packhorse.writer.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.packhorse.document.Block;
import org.packhorse.document.Bytes;
import org.packhorse.document.Cell;
import org.packhorse.document.Cover;
import org.packhorse.document.Inline;
import org.packhorse.document.PackDocument;
import org.packhorse.document.Position;
import org.packhorse.writer.Look;
import org.packhorse.writer.NotRendered;
import org.packhorse.writer.PackFormat;
import org.packhorse.writer.Specimen;

class WordBodyTests {

	private static final Position AT = new Position("pack/document.ftlx", 7);

	@Test
	void printedNumbersAreTheTreesEvenWhenSectionsAndParagraphsShareACount() throws IOException {
		var document = numbered(section("2", paragraph("2.1"), paragraph("2.2"), section("2.3", paragraph("2.3.1")), section("2.4")),
				section("", paragraph("")), section("3", paragraph("3.1")), section("9", paragraph("9.4"), paragraph("9.5")));
		assertThat(numbers(document)).containsExactly("2", "2.1", "2.2", "2.3", "2.3.1", "2.4", "", "", "3", "3.1", "9", "9.4", "9.5");
	}

	@Test
	void paragraphsAfterASubsectionGoOnCounting() throws IOException {
		var document = numbered(section("1", paragraph("1.1"), section("1.1", paragraph("1.1.1")), paragraph("1.2"), section("1.2", paragraph("1.2.1"))));
		assertThat(numbers(document)).containsExactly("1", "1.1", "1.1", "1.1.1", "1.2", "1.2", "1.2.1");
	}

	@Test
	void fourLevelsOfACommitteeReportAreCountedByTheHeadingStylesAlone() throws IOException {
		var document = numbered(section("1", paragraph("1.1")), section("2", section("2.1", paragraph("2.1.1"), paragraph("2.1.2")),
				section("2.2", section("2.2.1", paragraph("2.2.1.1")), section("2.2.2", paragraph("2.2.2.1"), paragraph("2.2.2.2")))));
		assertThat(numbers(document)).containsExactly("1", "1.1", "2", "2.1", "2.1.1", "2.1.2", "2.2", "2.2.1", "2.2.1.1", "2.2.2", "2.2.2.1",
				"2.2.2.2");
		assertThat(WordFileAsText.part(WordPackWriterTests.write(document), "word/document.xml")).doesNotContain("<w:numPr>");
	}

	@Test
	void numberThatWordCannotCountIsTypedAndSaid() throws IOException {
		var document = numbered(section("A1", paragraph("A1.1")));
		assertThat(text(document)).contains("A1\tTitle", "A1.1\tWords");
		assertThat(notices(document)).extracting(NotRendered::what).containsExactly("automatic number", "automatic number");
	}

	@Test
	void lettersBeyondThoseThatWordCountsAlikeAreSaid() throws IOException {
		var list = new Block.Numbered(AT, Block.Numbered.Style.LETTER, Collections.nCopies(28, List.of(new Inline.Words("item"))));
		assertThat(notices(plain(list))).containsExactly(new NotRendered(AT, PackFormat.DOCX, "letters after aa)",
				"Word counts on with bb) and cc) where the other formats print ab) and ac)"));
	}

	@Test
	void everyListStartsAfresh() throws IOException {
		var list = new Block.Numbered(AT, Block.Numbered.Style.LETTER, List.of(List.of(new Inline.Words("one")), List.of(new Inline.Words("two"))));
		assertThat(text(plain(list, list))).containsSubsequence("a) one", "b) two", "a) one", "b) two");
	}

	@Test
	void charactersThatXmlForbidsAreReplacedAndSaid() throws IOException {
		var document = plain(words("bell \u0007, half \uD83D pair, whole \uD83D\uDE00 pair, \uFFFE"));
		assertThat(text(document)).contains("bell \uFFFD, half \uFFFD pair, whole \uD83D\uDE00 pair, \uFFFD");
		assertThat(notices(document)).singleElement().satisfies(notice -> {
			assertThat(notice.at()).isEqualTo(AT);
			assertThat(notice.what()).isEqualTo("character");
		});
	}

	@Test
	void namesOfEveryScriptGoThrough() throws IOException {
		assertThat(text(plain(words("Siân, Łukasz Żółć, محمد علي, Ŵyn\tnext\r\nline")))).contains("Siân, Łukasz Żółć, محمد علي, Ŵyn\tnext / line");
	}

	@Test
	void linkToASectionThatIsNotThereStandsAsWords() throws IOException {
		var document = plain(new Block.Paragraph(AT, "", List.of(new Inline.Link("#gone", "the gone section"))));
		assertThat(text(document)).contains("[BodyText] the gone section");
		assertThat(notices(document)).extracting(NotRendered::what).containsExactly("link");
	}

	@Test
	void linkWithASpaceBecomesAnAddressThatWordOpens() throws IOException {
		var document = plain(new Block.Paragraph(AT, "", List.of(new Inline.Link("https://example.gov.uk/a b?c=50%&d=é", "the page"))));
		assertThat(WordFileAsText.part(WordPackWriterTests.write(document), "word/_rels/document.xml.rels"))
			.contains("Target=\"https://example.gov.uk/a%20b?c=50%25&amp;d=%C3%A9\" TargetMode=\"External\"");
	}

	@Test
	void pictureThatIsNoneSpeaksByItsAlternative() throws IOException {
		var document = plain(new Block.Picture(AT, "The crest", "crest.gif", Bytes.of(new byte[] { 1, 2, 3 }), 40));
		assertThat(text(document)).contains("[Figure] [The crest]");
		assertThat(notices(document)).extracting(NotRendered::what).containsExactly("picture");
	}

	@Test
	void headerRowsRepeatAndOnlyShortRowsStayWhole() throws IOException {
		var column = new Block.Table.Column("What", 1, Block.Table.Align.START, true);
		var table = new Block.Table(AT, "Actions", List.of(column),
				List.of(new Block.Table.Row(List.of(Cell.of("short"))), new Block.Table.Row(List.of(Cell.of("long ".repeat(2000))))), "None.");
		var rows = Nodes.all(Nodes.root(WordFileAsText.part(WordPackWriterTests.write(plain(table)), "word/document.xml").getBytes("UTF-8")))
			.filter(node -> "tr".equals(node.getLocalName()))
			.map(row -> Nodes.all(row).map(node -> node.getLocalName()).filter(name -> name.matches("cantSplit|tblHeader")).toList());
		assertThat(rows).containsExactly(List.of("cantSplit", "tblHeader"), List.of("cantSplit"), List.of());
	}

	@Test
	void columnWidthsFillTheTextAreaToTheTwip() throws IOException {
		var grid = Nodes.all(Nodes.root(WordFileAsText.parts(WordPackWriterTests.write(Specimen.of(1))).get("word/document.xml")))
			.filter(node -> "tblGrid".equals(node.getLocalName()))
			.map(node -> Nodes.children(node).mapToInt(column -> Integer.parseInt(column.getAttribute("w:w"))).sum());
		// A4 is 210 mm, of which 18 mm are margin on either side: 11,906 less twice 1,020 twips.
		assertThat(grid).containsOnly(9866);
	}

	@Test
	void seventhLevelOfHeadingsIsSaid() throws IOException {
		var deep = section("", section("", section("", section("", section("", section("", section("")))))));
		assertThat(notices(plain(deep))).extracting(NotRendered::what).containsExactly("heading");
	}

	@Test
	void packWithoutSectionsHasNoContents() throws IOException {
		assertThat(text(plain(words("Alone")))).doesNotContain("Contents").contains("---- page\n[BodyText] Alone");
	}

	private static int sections;

	private static Block.Section section(String number, Block... blocks) {
		return new Block.Section(AT, "id-" + sections++, number, "Title", List.of(blocks));
	}

	private static Block paragraph(String number) {
		return new Block.Paragraph(AT, number, List.of(new Inline.Words("Words")));
	}

	private static Block words(String words) {
		return new Block.Paragraph(AT, "", List.of(new Inline.Words(words)));
	}

	private static PackDocument numbered(Block... blocks) {
		return document(true, blocks);
	}

	private static PackDocument plain(Block... blocks) {
		return document(false, blocks);
	}

	private static PackDocument document(boolean numbered, Block... blocks) {
		return new PackDocument(new Cover("Pack", "", "Exampleshire Council", "en-GB", "", LocalDate.of(2026, 3, 31), false, numbered, List.of()),
				List.of(blocks));
	}

	private static String text(PackDocument document) throws IOException {
		return WordFileAsText.of(WordPackWriterTests.write(document));
	}

	private static List<NotRendered> notices(PackDocument document) throws IOException {
		return new WordPackWriter().write(document, Look.plain(), new ByteArrayOutputStream());
	}

	/// The number before each heading and paragraph of the body, as a reader sees it.
	private static Stream<String> numbers(PackDocument document) throws IOException {
		return text(document).lines()
			.filter(line -> line.matches("\\[(Heading|NumberedP|BodyText).*"))
			.map(line -> line.replaceAll("^\\[.*?] ", "").replaceAll("\\{.*?}", "").replaceAll(" ?(Title|Words)$", ""));
	}

}

package org.packhorse.writer.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.SimpleBookmark;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.packhorse.document.Block;
import org.packhorse.document.Bytes;
import org.packhorse.document.Cell;
import org.packhorse.document.Cover;
import org.packhorse.document.Inline;
import org.packhorse.document.PackDocument;
import org.packhorse.document.Position;
import org.packhorse.document.Tone;
import org.packhorse.writer.Look;
import org.packhorse.writer.NotRendered;
import org.packhorse.writer.PackFormat;
import org.packhorse.writer.Specimen;

class PdfPackWriterTests {

	private static final Path GOLDEN = Path.of("src/test/resources/org/packhorse/writer/pdf/specimen.pdf.txt");

	private static final Position AT = new Position("tests/document.ftlx", 7);

	@Test
	void specimenReadsAsItShould() throws Exception {
		var text = PdfAsText.of(PdfAsText.bytes(Specimen.of(10), Look.plain()));
		if ("accept".equals(System.getProperty("golden"))) {
			Files.createDirectories(GOLDEN.getParent());
			Files.writeString(GOLDEN, text);
		}
		assertThat(text).isEqualTo(Files.readString(GOLDEN));
	}

	@Test
	void headingsFollowTheDepthOfSections() throws Exception {
		assertThat(text(Specimen.of(3)).lines().filter(line -> line.strip().matches("H\\d")).map(String::strip)).containsExactly("H1", "H1",
				"H1", "H1", "H2", "H3", "H1", "H1");
	}

	@Test
	void everyHeaderCellSaysWhatItHeads() throws Exception {
		var headers = text(Specimen.of(3)).lines().map(String::strip).filter(line -> line.startsWith("TH")).toList();
		assertThat(headers).filteredOn(line -> line.startsWith("TH ")).containsOnly("TH Scope=Column", "TH Scope=Row", "TH RowSpan=2 Scope=Row");
		assertThat(headers).filteredOn("TH Scope=Column"::equals).as("6 of the long table, 2 of the empty one, 3 of the one with sparklines").hasSize(11);
		assertThat(headers).filteredOn("TH Scope=Row"::equals).as("3 rows, 5 with sparklines, 6 fields and 4 ticks").hasSize(18);
		assertThat(headers).filteredOn(line -> !line.contains("Scope")).containsOnly("THead");
	}

	@Test
	void everyFigureHasWordsAndAPlace() throws Exception {
		var figures = text(Specimen.of(3)).lines().map(String::strip).filter(line -> line.startsWith("Figure")).toList();
		assertThat(figures).hasSize(8).allSatisfy(line -> assertThat(line).contains("Alt='").contains("BBox="));
		assertThat(figures).filteredOn(line -> line.contains("Placement=Block")).as("three charts and a picture").hasSize(4);
		assertThat(figures).filteredOn(line -> line.contains("Placement=Inline")).as("sparklines with something to draw").hasSize(4);
		assertThat(figures.getFirst()).contains("Alt='Rises from 71.2% in March to 83.0% in August 2025; the target is 90%.'");
	}

	@Test
	void everyPageCarriesMarkingFooterAndNumber() throws Exception {
		var pdf = PdfAsText.bytes(Specimen.of(10), Look.plain());
		int pages = new PdfReader(pdf).getNumberOfPages();
		var text = PdfAsText.of(pdf);
		for (int page = 1; page <= pages; page++) {
			assertThat(text).contains("page " + page + " Header: OFFICIAL-SENSITIVE\n")
				.contains("page " + page + " Footer: Exampleshire Council: Improvement Board packPage " + page + " of " + pages + "\n");
		}
		assertThat(text).doesNotContain("Watermark");
	}

	@Test
	void markingStandsEvenWhereTheHouseForgetsIt() throws Exception {
		var plain = Look.plain();
		var forgetful = new Look(plain.accent(), plain.tones(), plain.font(), null, 18, "{title}", "", null, "", "DRAFT", null);
		assertThat(PdfAsText.of(PdfAsText.bytes(Specimen.of(1), forgetful)))
			.contains("page 1 Header: OFFICIAL-SENSITIVE   |   Improvement Board pack\n")
			.contains("page 1 Footer: Page 1 of ");
	}

	@Test
	void draftSaysSoOnEveryPageAndAloudOnTheCover() throws Exception {
		var pdf = PdfAsText.bytes(Specimen.draft(), Look.plain());
		var text = PdfAsText.of(pdf);
		for (int page = 1; page <= new PdfReader(pdf).getNumberOfPages(); page++) {
			assertThat(text).contains("page " + page + " Watermark: DRAFT\n");
		}
		assertThat(text).contains("    P\n      \"DRAFT\"\n");
	}

	@Test
	void headerRowIsRepeatedButReadOnce() throws Exception {
		var text = text(Specimen.of(150));
		assertThat(text.lines().filter(line -> line.endsWith("Pagination: RefActionRatingProgressDueCost")).count()).isGreaterThan(5);
		assertThat(text.split("\"Progress\"", -1)).hasSize(2);
	}

	@Test
	void packsMadeAtTheSameTimeDoNotDisturbEachOther() throws Exception {
		var expected = PdfAsText.bytes(Specimen.of(10), Look.plain());
		var pack = Specimen.of(10);
		try (var threads = Executors.newFixedThreadPool(4)) {
			var made = IntStream.range(0, 16).mapToObj(_ -> threads.submit(() -> PdfAsText.bytes(pack, Look.plain()))).toList();
			for (var one : made) {
				assertThat(one.get()).isEqualTo(expected);
			}
		}
	}

	@Test
	void houseFontsAreEmbedded() throws Exception {
		var plain = Look.plain();
		var serif = new Look.Fonts(font("Regular"), font("Bold"), font("Italic"));
		var look = new Look(plain.accent(), plain.tones(), "Liberation Serif", serif, 5, plain.header(), plain.footer(), null, "", "DRAFT", null);
		var fonts = new PdfReader(PdfAsText.bytes(Specimen.of(1), look)).getPageN(3).getAsDict(PdfName.RESOURCES).getAsDict(PdfName.FONT);
		assertThat(fonts.getKeys()).isNotEmpty()
			.allSatisfy(name -> assertThat(fonts.getAsDict(name).getAsName(PdfName.BASEFONT).toString()).startsWith("/AAAAAA+LiberationSerif"));
		assertThat(PdfUaTests.faults(Specimen.of(1), look)).isEmpty();
	}

	@Test
	void brokenFontIsNamed() {
		var plain = Look.plain();
		var broken = Bytes.of(new byte[] { 1, 2, 3 });
		var look = new Look(plain.accent(), plain.tones(), "Broken", new Look.Fonts(broken, broken, broken), 18, "", "", null, "", "DRAFT", null);
		assertThatThrownBy(() -> PdfAsText.bytes(Specimen.of(1), look)).hasMessageStartingWith("the house's regular font cannot be read");
	}

	@Test
	void veryDeepSectionsStayHeadings() throws Exception {
		Block block = paragraph("At the bottom.");
		for (int depth = 8; depth >= 1; depth--) {
			block = new Block.Section(AT, "depth-" + depth, "", "Depth " + depth, List.of(block));
		}
		assertThat(text(pack(block)).lines().map(String::strip).filter(line -> line.matches("H\\d"))).containsExactly("H1", "H1", "H1", "H2",
				"H3", "H4", "H5", "H6", "H6", "H6");
		assertThat(PdfUaTests.faults(pack(block), Look.plain())).isEmpty();
	}

	@Test
	void longCalloutKeepsItsTitleWithItsWords() throws Exception {
		var words = List.<Inline>of(new Inline.Words("One of many words in a long callout. ".repeat(200).strip()));
		for (int lines = 26; lines < 34; lines++) {
			var blocks = Stream
				.concat(Stream.generate(() -> (Block) paragraph("One line of filling.")).limit(lines),
						Stream.of(new Block.Section(AT, "next", "", "Next heading",
								List.of(new Block.Callout(AT, Tone.WATCH, "Callout title", List.of(words))))))
				.toList();
			var page = pageOf(text(new PackDocument(cover(), blocks)), blocks);
			assertThat(page).as("%d lines", lines).contains("Callout title").contains("One of many words");
		}
	}

	@Test
	void fileSaysItsTitleLanguageAndDate() throws Exception {
		var reader = new PdfReader(PdfAsText.bytes(Specimen.of(1), Look.plain()));
		assertThat(reader.getInfo()).containsEntry("Title", "Improvement Board pack").containsEntry("CreationDate", "D:20260331000000Z");
		assertThat(reader.getCatalog().getAsString(PdfName.LANG).toUnicodeString()).isEqualTo("en-GB");
		assertThat(new String(reader.getMetadata(), StandardCharsets.UTF_8)).contains("<pdfuaid:part>1</pdfuaid:part>");
		assertThat(reader.getPdfVersion()).isEqualTo("1.7");
	}

	@Test
	void bookmarksAreTheSections() throws Exception {
		var bookmarks = SimpleBookmark.getBookmarkList(new PdfReader(PdfAsText.bytes(Specimen.of(1), Look.plain())));
		assertThat(bookmarks).extracting(bookmark -> bookmark.get("Title"))
			.containsExactly("1 Where we are", "2 Actions & owners <checked>", "3 Measures", "4 Committee form");
		assertThat(bookmarks.get(1).get("Kids").toString()).contains("2.1 Front door").contains("2.1.1 Referrals");
	}

	@Test
	void rowTallerThanAPageGoesOnOverleaf() throws Exception {
		var words = String.join(" ", Stream.iterate(1, i -> i + 1).limit(1200).map(i -> "word" + i).toList());
		var columns = List.of(new Block.Table.Column("Ref", 1, Block.Table.Align.START, true),
				new Block.Table.Column("Action", 6, Block.Table.Align.START, false));
		var table = new Block.Table(AT, "Actions", columns, List.of(new Block.Table.Row(List.of(Cell.of("1.1"), Cell.of(words))),
				new Block.Table.Row(List.of(Cell.of("1.2"), Cell.of("short")))), "None.");
		var pdf = PdfAsText.bytes(pack(table), Look.plain());
		var text = PdfAsText.of(pdf);

		assertThat(new PdfReader(pdf).getNumberOfPages()).isGreaterThan(3);
		assertThat(text.lines().filter(line -> line.strip().equals("TR"))).as("header and two rows").hasSize(3);
		var read = text.lines().map(String::strip).filter(line -> line.startsWith("\"word")).map(line -> line.replace("\"", "")).toList();
		assertThat(read).hasSizeGreaterThan(1);
		assertThat(String.join("", read)).isEqualTo(words);
		assertThat(PdfUaTests.faults(pack(table), Look.plain())).isEmpty();
	}

	@Test
	void characterWithoutAGlyphIsReportedAndShownAsABox() throws Exception {
		var out = new ByteArrayOutputStream();
		var lost = new PdfPackWriter().write(pack(paragraph("Done \u2713, five \u4E2D and \uD83D\uDE00")), Look.plain(), out);
		assertThat(lost).hasSize(2)
			.allSatisfy(one -> assertThat(one).returns(AT, NotRendered::at).returns(PackFormat.PDF, NotRendered::format));
		assertThat(lost.getFirst().what()).contains("U+4E2D").contains("CJK");
		assertThat(lost.getLast().what()).contains("U+1F600");
		assertThat(PdfAsText.of(out.toByteArray())).contains("\"Done \u2713, five □ and □\"");
	}

	@Test
	void ticksAndBoxesThatTheHousesFontLacksAreShown() throws Exception {
		var out = new ByteArrayOutputStream();
		assertThat(new PdfPackWriter().write(pack(paragraph("\u2610 no, \u2611 yes, \u26A0 warning, \u2717")), Look.plain(), out)).isEmpty();
		assertThat(PdfAsText.of(out.toByteArray())).contains("\"\u2610 no, \u2611 yes, \u26A0 warning, \u2717\"");
		assertThat(PdfUa.faults(out.toByteArray())).isEmpty();
	}

	@Test
	void arabicNameIsShownFromRightToLeftAndReadInItsOwnOrder() throws Exception {
		var out = new ByteArrayOutputStream();
		assertThat(new PdfPackWriter().write(pack(paragraph("Her name is \u0645\u0631\u064A\u0645 \u0633\u0644\u0627\u0645, she said.")), Look.plain(), out))
			.isEmpty();
		assertThat(PdfAsText.of(out.toByteArray())).contains("\"Her name is \u0645\u0631\u064A\u0645 \u0633\u0644\u0627\u0645, she said.\"");
		assertThat(PdfUa.faults(out.toByteArray())).isEmpty();
	}

	@Test
	void lettersWithLooseAccentsAreJoined() throws Exception {
		assertThat(text(pack(paragraph("Sia\u0302n said so")))).contains("\"Siân said so\"");
	}

	@Test
	void linkToNowhereIsReported() throws Exception {
		var link = new Block.Paragraph(AT, "", List.of(new Inline.Link("#nowhere", "see there")));
		assertThat(new PdfPackWriter().write(pack(link), Look.plain(), new ByteArrayOutputStream())).singleElement()
			.satisfies(lost -> assertThat(lost.what()).isEqualTo("the link 'see there'"));
	}

	@Test
	void pictureThatCannotBeReadGivesItsWordsAndIsReported() throws Exception {
		var picture = new Block.Picture(AT, "The council's crest", "crest.png", Bytes.of(new byte[] { 1, 2, 3 }), 40);
		var out = new ByteArrayOutputStream();
		assertThat(new PdfPackWriter().write(pack(picture), Look.plain(), out)).singleElement()
			.satisfies(lost -> assertThat(lost.what()).isEqualTo("the picture crest.png"));
		assertThat(PdfAsText.of(out.toByteArray())).contains("\"[The council's crest]\"");
	}

	@Test
	void headingNeverEndsAPage() throws Exception {
		for (int lines = 25; lines < 45; lines++) {
			var filler = Stream.generate(() -> (Block) paragraph("One line of filling.")).limit(lines).toList();
			var blocks = Stream
				.concat(filler.stream(), Stream.of(new Block.Section(AT, "next", "", "Next heading", List.of(paragraph("What follows.")))))
				.toList();
			var text = text(new PackDocument(cover(), blocks));
			var page = pageOf(text, blocks);
			assertThat(page.indexOf("Next heading")).as("%d lines", lines).isNotNegative();
			assertThat(page).as("%d lines", lines).contains("What follows.");
		}
	}

	@Test
	void logoHasItsWordsOrIsForTheEyeAlone() throws Exception {
		var said = PdfAsText.of(PdfAsText.bytes(Specimen.of(1), withLogo("Crest of Exampleshire")));
		assertThat(said).contains("Figure Alt='Crest of Exampleshire'");
		assertThat(PdfAsText.of(PdfAsText.bytes(Specimen.of(1), withLogo(""))).split("Figure", -1)).as("three charts, four sparklines and a picture").hasSize(9);
		assertThat(PdfUaTests.faults(Specimen.of(1), withLogo(""))).isEmpty();
		assertThat(PdfUaTests.faults(Specimen.of(1), withLogo("Crest of Exampleshire"))).isEmpty();
	}

	@Test
	void chartsOfAllShapesAreDrawn() throws Exception {
		var seven = new BigDecimal("7");
		var pack = pack(chart("One point", List.of("Mar"), seven), chart("Equal", List.of("Feb", "Mar"), seven, seven),
				chart("Nothing", List.of("Feb", "Mar"), null, null), chart("Gap at the end", List.of("Jan", "Feb", "Mar"), seven, seven, null));
		assertThat(text(pack)).contains("One point").contains("Readings 7.0").contains("There are no figures for these periods. What the chart shows.").contains("Gap at the end");
		assertThat(PdfUaTests.faults(pack, Look.plain())).isEmpty();
	}

	@Test
	void periodLabelsAreLeftOutWhereTheyWouldTouch() throws Exception {
		var periods = Stream.iterate(1, i -> i + 1).limit(40).map(i -> "Week " + i).toList();
		var drawn = text(pack(chart("Weeks", periods, periods.stream().map(_ -> BigDecimal.ONE).toArray(BigDecimal[]::new))));
		assertThat(drawn).contains("Week 40 ").doesNotContain("Week 39 ");
	}

	@Test
	void streamStaysOpen() throws Exception {
		var closed = new AtomicBoolean();
		var out = new ByteArrayOutputStream() {
			@Override
			public void close() {
				closed.set(true);
			}
		};
		new PdfPackWriter().write(Specimen.of(1), Look.plain(), out);
		assertThat(closed).isFalse();
	}

	/// The words of the page that the next heading stands on.
	private static String pageOf(String text, List<Block> blocks) throws Exception {
		var reader = new PdfReader(PdfAsText.bytes(new PackDocument(cover(), blocks), Look.plain()));
		int page = Integer.parseInt(text.replaceAll("(?s).*-> page (\\d+) \\(Go to Next heading\\).*", "$1"));
		return new PdfTextExtractor(reader).getTextFromPage(page);
	}

	private static Bytes font(String cut) throws Exception {
		try (var in = PdfPackWriterTests.class.getResourceAsStream("/liberation/LiberationSerif-" + cut + ".ttf")) {
			return Bytes.of(in.readAllBytes());
		}
	}

	private static Look withLogo(String alternative) throws Exception {
		var png = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_ARGB), "png", png);
		var plain = Look.plain();
		return new Look(plain.accent(), plain.tones(), plain.font(), null, 18, plain.header(), plain.footer(),
				Bytes.of(png.toByteArray()), alternative, "DRAFT", null);
	}

	private static Block.Chart chart(String caption, List<String> periods, BigDecimal... values) {
		return new Block.Chart(AT, caption, "What the chart shows.", "days", 1, periods,
				List.of(new Block.Chart.Line("Readings", Block.Chart.Kind.ACTUAL, Arrays.asList(values)),
						new Block.Chart.Line("Target", Block.Chart.Kind.TARGET, Arrays.asList(values))));
	}

	private static Block.Paragraph paragraph(String words) {
		return new Block.Paragraph(AT, "", List.of(new Inline.Words(words)));
	}

	private static PackDocument pack(Block... blocks) {
		return new PackDocument(cover(), List.of(blocks));
	}

	private static Cover cover() {
		return new Cover("Pack", "", "Exampleshire Council", "en-GB", "", LocalDate.of(2026, 3, 31), false, false, List.of());
	}

	private static String text(PackDocument document) throws Exception {
		return PdfAsText.of(PdfAsText.bytes(document, Look.plain()));
	}

}

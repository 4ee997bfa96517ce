package org.packhorse.writer.html;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhorse.document.Block;
import org.packhorse.document.Block.Callout;
import org.packhorse.document.Block.Numbered;
import org.packhorse.document.Block.Paragraph;
import org.packhorse.document.Block.Picture;
import org.packhorse.document.Block.Section;
import org.packhorse.document.Bytes;
import org.packhorse.document.Cover;
import org.packhorse.document.Inline;
import org.packhorse.document.PackDocument;
import org.packhorse.document.Tone;
import org.packhorse.writer.Look;
import org.packhorse.writer.NotRendered;
import org.packhorse.writer.PackFormat;
import org.packhorse.writer.Specimen;

import static org.assertj.core.api.Assertions.assertThat;

class HtmlPackWriterTests {

	private static final Path GOLDEN = Path.of("src/test/resources/org/packhorse/writer/html/specimen.html.txt");

	@Test
	void specimenReadsAsAgreed() throws IOException {
		var page = Pages.of(Specimen.of(5));
		var text = HtmlAsText.of(page.text());
		if ("accept".equals(System.getProperty("golden"))) {
			Files.createDirectories(GOLDEN.getParent());
			Files.writeString(GOLDEN, text);
		}
		assertThat(text).isEqualTo(Files.readString(GOLDEN));
		assertThat(page.notRendered()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "1, 1", "400, 400" })
	void longTableHasARowForEachAction(int actions, int rows) {
		var page = Pages.of(Specimen.of(actions)).parsed();
		assertThat(page.select("#actions > .scroll tbody tr")).hasSize(rows);
		assertThat(page.select("#actions > .empty").text()).isEqualTo(actions == 0 ? "There are no actions in this section." : "");
	}

	@Test
	void streamStaysOpen() throws IOException {
		var closed = new boolean[1];
		new HtmlPackWriter().write(Specimen.of(1), Look.plain(), new ByteArrayOutputStream() {
			@Override
			public void close() {
				closed[0] = true;
			}
		});
		assertThat(closed[0]).isFalse();
		assertThat(new HtmlPackWriter().format()).isEqualTo(PackFormat.HTML);
	}

	@Test
	void draftSaysSoInTitleBannerAndWatermark() {
		var page = Pages.of(Specimen.draft()).parsed();
		assertThat(page.title()).isEqualTo("DRAFT – Improvement Board pack – Exampleshire Council");
		assertThat(page.select("header .draft").text()).isEqualTo("DRAFT");
		assertThat(page.select("style").html()).contains("body::after { content: \"DRAFT\" }");
		assertThat(Pages.of(Specimen.of(1)).text()).doesNotContain("DRAFT");
	}

	@Test
	void markingIsAtHeadAndFootAndOnEveryPrintedPage() {
		var page = Pages.of(Specimen.of(1)).parsed();
		assertThat(page.select("header .marking").text()).isEqualTo("OFFICIAL-SENSITIVE");
		assertThat(page.select("footer .marking").text()).isEqualTo("OFFICIAL-SENSITIVE");
		assertThat(page.select("style").html()).contains("@top-center { width: auto; font: 10pt \"Arial\", Arial, sans-serif; content: \"OFFICIAL\\2d SENSITIVE\" }")
			.contains("@bottom-center { width: 34%; font: 10pt \"Arial\", Arial, sans-serif; content: \"OFFICIAL\\2d SENSITIVE\" }")
			.contains("\"Page \" counter(page) \" of \" counter(pages)");
	}

	@Test
	void markingIsPrintedEvenWhenTheHouseLeavesItOutOfItsHeader() {
		var plain = Look.plain();
		var look = new Look(plain.accent(), plain.tones(), plain.font(), null, 18, "{organisation}", "", null, "", "DRAFT", null);
		assertThat(Pages.of(Specimen.of(1), look).parsed().select("header .marking").text()).isEqualTo("OFFICIAL-SENSITIVE · Exampleshire Council");
	}

	@Test
	void unmarkedPackHasNoMarkingBars() {
		assertThat(Pages.of().parsed().select(".marking")).isEmpty();
	}

	@Test
	void hostileWordsStayWords() {
		var hostile = "</title></style><script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp;";
		var cover = new Cover(hostile, hostile, hostile, "en-GB\" onload=\"x", hostile, LocalDate.of(2026, 3, 31), true, true,
				List.of(new Cover.Fact(hostile, hostile)));
		var plain = Look.plain();
		var look = new Look("red}</style><script>", plain.tones(), "Arial\";}</style><script>", null, 18, "{marking}", "{title}", null, "", hostile, null);
		var blocks = List.<Block>of(new Section(Pages.AT, "\"><script>", hostile, hostile, List.of(new Paragraph(Pages.AT, hostile,
				List.of(new Inline.Words(hostile), new Inline.Link("https://x/\"><script>alert(3)</script>", hostile), new Inline.Badge(Tone.GOOD, hostile))))));
		var page = Pages.of(new PackDocument(cover, blocks), look).parsed();
		assertThat(page.select("script, img")).isEmpty();
		assertThat(page.select("[onload], [onerror]")).isEmpty();
		assertThat(page.select("h1").text()).isEqualTo(hostile);
		assertThat(page.select("style")).hasSize(1);
	}

	@Test
	void signsThatHtmlForbidsAreReplacedAndReported() {
		var page = Pages.of(new Paragraph(Pages.AT, "", List.of(new Inline.Words("bell \u0007, half \uD83D, none \uFFFE, whole \uD83D\uDE00"))));
		assertThat(page.parsed().select("main p").text()).isEqualTo("bell \uFFFD, half \uFFFD, none \uFFFD, whole \uD83D\uDE00");
		assertThat(page.notRendered()).extracting(NotRendered::what).containsExactly("character U+0007", "character U+D83D", "character U+FFFE");
		assertThat(page.notRendered()).extracting(NotRendered::at).containsOnly(Pages.AT);
	}

	@Test
	void linkToASectionThatIsNotThereIsWordsAndReported() {
		var page = Pages.of(new Paragraph(Pages.AT, "", List.of(new Inline.Link("#elsewhere", "the other part"))));
		assertThat(page.parsed().select("main a")).isEmpty();
		assertThat(page.parsed().select("main p").text()).isEqualTo("the other part");
		assertThat(page.notRendered()).containsExactly(new NotRendered(Pages.AT, PackFormat.HTML, "link to #elsewhere",
				"no section of this pack has that id; its words stand without a link"));
	}

	@Test
	void pictureThatIsNeitherPngNorJpegGivesWayToItsWords() {
		var page = Pages.of(new Picture(Pages.AT, "The crest", "crest.svg", Bytes.of("<svg/>".getBytes()), 40));
		assertThat(page.parsed().select("main").text()).isEqualTo("The crest");
		assertThat(page.notRendered()).extracting(NotRendered::what).containsExactly("picture crest.svg");
	}

	@Test
	void logoStandsOnTheCoverWithItsAlternative() {
		var plain = Look.plain();
		var png = Bytes.of(new byte[] { (byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10 });
		var look = new Look(plain.accent(), plain.tones(), plain.font(), null, 18, "", "", png, "Exampleshire", "DRAFT", null);
		assertThat(Pages.of(Specimen.of(1), look).parsed().select("header img").attr("alt")).isEqualTo("Exampleshire");
	}

	@Test
	void seventhLevelIsAHeadingInAnotherWay() {
		Block inner = new Paragraph(Pages.AT, "", List.of(new Inline.Words("deep")));
		for (int depth = 6; depth >= 1; depth--) {
			inner = new Section(Pages.AT, "s" + depth, "", "Depth " + depth, List.of(inner));
		}
		var page = Pages.of(inner).parsed();
		assertThat(page.select("h6").text()).isEqualTo("Depth 5");
		assertThat(page.select("[role=heading]").text()).isEqualTo("Depth 6");
		assertThat(page.select("[role=heading]").attr("aria-level")).isEqualTo("7");
	}

	@Test
	void sectionsOfOneIdHaveEachTheirOwnPlace() {
		var page = Pages.of(new Section(Pages.AT, "same", "", "One", List.of()), new Section(Pages.AT, "same", "", "Two", List.of()),
				new Section(Pages.AT, "_main", "", "Three", List.of()));
		assertThat(page.parsed().select("section").eachAttr("id")).containsExactly("same", "same-2", "-main");
		assertThat(page.parsed().select("nav a").eachAttr("href")).containsExactly("#same", "#same-2", "#-main");
	}

	@ParameterizedTest
	@CsvSource({ "DECIMAL, 1, decimal", "LETTER, a, letter", "ROMAN, i, roman" })
	void listIsCountedInItsStyle(Numbered.Style style, String type, String name) {
		var items = IntStream.range(0, 3).mapToObj(i -> List.<Inline>of(new Inline.Words("item " + i))).toList();
		var list = Pages.of(new Numbered(Pages.AT, style, items)).parsed().select("main ol");
		assertThat(list.attr("type")).isEqualTo(type);
		assertThat(list.attr("class")).isEqualTo(name);
	}

	@Test
	void calloutIsANoteNamedByItsTitle() {
		var page = Pages.of(new Callout(Pages.AT, Tone.WATCH, "Mind this", List.of())).parsed();
		var note = page.select("main [role=note]");
		assertThat(page.getElementById(note.attr("aria-labelledby")).text()).isEqualTo("Mind this");
		assertThat(note.hasClass("edge-watch")).isTrue();
	}

}

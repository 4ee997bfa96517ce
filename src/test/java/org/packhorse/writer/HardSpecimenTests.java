package org.packhorse.writer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.packhorse.Programs;
import org.packhorse.writer.excel.WorkbookAsText;
import org.packhorse.writer.html.Browser;
import org.packhorse.writer.pdf.PdfAsText;
import org.packhorse.writer.pdf.PdfUa;
import org.packhorse.writer.word.WordFileAsText;

import static org.assertj.core.api.Assertions.assertThat;

/// What is hard to show is there in all four formats, read back from the files; what a format cannot show, it says.
class HardSpecimenTests {

	private static final Map<PackFormat, byte[]> FILES = new EnumMap<>(PackFormat.class);

	private static final List<NotRendered> UNSHOWN = new ArrayList<>();

	/// The words of each file without white space: where lines break is each format's own affair.
	private static final Map<PackFormat, String> WORDS = new EnumMap<>(PackFormat.class);

	@BeforeAll
	static void write() throws IOException {
		for (PackWriter writer : Writers.all().values()) {
			var out = new ByteArrayOutputStream();
			UNSHOWN.addAll(writer.write(HardSpecimen.of(), Look.plain(), out));
			FILES.put(writer.format(), out.toByteArray());
			WORDS.put(writer.format(), bare(words(writer.format(), out.toByteArray())));
			// To look at.
			Files.write(Path.of("target", "hard-specimen." + writer.format().ending()), out.toByteArray());
		}
	}

	private static String words(PackFormat format, byte[] file) throws IOException {
		return switch (format) {
			case DOCX -> Jsoup.parse(new String(WordFileAsText.parts(file).get("word/document.xml"), StandardCharsets.UTF_8), Parser.xmlParser())
				.select("w|t")
				.stream()
				.map(Element::wholeText)
				.collect(Collectors.joining());
			case XLSX -> WorkbookAsText.of(file);
			case PDF -> PdfAsText.of(file).replaceAll("\"\\s*\"", "");
			case HTML -> Jsoup.parse(new String(file, StandardCharsets.UTF_8)).text();
		};
	}

	private static String bare(String words) {
		return words.replaceAll("[\\s\\u00A0\\u200B]+", "");
	}

	private static List<NotRendered> unshown(PackFormat format) {
		return UNSHOWN.stream().filter(each -> each.format() == format).toList();
	}

	@ParameterizedTest
	@EnumSource(PackFormat.class)
	void namesOfManyLanguagesAreThere(PackFormat format) {
		assertThat(HardSpecimen.NAMES).filteredOn(name -> !WORDS.get(format).contains(bare(name))).isEmpty();
	}

	@Test
	void scriptsThatThePdfsFontsLackAreSaidOneByOneAndTheRestHaveThem() {
		for (PackFormat format : List.of(PackFormat.DOCX, PackFormat.XLSX, PackFormat.HTML)) {
			assertThat(HardSpecimen.OTHER_SCRIPTS).allSatisfy(name -> assertThat(WORDS.get(format)).contains(name));
		}
		assertThat(unshown(PackFormat.PDF)).extracting(NotRendered::what).contains("the character 山 (U+5C71, CJK UNIFIED IDEOGRAPHS 5C71)",
				"the character 😀 (U+1F600, GRINNING FACE)").allMatch(what -> !what.contains("Ł"));
		assertThat(unshown(PackFormat.PDF)).filteredOn(each -> each.what().contains("U+5C71")).extracting(each -> each.at().toString())
			.containsExactly("hard/document.ftlx, line 1");
		assertThat(WORDS.get(PackFormat.PDF)).contains("□□□□");
	}

	@ParameterizedTest
	@EnumSource(PackFormat.class)
	void longWordsTitlesAndCellsAreThereToTheirLastLetter(PackFormat format) {
		var words = WORDS.get(format);
		assertThat(words).contains(bare(HardSpecimen.LONG_TITLE), bare("Before " + HardSpecimen.LONG_WORD + " between " + HardSpecimen.LONG_WORD),
				"alone2", "thelastrow", "theend", "afterit", "Thereisnothingtoshow.", "Wordsatdepth8.", "morewordsthananylineofapagehasroomfor");
		assertThat(words).contains(bare(HardSpecimen.LONG_CELL));
		assertThat(count(words, "c14")).as("cells of the last of fourteen columns").isGreaterThanOrEqualTo(60);
	}

	@ParameterizedTest
	@EnumSource(PackFormat.class)
	void signThatNoFileCanHoldIsReplacedAndSaid(PackFormat format) {
		assertThat(WORDS.get(format)).doesNotContain("\u0007").containsPattern("abell[\uFFFD□]andalink");
		assertThat(unshown(format)).anyMatch(each -> each.what().contains("character") && each.at().line() > 0);
	}

	@Test
	void cellThatExcelCannotHoldIsCutAtItsLimitAndSaid() {
		for (PackFormat format : List.of(PackFormat.DOCX, PackFormat.PDF, PackFormat.HTML)) {
			assertThat(WORDS.get(format)).contains(bare(HardSpecimen.OVERLONG_CELL));
		}
		assertThat(WORDS.get(PackFormat.XLSX)).contains("text3638").doesNotContain("text3645");
		assertThat(unshown(PackFormat.XLSX)).anySatisfy(each -> assertThat(each.toString()).contains("32,767"))
			.anySatisfy(each -> assertThat(each.what()).isEqualTo("end of a long cell"));
	}

	@ParameterizedTest
	@EnumSource(value = PackFormat.class, names = { "DOCX", "XLSX" })
	void officeFilesNeedNoRepair(PackFormat format) {
		assertThat(OfficeFile.faults(FILES.get(format))).isEmpty();
	}

	@Test
	void pdfIsTaggedToItsLastRow() throws Exception {
		assertThat(PdfUa.faults(FILES.get(PackFormat.PDF))).isEmpty();
		var tree = PdfAsText.of(FILES.get(PackFormat.PDF));
		assertThat(count(tree, "Table\n")).isEqualTo(6);
	}

	@Test
	void nothingInThePdfRunsOverThePagesEdge(@TempDir Path folder) throws IOException {
		var program = Programs.needed("Poppler", "poppler-utils", "pdftotext");
		var file = Files.write(folder.resolve("hard.pdf"), FILES.get(PackFormat.PDF));
		var boxes = Programs.run(folder, List.of(program.toString(), "-bbox", file.toString(), "-"));
		var over = Pattern.compile("<word xMin=\"([-\\d.]+)\" yMin=\"([-\\d.]+)\" xMax=\"([-\\d.]+)\" yMax=\"([-\\d.]+)\">([^<]*)").matcher(boxes).results()
			.filter(word -> Double.parseDouble(word.group(1)) < 40 || Double.parseDouble(word.group(2)) < 10 || Double.parseDouble(word.group(3)) > 556
					|| Double.parseDouble(word.group(4)) > 832)
			.map(word -> word.group(5) + " at " + word.group(1) + ", " + word.group(2) + " to " + word.group(3) + ", " + word.group(4))
			.filter(word -> !word.startsWith("DRAFT"))
			.toList();
		assertThat(boxes).contains("text5000");
		assertThat(over).as("words over the edge of a page").isEmpty();
	}

	@Test
	void pageIsAccessibleAndFitsATelephone(@TempDir Path folder) {
		for (int width : List.of(1280, 320)) {
			var look = new Browser(folder).look(FILES.get(PackFormat.HTML), width);
			assertThat(look.faults()).isEmpty();
			assertThat(look.across()).as("pixels to the side at " + width).isLessThanOrEqualTo(0);
		}
	}

	private static int count(String text, String part) {
		return text.split(Pattern.quote(part), -1).length - 1;
	}

}

package org.packhorse.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhorse.document.Bytes;
import org.packhorse.document.Tone;
import org.packhorse.writer.Look;

class HouseStyleTests {

	private final TreeMap<String, Bytes> files = new TreeMap<>();

	/// Black on white is 21 to 1; 777777 on white is the known near miss, 767676 the known pass of WCAG.
	@Test
	void contrastIsReckonedAsPublished() {
		assertThat(Contrast.between("000000", "FFFFFF")).isEqualTo(21.0, within(0.001));
		assertThat(Contrast.between("777777", "FFFFFF")).isEqualTo(4.48, within(0.005));
		assertThat(Contrast.between("767676", "FFFFFF")).isEqualTo(4.54, within(0.005));
	}

	@Test
	void houseThatSaysNothingLooksPlain() {
		assertThat(house("").look()).isEqualTo(Look.plain());
	}

	@Test
	void ownHouseTakesWhatItLeavesOutFromTheDefault() {
		put("houses/default/house.yml", "font: Georgia\nmargin: 25\ndraft-words: NOT FINAL");
		put("houses/own/house.yml", "margin: 20\ncolours: {good: {fill: \"#005a30\"}}\nmarking: {members: Members only}");
		var house = HouseStyle.of(new FrozenTemplates("p", "own", this.files));
		assertThat(house.look().font()).isEqualTo("Georgia");
		assertThat(house.look().marginMillimetres()).isEqualTo(20);
		assertThat(house.look().draftWords()).isEqualTo("NOT FINAL");
		assertThat(house.look().shade(Tone.GOOD)).isEqualTo(new Look.Shade("005A30", "FFFFFF"));
		assertThat(house.markings()).containsEntry(Audience.MEMBERS, "Members only").containsEntry(Audience.PUBLIC, "");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			colours: {watch: {fill: "FFBF47", text: "FFFFFF"}} | colours.watch.text: FFFFFF on FFBF47 (its fill) has a contrast of 1.64 to 1 | 4.5 to 1 or more
			colours: {accent: "777777"} | colours.accent: 777777 on FFFFFF (white paper) has a contrast of 4.48 to 1 | 4.5 to 1 or more
			colours: {accent: "blue"} | colours.accent is 'blue' | six hexadecimal digits
			colours: {acent: "1D3D5C"} | There is no setting colours.acent | Did you mean colours.accent?
			margin: 5 | margin is '5' | Write a whole number from 10 to 30
			margin: wide | margin is 'wide' | Write a whole number from 10 to 30
			font: "Arial, sans-serif" | font is 'Arial, sans-serif' | one font family
			logo: logo.png | There is no file houses/default/logo.png | Put the file there
			logo: ../../secret.png | There is no file houses/default/../../secret.png | Put the file there
			logo: words.txt | houses/default/words.txt is not a PNG or JPEG picture | Put a PNG or JPEG picture in its place
			logo: good.png | The logo has no text alternative | Write logo-alternative
			logo: cut.png | houses/default/cut.png is damaged | Put a PNG or JPEG picture
			fonts: {regular: cut.ttf, bold: good.ttf, italic: good.ttf} | houses/default/cut.ttf is cut off | Put a TrueType font
			fonts: {regular: sealed.ttf, bold: good.ttf, italic: good.ttf} | houses/default/sealed.ttf is a font whose licence forbids to embed it | Put a TrueType font
			fonts: {regular: none.ttf, bold: good.ttf, italic: good.ttf} | There is no file houses/default/none.ttf | Put the file there
			fonts: {regular: good.ttf} | The house brings 1 of three font files | Name all three
			fonts: {regular: words.txt, bold: good.ttf, italic: good.ttf} | houses/default/words.txt is not a TrueType font (.ttf) | Put a TrueType font
			header: "{markign}" | header names {markign} | Did you mean marking?
			""")
	void faultIsNamedWithItsLineAndARemedy(String yaml, String fault, String remedy) throws IOException {
		this.files.put("houses/default/good.png", png());
		this.files.put("houses/default/good.ttf", font());
		this.files.put("houses/default/cut.png", cut(png()));
		this.files.put("houses/default/cut.ttf", cut(font()));
		this.files.put("houses/default/sealed.ttf", sealed(font()));
		put("houses/default/words.txt", "words");
		assertThat(problems("# first line\n" + yaml)).anySatisfy(problem -> {
			assertThat(problem.file()).isEqualTo("houses/default/house.yml");
			assertThat(problem.line()).isEqualTo(2);
			assertThat(problem.fault()).startsWith(fault);
			assertThat(problem.remedy()).contains(remedy);
		});
	}

	@Test
	void everyFaultIsNamedAtOnce() {
		assertThat(problems("margin: 5\ncolours: {accent: \"blue\"}\nlogo: no.png")).hasSizeGreaterThanOrEqualTo(3);
	}

	@Test
	void logoAndFontsAreTaken() throws IOException {
		var png = png();
		var ttf = font();
		this.files.put("houses/default/good.png", png);
		this.files.put("houses/default/fonts/a.ttf", ttf);
		var look = house("logo: good.png\nlogo-alternative: Exampleshire\nfonts: {regular: fonts/a.ttf, bold: fonts/a.ttf, italic: fonts/a.ttf}").look();
		assertThat(look.logo()).isEqualTo(png);
		assertThat(look.fonts()).isEqualTo(new Look.Fonts(ttf, ttf, ttf));
	}

	@Test
	void wordStylesMustBeAWordDocumentWithStyles() throws IOException {
		assertThat(wordFault("no zip".getBytes(StandardCharsets.UTF_8))).isEqualTo("house.docx is not a Word document (.docx)");
		assertThat(wordFault(zip("readme.txt", "words"))).isEqualTo("house.docx is not a Word document (.docx)");
		assertThat(wordFault(zip("[Content_Types].xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")))
			.isEqualTo("house.docx is an Excel workbook, not a Word document (.docx)");
		var kinds = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
		assertThat(wordFault(zip("[Content_Types].xml", kinds))).isEqualTo("house.docx has no styles");
		assertThat(wordFault(zip("[Content_Types].xml", kinds, "word/styles.xml", "<styles/>"))).isEqualTo("house.docx has no styles");
		assertThat(wordFault(zip("[Content_Types].xml", kinds, "word/styles.xml", "<styles><style>"))).startsWith("house.docx is damaged");
		var whole = zip("[Content_Types].xml", kinds, "word/styles.xml", "<styles><style/></styles>");
		assertThat(wordFault(Arrays.copyOf(whole, 60))).startsWith("house.docx is ");
		this.files.put("houses/default/house.docx", Bytes.of(whole));
		assertThat(problems("")).isEmpty();
	}

	private String wordFault(byte[] file) {
		this.files.put("houses/default/house.docx", Bytes.of(file));
		var problem = problems("").getFirst();
		assertThat(problem.file()).isEqualTo("houses/default/house.docx");
		assertThat(problem.remedy()).contains("save it as .docx");
		return problem.fault();
	}

	private static byte[] zip(String... namesAndWords) throws IOException {
		var out = new ByteArrayOutputStream();
		try (var zip = new ZipOutputStream(out)) {
			for (int i = 0; i < namesAndWords.length; i += 2) {
				zip.putNextEntry(new ZipEntry(namesAndWords[i]));
				zip.write(namesAndWords[i + 1].getBytes(StandardCharsets.UTF_8));
			}
		}
		return out.toByteArray();
	}

	private static Bytes png() throws IOException {
		var out = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", out);
		return Bytes.of(out.toByteArray());
	}

	private static Bytes font() throws IOException {
		try (var in = HouseStyleTests.class.getResourceAsStream("/liberation/LiberationSerif-Regular.ttf")) {
			return Bytes.of(Objects.requireNonNull(in).readAllBytes());
		}
	}

	private static Bytes cut(Bytes file) {
		return Bytes.of(Arrays.copyOf(file.array(), file.array().length / 2));
	}

	/// The same font with the mark in its table OS/2 that forbids to embed it.
	private static Bytes sealed(Bytes file) {
		var font = ByteBuffer.wrap(file.array());
		for (int entry = 12; entry < 12 + 16 * font.getShort(4); entry += 16) {
			if (font.getInt(entry) == 0x4F532F32) {
				font.putShort(font.getInt(entry + 8) + 8, (short) 2);
			}
		}
		return Bytes.of(font.array());
	}

	private HouseStyle house(String yaml) {
		put("houses/default/house.yml", yaml);
		return HouseStyle.of(new FrozenTemplates("p", "default", this.files));
	}

	private List<TemplateProblem> problems(String yaml) {
		put("houses/default/house.yml", yaml);
		var templates = new FrozenTemplates("p", "default", this.files);
		try {
			HouseStyle.of(templates);
			return List.of();
		}
		catch (FaultyTemplate fault) {
			return fault.problems();
		}
	}

	private void put(String path, String contents) {
		this.files.put(path, Bytes.of(contents.getBytes(StandardCharsets.UTF_8)));
	}

}

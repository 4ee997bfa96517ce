package org.packhorse.writer.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;
import org.packhorse.document.Bytes;
import org.packhorse.writer.Look;
import org.packhorse.writer.Specimen;

class HouseDocumentTests {

	@Test
	void houseDecidesTheLooksAndWeTheNumbers() throws IOException {
		var file = WordPackWriterTests.write(Specimen.of(1), look(house()));
		var styles = WordFileAsText.part(file, "word/styles.xml");
		assertThat(styles).contains("FF00AA").contains("w:styleId=\"Heading1\"").doesNotContain("berschrift1");
		assertThat(styles).contains("w:styleId=\"TableHeading\"").contains("w:styleId=\"BadgeConcern\"");
		assertThat(WordFileAsText.of(file)).contains("[Heading1] 1 {s_summary}Where we are", "[NumberedParagraph1] 1.1 Most");
	}

	@Test
	void languageIsThePacksWhateverTheHouseSays() throws IOException {
		var styles = WordFileAsText.part(WordPackWriterTests.write(Specimen.of(1), look(house())), "word/styles.xml");
		assertThat(styles).contains("w:val=\"en-GB\"").doesNotContain("de-DE");
	}

	@Test
	void houseWithItsOwnStylesGivesTheSameBytesAgain() throws IOException {
		var house = house();
		assertThat(WordPackWriterTests.write(Specimen.of(1), look(house))).isEqualTo(WordPackWriterTests.write(Specimen.of(1), look(house)));
	}

	@Test
	void fileThatIsNoWordFileIsRefusedBeforeAnythingIsWritten() {
		var out = new ByteArrayOutputStream();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new WordPackWriter().write(Specimen.of(1), look("no Word file".getBytes(StandardCharsets.UTF_8)), out))
			.withMessageContaining("house.docx is not a Word file")
			.withMessageContaining("save it as .docx");
		assertThat(out.size()).isZero();
	}

	@Test
	void zipThatIsNoWordFileIsRefused() throws IOException {
		var zip = new ByteArrayOutputStream();
		try (var out = new ZipOutputStream(zip)) {
			out.putNextEntry(new ZipEntry("readme.txt"));
		}
		assertThatIllegalArgumentException().isThrownBy(() -> WordPackWriterTests.write(Specimen.of(1), look(zip.toByteArray())))
			.withMessageContaining("house.docx");
	}

	/// A house's file made in a German Word: the first heading is called "berschrift1" and has a list of the house's own.
	private static byte[] house() throws IOException {
		try (var document = new XWPFDocument()) {
			var styles = CTStyles.Factory.newInstance();
			style(styles, "Standard", "Normal");
			var heading = style(styles, "berschrift1", "heading 1");
			heading.addNewBasedOn().setVal("Standard");
			heading.addNewPPr().addNewNumPr().addNewNumId().setVal(java.math.BigInteger.valueOf(77));
			var run = heading.addNewRPr();
			run.addNewColor().setVal("FF00AA");
			run.addNewLang().setVal("de-DE");
			document.createStyles().setStyles(styles);
			var out = new ByteArrayOutputStream();
			document.write(out);
			return out.toByteArray();
		}
	}

	private static CTStyle style(CTStyles styles, String id, String name) {
		var style = styles.addNewStyle();
		style.setType(STStyleType.PARAGRAPH);
		style.setStyleId(id);
		style.addNewName().setVal(name);
		return style;
	}

	private static Look look(byte[] house) {
		var look = Look.plain();
		return new Look(look.accent(), look.tones(), look.font(), null, look.marginMillimetres(), look.header(), look.footer(), null, "",
				look.draftWords(), Bytes.of(house));
	}

}

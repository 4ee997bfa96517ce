package org.packhorse.writer.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.drawingml.x2006.chart.ChartSpaceDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.StyleSheetDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorkbookDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorksheetDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.DocumentDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.FtrDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.HdrDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;
import org.packhorse.writer.Specimen;

/// Holds the parts against the format's schema.
class WordSchemaTests {

	@Test
	void headerAndFooterObeyTheSchema() throws Exception {
		assertThat(faults(HdrDocument.Factory.parse(WordFileAsText.part(write(), "word/header.xml")))).isEmpty();
		assertThat(faults(FtrDocument.Factory.parse(WordFileAsText.part(write(), "word/footer.xml")))).isEmpty();
	}

	@Test
	void paragraphsOfTheBodyObeyTheSchema() throws Exception {
		var body = DocumentDocument.Factory.parse(chosen(WordFileAsText.part(write(), "word/document.xml"))).getDocument().getBody();
		var paragraphs = new ArrayList<XmlObject>(body.getPList());
		body.getTblList().forEach(table -> table.getTrList().forEach(row -> row.getTcList().forEach(cell -> paragraphs.addAll(cell.getPList()))));
		assertThat(paragraphs).hasSizeGreaterThan(60).allSatisfy(paragraph -> assertThat(faults(paragraph)).isEmpty());
		assertThat(faults(body.getSectPr())).isEmpty();
	}

	@Test
	void chartsAndTheirWorkbooksObeyTheSchema() throws Exception {
		int charts = 0;
		for (var part : WordFileAsText.parts(write()).entrySet()) {
			var name = part.getKey();
			if (name.matches("word/charts/chart\\d+\\.xml")) {
				charts++;
				assertThat(faults(ChartSpaceDocument.Factory.parse(new ByteArrayInputStream(part.getValue())))).as(name).isEmpty();
			}
			if (name.startsWith("word/embeddings/")) {
				var parts = WordFileAsText.parts(part.getValue());
				assertThat(faults(WorksheetDocument.Factory.parse(new ByteArrayInputStream(parts.get("xl/worksheets/sheet1.xml"))))).as(name).isEmpty();
				assertThat(faults(WorkbookDocument.Factory.parse(new ByteArrayInputStream(parts.get("xl/workbook.xml"))))).as(name).isEmpty();
				assertThat(faults(StyleSheetDocument.Factory.parse(new ByteArrayInputStream(parts.get("xl/styles.xml"))))).as(name).isEmpty();
			}
		}
		assertThat(charts).isEqualTo(3);
	}

	@Test
	void stylesOfParagraphsAndWordsObeyTheSchema() throws Exception {
		var styles = StylesDocument.Factory.parse(WordFileAsText.part(write(), "word/styles.xml")).getStyles();
		var properties = new ArrayList<XmlObject>();
		for (var style : styles.getStyleList()) {
			properties.addAll(Stream.of(style.getPPr(), style.getRPr()).filter(Objects::nonNull).toList());
		}
		assertThat(properties).hasSizeGreaterThan(60).allSatisfy(property -> assertThat(faults(property)).isEmpty());
	}

	@Test
	void everyPartIsWellFormed() throws IOException, XmlException {
		for (var part : WordFileAsText.parts(write()).entrySet()) {
			if (!part.getKey().matches(".*\\.(png|xlsx)")) {
				assertThat(Nodes.root(part.getValue())).as(part.getKey()).isNotNull();
			}
		}
	}

	/// The markup as a program reads it that knows the shapes of Word 2010; their own content is Microsoft's, and in no schema of the standard.
	private static String chosen(String xml) {
		return xml.replaceAll("<mc:AlternateContent><mc:Choice Requires=\"wps\">(.*?)</mc:Choice><mc:Fallback>.*?</mc:Fallback></mc:AlternateContent>", "$1")
			.replaceAll("<wps:wsp>.*?</wps:wsp>", "");
	}

	private static List<XmlError> faults(XmlObject xml) {
		var faults = new ArrayList<XmlError>();
		xml.validate(new XmlOptions().setErrorListener(faults));
		return faults;
	}

	/// The specimen; `-Ddump=FOLDER` leaves it there, to be looked at in Word.
	private static byte[] write() throws IOException {
		var file = WordPackWriterTests.write(Specimen.draft());
		var folder = System.getProperty("dump");
		if (folder != null) {
			Files.write(Path.of(folder, "draft.docx"), file);
			Files.write(Path.of(folder, "specimen.docx"), WordPackWriterTests.write(Specimen.of(40)));
		}
		return file;
	}

}

package org.packhorse.writer.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.drawingml.x2006.chart.ChartSpaceDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.DocumentDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.FtrDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.HdrDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.SettingsDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;
import org.packhorse.document.PackDocument;
import org.packhorse.writer.Look;
import org.packhorse.writer.Specimen;

class WordPackWriterTests {

	private static final Path GOLDEN = Path.of("src/test/resources/org/packhorse/writer/word/specimen.docx.txt");

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 400 })
	void tablesOfAnyLengthOpen(int rows) throws IOException {
		try (var document = new XWPFDocument(new ByteArrayInputStream(write(Specimen.of(rows))))) {
			assertThat(document.getTables().stream().mapToInt(table -> table.getNumberOfRows()).max()).hasValue(Math.max(rows + 1, 6));
		}
	}

	@Test
	void everyPartObeysTheFormatsSchema() throws IOException {
		var file = write(Specimen.draft());
		if (System.getProperty("dump") != null) {
			Files.write(Path.of(System.getProperty("dump"), "draft.docx"), file);
			Files.write(Path.of(System.getProperty("dump"), "specimen.docx"), write(Specimen.of(40)));
		}
		for (var part : WordFileAsText.parts(file).keySet()) {
			if (part.endsWith(".xml") || part.endsWith(".rels")) {
				assertThat(faults(part, WordFileAsText.part(file, part))).as(part).isEmpty();
			}
		}
	}

	/// The whole specimen as text; run with `-Dgolden=accept` after a change that is meant.
	@Test
	void specimenReadsAsItShould() throws IOException {
		var text = WordFileAsText.of(write(Specimen.of(6)));
		if ("accept".equals(System.getProperty("golden"))) {
			Files.createDirectories(GOLDEN.getParent());
			Files.writeString(GOLDEN, text);
		}
		assertThat(text).isEqualTo(Files.readString(GOLDEN));
	}

	private static List<XmlError> faults(String part, String xml) {
		try {
			var parsed = switch (part.replaceAll("[0-9]", "")) {
				case "word/document.xml" -> DocumentDocument.Factory.parse(xml);
				case "word/styles.xml" -> StylesDocument.Factory.parse(xml);
				case "word/numbering.xml" -> NumberingDocument.Factory.parse(xml);
				case "word/settings.xml" -> SettingsDocument.Factory.parse(xml);
				case "word/header.xml" -> HdrDocument.Factory.parse(xml);
				case "word/footer.xml" -> FtrDocument.Factory.parse(xml);
				case "word/charts/chart.xml" -> ChartSpaceDocument.Factory.parse(xml);
				default -> null;
			};
			if (parsed == null) {
				XmlObject.Factory.parse(xml);
				return List.of();
			}
			var faults = new ArrayList<XmlError>();
			parsed.validate(new XmlOptions().setErrorListener(faults));
			return faults;
		}
		catch (XmlException ex) {
			return List.of(ex.getError());
		}
	}

	static byte[] write(PackDocument document) throws IOException {
		return write(document, Look.plain());
	}

	static byte[] write(PackDocument document, Look look) throws IOException {
		var out = new ByteArrayOutputStream();
		new WordPackWriter().write(document, look, out);
		return out.toByteArray();
	}

}

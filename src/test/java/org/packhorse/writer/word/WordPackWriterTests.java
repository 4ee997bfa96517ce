package org.packhorse.writer.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipInputStream;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

	@Test
	void entriesStandInOneOrderAndCarryNoTime() throws IOException {
		assertThat(WordFileAsText.parts(write(Specimen.of(1))).keySet()).startsWith("[Content_Types].xml", "_rels/.rels")
			.endsWith("word/charts/chart3.xml", "word/charts/_rels/chart3.xml.rels", "word/embeddings/chart3.xlsx", "word/media/image1.png");
		try (var zip = new ZipInputStream(new ByteArrayInputStream(write(Specimen.of(1))))) {
			for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				assertThat(entry.getTimeLocal()).isEqualTo("1980-01-01T12:00:00");
			}
		}
	}

	@Test
	void streamStaysOpen() throws IOException {
		var closed = new AtomicBoolean();
		var out = new ByteArrayOutputStream() {
			@Override
			public void close() {
				closed.set(true);
			}
		};
		assertThat(new WordPackWriter().write(Specimen.of(1), Look.plain(), out)).isEmpty();
		assertThat(closed).isFalse();
	}

	@Test
	void streamThatFailsFailsTheWriting() {
		var full = new OutputStream() {
			@Override
			public void write(int b) throws IOException {
				throw new IOException("the disk is full");
			}
		};
		assertThatIOException().isThrownBy(() -> new WordPackWriter().write(Specimen.of(400), Look.plain(), full)).withMessage("the disk is full");
	}

	@Test
	void titleLanguageAndDateAreThePacks() throws IOException {
		try (var document = new XWPFDocument(new ByteArrayInputStream(write(Specimen.of(1))))) {
			var core = document.getProperties().getCoreProperties();
			assertThat(core.getTitle()).isEqualTo("Improvement Board pack");
			assertThat(core.getCreated()).isEqualTo("2026-03-31T00:00:00Z");
			assertThat(core.getModified()).isEqualTo("2026-03-31T00:00:00Z");
			assertThat(core.getUnderlyingProperties().getLanguageProperty()).hasValue("en-GB");
		}
	}

	@Test
	void chartsAreNativeAndAMissingReadingIsAGap() throws IOException {
		try (var document = new XWPFDocument(new ByteArrayInputStream(write(Specimen.of(1))))) {
			assertThat(document.getCharts()).hasSize(3);
			var series = document.getCharts().get(1).getChartSeries().getFirst().getSeries(0);
			assertThat(series.getCategoryData().getPointAt(1)).isEqualTo("May 2025");
			assertThat(series.getCategoryData().getPointCount()).isEqualTo(3);
		}
		assertThat(WordFileAsText.part(write(Specimen.of(1)), "word/charts/chart2.xml")).contains("<c:dispBlanksAs val=\"gap\"/>")
			.contains("<c:ptCount val=\"3\"/><c:pt idx=\"0\"><c:v>2.0</c:v></c:pt><c:pt idx=\"2\"><c:v>-3.5</c:v></c:pt></c:numCache>");
	}

	@Test
	void onlyDraftsCarryTheWatermark() throws IOException {
		assertThat(WordFileAsText.part(write(Specimen.draft()), "word/header.xml")).contains("string=\"DRAFT\"");
		assertThat(WordFileAsText.part(write(Specimen.of(1)), "word/header.xml")).doesNotContain("DRAFT");
	}

	@Test
	void wordIsNeverAskedToUpdateFields() throws IOException {
		var file = write(Specimen.of(1));
		assertThat(WordFileAsText.part(file, "word/settings.xml")).doesNotContain("updateFields");
		assertThat(WordFileAsText.part(file, "word/document.xml")).doesNotContain("w:dirty");
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

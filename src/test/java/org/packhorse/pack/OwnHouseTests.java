package org.packhorse.pack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.packhorse.Published;
import org.packhorse.SmallCouncil;
import org.packhorse.TestDatabase;
import org.packhorse.TestDatabases;
import org.packhorse.TestHome;
import org.packhorse.template.TemplateFolder;
import org.packhorse.writer.OfficeFile;
import org.packhorse.writer.PackFormat;
import org.packhorse.writer.pdf.PdfUa;
import org.packhorse.writer.word.WordFileAsText;

import static org.assertj.core.api.Assertions.assertThat;

/// A council with a house of its own, fonts and Word styles among it, gets its packs in that house.
class OwnHouseTests {

	private static final TestDatabase DATABASE = TestDatabases.h2();

	private static Path home;

	private static Edition edition;

	@BeforeAll
	static void make() throws IOException {
		home = TestHome.fresh("own-house");
		DATABASE.home(home);
		SmallCouncil.files(home.resolve("council")).into(DATABASE);
		var request = Published.request(SmallCouncil.CODE, "improvement-board", LocalDate.of(2021, 6, 30), home.resolve("out"));
		var house = Files.createDirectories(home.resolve("report-templates/houses/serif/fonts")).getParent();
		Files.write(house.resolve("house.docx"), restyled(Published.file(Published.make(DATABASE, request).edition(), PackFormat.DOCX)));
		for (String cut : List.of("Regular", "Bold", "Italic")) {
			try (var font = OwnHouseTests.class.getResourceAsStream("/liberation/LiberationSerif-" + cut + ".ttf")) {
				Files.write(house.resolve("fonts/" + cut + ".ttf"), Objects.requireNonNull(font).readAllBytes());
			}
		}
		TestHome.write(house.resolve("house.yml"), """
				font: Liberation Serif
				fonts:
				  regular: fonts/Regular.ttf
				  bold: fonts/Bold.ttf
				  italic: fonts/Italic.ttf
				colours:
				  accent: "7A1F3D"
				""");
		edition = Published.make(DATABASE, new PackRequest(request.authority(), request.pack(), request.asAt(), request.formats(), "serif", false,
				List.of(), request.store(), request.requestedBy())).edition();
	}

	/// As a council makes its house.docx: a pack opened in Word, its first heading and table headings changed, saved under another name.
	private static byte[] restyled(byte[] docx) throws IOException {
		var out = new ByteArrayOutputStream();
		try (var in = new ZipInputStream(new ByteArrayInputStream(docx)); var zip = new ZipOutputStream(out)) {
			for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				var bytes = in.readAllBytes();
				if (entry.getName().equals("word/styles.xml")) {
					bytes = new String(bytes, StandardCharsets.UTF_8).replace("1D3D5C", "7A1F3D").replace("\"Arial\"", "\"Liberation Serif\"")
						.getBytes(StandardCharsets.UTF_8);
				}
				zip.putNextEntry(new ZipEntry(entry.getName()));
				zip.write(bytes);
			}
		}
		return out.toByteArray();
	}

	@AfterAll
	static void close() {
		DATABASE.close();
		TestHome.delete(home);
	}

	@Test
	void houseIsFreeOfFaults() {
		assertThat(TemplateFolder.open(home.resolve("report-templates")).check()).isEmpty();
	}

	@Test
	void pdfEmbedsTheHousesFontsAlone() throws Exception {
		var pdf = Published.file(edition, PackFormat.PDF);
		var names = new TreeSet<String>();
		try (var reader = new PdfReader(pdf)) {
			for (int page = 1; page <= reader.getNumberOfPages(); page++) {
				var fonts = reader.getPageN(page).getAsDict(PdfName.RESOURCES).getAsDict(PdfName.FONT);
				fonts.getKeys().forEach(name -> names.add(fonts.getAsDict(name).getAsName(PdfName.BASEFONT).toString()));
			}
		}
		assertThat(names).containsExactly("/AAAAAA+LiberationSerif", "/AAAAAA+LiberationSerif-Bold", "/AAAAAA+LiberationSerif-Italic");
		assertThat(PdfUa.faults(pdf)).isEmpty();
	}

	@Test
	void wordFileHasTheHousesStylesAndOurNumbers() throws IOException {
		var docx = Published.file(edition, PackFormat.DOCX);
		try (var document = new XWPFDocument(new ByteArrayInputStream(docx))) {
			var heading = document.getStyles().getStyle("Heading1").getCTStyle().getRPr();
			assertThat(heading.getColorArray(0).xgetVal().getStringValue()).isEqualTo("7A1F3D");
			assertThat(document.getStyles().getStyle("Heading1").getCTStyle().getPPr()).isNotNull();
			assertThat(document.getParagraphs()).anyMatch(paragraph -> "Heading1".equals(paragraph.getStyle()));
		}
		assertThat(new String(WordFileAsText.parts(docx).get("word/styles.xml"), StandardCharsets.UTF_8)).contains("Liberation Serif").doesNotContain("Arial");
		assertThat(OfficeFile.faults(docx)).isEmpty();
	}

	@Test
	void workbookAndPageNameTheHousesFont() throws IOException {
		var xlsx = Published.file(edition, PackFormat.XLSX);
		try (var book = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
			assertThat(book.getFontAt(0).getFontName()).isEqualTo("Liberation Serif");
		}
		assertThat(OfficeFile.faults(xlsx)).isEmpty();
		assertThat(new String(Published.file(edition, PackFormat.HTML), StandardCharsets.UTF_8)).contains("Liberation Serif").contains("7A1F3D");
	}

}

package org.packhorse.writer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.packhorse.ExamplePack;
import org.packhorse.Programs;
import org.packhorse.Published;
import org.packhorse.document.PackDocument;

import static org.assertj.core.api.Assertions.assertThat;

/// LibreOffice opens what the Word and Excel writers write, shows all of it, and goes on numbering where somebody adds a paragraph.
class OfficeTests {

	/// The words of each file as LibreOffice prints it, by the file's name, without spaces: lines break where they like.
	private static final Map<String, String> PRINTED = new LinkedHashMap<>();

	@TempDir
	private static Path folder;

	@BeforeAll
	static void openAll() throws IOException {
		var office = Programs.needed("LibreOffice", "libreoffice-writer libreoffice-calc fonts-liberation", "soffice", "libreoffice");
		for (PackFormat format : List.of(PackFormat.DOCX, PackFormat.XLSX)) {
			var writer = Writers.of(format);
			write(writer, "specimen", Specimen.of(40));
			write(writer, "draft", Specimen.draft());
			write(writer, "hard", HardSpecimen.of());
			Files.write(file("board", format), Published.file(ExamplePack.made().edition(), format));
		}
		Files.write(folder.resolve("edited.docx"), withOneParagraphMore(Files.readAllBytes(file("specimen", PackFormat.DOCX))));
		for (String kind : List.of("docx", "xlsx")) {
			// The board's workbook is a hundred pages of print and shows nothing that the specimen does not: it is opened to be saved.
			var command = new ArrayList<>(List.of(office.toString(), "--headless", "-env:UserInstallation=" + folder.resolve("profile").toUri(),
					"--convert-to", "pdf", "--outdir", folder.resolve(kind).toString()));
			try (var files = Files.list(folder)) {
				files.filter(file -> file.toString().endsWith("." + kind) && !file.endsWith("board.xlsx")).sorted().forEach(file -> command.add(file.toString()));
			}
			Programs.run(folder, command);
			Programs.run(folder, List.of(office.toString(), "--headless", "-env:UserInstallation=" + folder.resolve("profile").toUri(), "--convert-to", kind, "--outdir",
					folder.resolve("saved").toString(), folder.resolve("specimen." + kind).toString(), folder.resolve("board." + kind).toString()));
			try (var printed = Files.list(folder.resolve(kind))) {
				printed.forEach(pdf -> PRINTED.put(pdf.getFileName().toString().replace("pdf", kind), words(pdf)));
			}
		}
	}

	private static void write(PackWriter writer, String name, PackDocument document) throws IOException {
		try (var out = Files.newOutputStream(file(name, writer.format()))) {
			writer.write(document, Look.plain(), out);
		}
	}

	private static Path file(String name, PackFormat format) {
		return folder.resolve(name + "." + format.ending());
	}

	private static String words(Path pdf) {
		try (var reader = new PdfReader(Files.readAllBytes(pdf))) {
			var words = new StringBuilder();
			var extractor = new PdfTextExtractor(reader);
			for (int page = 1; page <= reader.getNumberOfPages(); page++) {
				words.append(extractor.getTextFromPage(page));
			}
			return words.toString().replaceAll("[\\s\u00A0]+", "");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// As an editor adds one: the first numbered paragraph once more, with words of its own.
	private static byte[] withOneParagraphMore(byte[] docx) throws IOException {
		var out = new java.io.ByteArrayOutputStream();
		try (var in = new ZipInputStream(new ByteArrayInputStream(docx)); var zip = new ZipOutputStream(out)) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				var bytes = in.readAllBytes();
				if (entry.getName().equals("word/document.xml")) {
					var xml = new String(bytes, StandardCharsets.UTF_8);
					int words = xml.indexOf("Most actions are on track");
					int start = xml.lastIndexOf("<w:p>", words);
					int end = xml.indexOf("</w:p>", words) + "</w:p>".length();
					int run = xml.indexOf("<w:r>", start);
					var added = xml.substring(start, run) + "<w:r><w:t>Added by hand.</w:t></w:r></w:p>";
					bytes = (xml.substring(0, end) + added + added.replace("Added by", "And again by") + xml.substring(end)).getBytes(StandardCharsets.UTF_8);
				}
				zip.putNextEntry(new ZipEntry(entry.getName()));
				zip.write(bytes);
			}
		}
		return out.toByteArray();
	}

	@Test
	void everyFileOpens() {
		assertThat(PRINTED.keySet()).containsExactlyInAnyOrder("board.docx", "draft.docx", "edited.docx", "hard.docx", "specimen.docx", "draft.xlsx", "hard.xlsx", "specimen.xlsx");
		assertThat(PRINTED.values()).allSatisfy(words -> assertThat(words).hasSizeGreaterThan(500));
	}

	@Test
	void wordFileShowsHeadingsNumbersAndTheLastRow() {
		assertThat(PRINTED.get("specimen.docx")).contains("1Wherewe", "1.1Mostactionsareontrack", "2.1.1.1Nested", "3.40", "Page1of", "OFFICIAL-SENSITIVE");
		assertThat(PRINTED.get("board.docx")).contains("Thechair'spage", "Howratingsareworkedout", "S9.");
	}

	@Test
	void longWordsAndCellsAreShownToTheirEnd() {
		assertThat(PRINTED.get("hard.docx")).contains("text5000", "afterit", "thelastrow", "Thereisnothingtoshow.", "Wordsatdepth1.");
		assertThat(PRINTED.get("hard.xlsx")).contains("afterit", "thelastrow", "alone2");
	}

	@Test
	void draftSaysSo() {
		assertThat(PRINTED.get("draft.docx")).contains("OFFICIAL-SENSITIVE");
		assertThat(PRINTED.get("draft.xlsx")).containsIgnoringCase("draft");
	}

	@Test
	void workbookShowsItsSheets() {
		assertThat(PRINTED.get("specimen.xlsx")).contains("Contents", "3.40");
	}

	/// As an officer does who opens the pack in LibreOffice, changes a word and saves it.
	@Test
	void wordFileSavedByLibreOfficeKeepsHeadingsHeaderRowsAndNumbering() throws IOException {
		for (String name : List.of("specimen", "board")) {
			try (var before = new XWPFDocument(Files.newInputStream(file(name, PackFormat.DOCX)));
					var after = new XWPFDocument(Files.newInputStream(folder.resolve("saved").resolve(name + ".docx")))) {
				assertThat(headings(after)).isNotEmpty().isEqualTo(headings(before));
				assertThat(headerRows(after)).isNotEmpty().isEqualTo(headerRows(before));
				assertThat(after.getTables()).hasSameSizeAs(before.getTables());
			}
		}
		try (var after = new XWPFDocument(Files.newInputStream(folder.resolve("saved/specimen.docx")))) {
			var styles = after.getStyles();
			assertThat(after.getParagraphs()).filteredOn(paragraph -> paragraph.getText().startsWith("Most actions are on track"))
				.allSatisfy(paragraph -> assertThat(paragraph.getNumID() != null || styles.getStyle(paragraph.getStyle()).getCTStyle().getPPr().isSetNumPr())
					.as("is numbered, not typed").isTrue())
				.isNotEmpty();
		}
	}

	private static List<String> headings(XWPFDocument document) {
		return document.getParagraphs()
			.stream()
			.filter(paragraph -> paragraph.getStyle() != null && paragraph.getStyle().matches("Heading\\d"))
			.map(paragraph -> paragraph.getStyle() + " " + paragraph.getText().strip())
			.toList();
	}

	private static List<String> headerRows(XWPFDocument document) {
		return document.getTables().stream().map(table -> table.getRow(0)).filter(XWPFTableRow::isRepeatHeader)
			.map(row -> row.getTableCells().stream().map(XWPFTableCell::getText).toList().toString())
			.toList();
	}

	@Test
	void workbookSavedByLibreOfficeKeepsTheTypesOfItsCells() throws IOException {
		for (String name : List.of("specimen", "board")) {
			try (var before = new XSSFWorkbook(Files.newInputStream(file(name, PackFormat.XLSX)));
					var after = new XSSFWorkbook(Files.newInputStream(folder.resolve("saved").resolve(name + ".xlsx")))) {
				assertThat(typed(after)).hasSizeGreaterThan(100).isEqualTo(typed(before));
			}
		}
	}

	/// Every cell that holds something: where it is, of what type, what it shows.
	private static List<String> typed(XSSFWorkbook book) {
		var formatter = new DataFormatter(Locale.UK);
		var cells = new ArrayList<String>();
		book.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
			if (cell.getCellType() != CellType.BLANK) {
				cells.add(cell.getAddress() + " " + cell.getCellType() + " " + formatter.formatCellValue(cell));
			}
		})));
		return cells;
	}

	@Test
	void paragraphAddedInANumberedSectionTakesTheNextNumber() {
		assertThat(PRINTED.get("edited.docx")).contains("1.1Mostactionsareontrack", "1.2Addedbyhand.", "1.3Andagainbyhand.");
	}

}

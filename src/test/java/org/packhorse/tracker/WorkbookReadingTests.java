package org.packhorse.tracker;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// How workbooks are read, and which are refused before anything reads them.
class WorkbookReadingTests {

	private static final LocalDate TODAY = LocalDate.of(2021, 7, 15);

	@TempDir
	private Path folder;

	private TrackerFile file = new TrackerFile(new ImportFile(Path.of("none")), 1);

	@Test
	void typedCellsAreUnderstood() throws IOException {
		var rows = rows(workbook((book) -> {
			var sheet = values(book.createSheet("KPI_Values"));
			var date = book.createCellStyle();
			date.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
			var percent = book.createCellStyle();
			percent.setDataFormat(book.createDataFormat().getFormat("0.0%"));
			var row = sheet.createRow(1);
			row.createCell(0).setCellValue("X99000001");
			row.createCell(1).setCellValue("re-referrals");
			row.createCell(2).setCellValue(LocalDate.of(2021, 3, 31));
			row.getCell(2).setCellStyle(date);
			row.createCell(3).setCellValue(0.567);
			row.getCell(3).setCellStyle(percent);
			row.createCell(4).setCellValue("1,134");
			row.createCell(5).setCellFormula("1000*2");
			row.getCell(5).setCellValue(2000);
			row.createCell(9).setBlank();
		}));
		assertThat(this.file.findings().problems()).isEmpty();
		assertThat(rows).singleElement().satisfies((row) -> {
			assertThat(row.values()).containsEntry("period_end", LocalDate.of(2021, 3, 31))
				.containsEntry("value", new BigDecimal("56.7"))
				.containsEntry("numerator", new BigDecimal("1134"))
				.containsEntry("denominator", new BigDecimal("2000"));
		});
		assertThat(this.file.findings().said()).containsExactly("sheet KPI_Values, cell D2 (value): 'a cell shown in percent' read as 56.7",
				"sheet KPI_Values, cell E2 (numerator): '1,134' read as 1134",
				"sheet KPI_Values, cell F2 (denominator): a formula is read by the value that the workbook last stored for it");
	}

	@Test
	void faultsNameSheetAndCell() throws IOException {
		rows(workbook((book) -> {
			var row = values(book.createSheet("kpi_values")).createRow(16);
			row.createCell(0).setCellValue("X99000001");
			row.createCell(1).setCellValue("cla");
			row.createCell(2).setCellValue(44286);
			row.createCell(3, CellType.ERROR).setCellErrorValue(FormulaError.REF.getCode());
			row.createCell(8).setCellValue("stray");
		}));
		assertThat(this.file.findings().problems()).extracting((problem) -> problem.place() + ": " + problem.found())
			.containsExactly("none.xlsx, sheet kpi_values, cell I17 (I): 'stray' stands in a column without a heading",
					"none.xlsx, sheet kpi_values, cell C17 (period_end): the number 44286 is not a date",
					"none.xlsx, sheet kpi_values, cell D17 (value): the cell shows the error #REF!");
	}

	@Test
	void unknownSheetsAreFaultsAndEmptyOnesAreSaid() throws IOException {
		rows(workbook((book) -> {
			book.createSheet("Notes").createRow(0).createCell(0).setCellValue("read me");
			book.createSheet("Sheet3");
		}));
		assertThat(this.file.findings().problems()).singleElement()
			.asString()
			.startsWith("none.xlsx, sheet Notes: 'Notes' is not the name of a table.")
			.contains("Tables: authorities, bodies,");
		assertThat(this.file.findings().said()).containsExactly("sheet Sheet3: the sheet is empty and is left out");
	}

	@Test
	void aRefThatBecameADateIsAFault() throws IOException {
		rows(workbook((book) -> {
			var sheet = book.createSheet("section_kpis");
			heads(sheet, "authority", "plan", "section", "kpi");
			var date = book.createCellStyle();
			date.setDataFormat(book.createDataFormat().getFormat("d-mmm"));
			var row = sheet.createRow(1);
			row.createCell(0).setCellValue("X99000001");
			row.createCell(1).setCellValue("SIP");
			row.createCell(2).setCellValue(LocalDate.of(2021, 2, 1));
			row.getCell(2).setCellStyle(date);
			row.createCell(3).setCellValue("cla");
		}));
		assertThat(this.file.findings().problems()).extracting(TrackerProblem::found)
			.containsExactly("the spreadsheet has made the text a date, 2021-02-01");
	}

	@ParameterizedTest
	@CsvSource({ "tracker.xls, .xls files are not read", "tracker.xlsm, .xlsm files are not read", "tracker.docx, .docx files are not read",
			"tracker.ods, .ods files are not read", "tracker.txt, files of this kind are not read" })
	void otherKindsOfFileAreRefused(String name, String found) {
		rows(Trackers.write(this.folder.resolve(name), new byte[] { 1, 2, 3, 4 }));
		assertThat(this.file.findings().problems()).extracting(TrackerProblem::found).containsExactly(found);
	}

	@Test
	void oldAndEncryptedWorkbooksAreRefused() {
		rows(xlsx(new byte[] { (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0 }));
		refused("the workbook is encrypted, or in the old .xls format");
		rows(xlsx("plain text".getBytes(StandardCharsets.US_ASCII)));
		refused("this is not an Excel workbook");
	}

	@Test
	void aWorkbookThatIsCutShortIsRefused() throws IOException {
		var bytes = bytes((book) -> values(book.createSheet("kpi_values")));
		rows(xlsx(Arrays.copyOf(bytes, bytes.length / 2)));
		refused("the workbook is damaged or cut short");
	}

	@ParameterizedTest
	@CsvSource({ "xl/vbaProject.bin, the workbook carries macros", "xl/activeX/activeX1.xml, the workbook carries active controls",
			"xl/externalLinks/externalLink1.xml, the workbook carries links to other workbooks",
			"xl/embeddings/Book1.xlsx, the workbook carries embedded files", "xl/../../up.xml, the workbook's parts have unsafe names",
			"XL/WORKBOOK.XML, the workbook's parts have unsafe names" })
	void activeContentAndTricksAreRefused(String part, String found) throws IOException {
		rows(xlsx(with(part, "<x/>".getBytes(StandardCharsets.UTF_8))));
		refused(found);
	}

	@Test
	void doctypesAreRefused() throws IOException {
		rows(xlsx(with("xl/more.xml", "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e \"x\">]><x>&e;</x>".getBytes(StandardCharsets.UTF_8))));
		refused("the workbook's parts hold a DOCTYPE or an unusual encoding");
		rows(xlsx(with("xl/more.xml", "<?xml version=\"1.0\"?><!DOCTYPE x><x/>".getBytes(StandardCharsets.UTF_16))));
		refused("the workbook's parts hold a DOCTYPE or an unusual encoding");
	}

	@Test
	void bombsAreRefused() throws IOException {
		var spaces = new byte[32 << 20];
		Arrays.fill(spaces, (byte) ' ');
		rows(xlsx(with("xl/bomb.xml", spaces)));
		refused("the workbook unpacks to far more than a table needs");
	}

	private void refused(String found) {
		assertThat(this.file.findings().problems()).extracting(TrackerProblem::found).containsExactly(found);
	}

	private static Sheet values(Sheet sheet) {
		heads(sheet, "authority", "kpi", "period_end", "value", "Numerator ", "denominator");
		return sheet;
	}

	private static void heads(Sheet sheet, String... names) {
		var header = sheet.createRow(0);
		for (int i = 0; i < names.length; i++) {
			header.createCell(i).setCellValue(names[i]);
		}
	}

	/// A sound workbook with one part more.
	private static byte[] with(String part, byte[] content) throws IOException {
		var out = new ByteArrayOutputStream();
		try (var in = new ZipInputStream(new ByteArrayInputStream(bytes((book) -> values(book.createSheet("kpi_values")))));
				var zip = new ZipOutputStream(out)) {
			for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				zip.putNextEntry(new ZipEntry(entry.getName()));
				in.transferTo(zip);
			}
			zip.putNextEntry(new ZipEntry(part));
			zip.write(content);
		}
		return out.toByteArray();
	}

	private static byte[] bytes(Consumer<XSSFWorkbook> fill) throws IOException {
		var out = new ByteArrayOutputStream();
		try (var book = new XSSFWorkbook()) {
			fill.accept(book);
			book.write(out);
		}
		return out.toByteArray();
	}

	private Path workbook(Consumer<XSSFWorkbook> fill) throws IOException {
		return xlsx(bytes(fill));
	}

	private Path xlsx(byte[] bytes) {
		return Trackers.write(this.folder.resolve("none.xlsx"), bytes);
	}

	private List<TrackerRow> rows(Path path) {
		this.file = new TrackerFile(new ImportFile(path), 1);
		return Trackers.rows(this.file, TODAY);
	}

}

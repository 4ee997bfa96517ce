package org.packhorse.writer.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;

import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.packhorse.document.PackDocument;
import org.packhorse.writer.Look;
import org.packhorse.writer.NotRendered;
import org.packhorse.writer.Specimen;

class SpecimenWorkbookTests {

	private static final Path GOLDEN = Path.of("src/test/resources/org/packhorse/writer/excel/specimen.xlsx.txt");

	private final List<NotRendered> unshown = new ArrayList<>();

	@Test
	void readsBackAsTheGoldenText() throws IOException {
		var file = write(Specimen.of(5));
		var text = WorkbookAsText.of(file);
		if ("accept".equals(System.getProperty("golden"))) {
			Files.writeString(GOLDEN, text);
			// To look at: a golden text says nothing of colours and spaces.
			Files.write(Path.of("target/specimen.xlsx"), file);
		}
		assertThat(text).isEqualTo(Files.readString(GOLDEN));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 400 })
	void tablesOfAnyLengthOpen(int rows) throws IOException {
		try (var book = open(Specimen.of(rows))) {
			var sheet = book.getSheet("Actions of section 3");
			assertThat(sheet.getPhysicalNumberOfRows()).isEqualTo(4 + Math.max(1, rows));
			assertThat(sheet.getTables()).hasSize(1);
			assertThat(sheet.getTables().getFirst().getRowCount()).isEqualTo(1 + Math.max(1, rows));
			if (rows == 0) {
				assertThat(sheet.getRow(4).getCell(0).getStringCellValue()).isEqualTo("There are no actions in this section.");
			}
		}
	}

	@Test
	void noCellIsAFormula() throws IOException {
		try (var book = open(Specimen.of(5))) {
			book.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA))));
			var looksLikeOne = book.getSheet("Actions of section 3").getRow(4).getCell(1);
			assertThat(looksLikeOne.getStringCellValue()).startsWith("=SUM(A1:A9)");
			assertThat(looksLikeOne.getCellStyle().getQuotePrefixed()).isTrue();
		}
	}

	@Test
	void noCellsAreMerged() throws IOException {
		try (var book = open(Specimen.of(5))) {
			book.forEach(sheet -> assertThat(sheet.getMergedRegions()).isEmpty());
		}
	}

	@Test
	void noRowIsEmpty() throws IOException {
		try (var book = open(Specimen.of(5))) {
			book.forEach(sheet -> {
				assertThat(sheet.getPhysicalNumberOfRows()).isEqualTo(sheet.getLastRowNum() + 1);
				sheet.forEach(row -> assertThat(row.getPhysicalNumberOfCells()).isPositive());
			});
		}
	}

	@Test
	void chartsReferToTheirFigures() throws IOException {
		try (var book = open(Specimen.of(1))) {
			var charts = book.getSheet("3 Measures").getDrawingPatriarch().getCharts();
			assertThat(charts).hasSize(3);
			var line = charts.getFirst().getCTChart().getPlotArea().getLineChartArray(0).getSerArray(1);
			assertThat(line.getTx().getStrRef().getF()).isEqualTo("'Chart data'!$C$5");
			assertThat(line.getVal().getNumRef().getF()).isEqualTo("'Chart data'!$C$6:$C$11");
			assertThat(line.getCat().getStrRef().getF()).isEqualTo("'Chart data'!$A$6:$A$11");
			assertThat(book.getSheet("Chart data").getRow(4).getCell(2).getStringCellValue()).isEqualTo("Target");
			assertThat(book.getSheet("Chart data").getRow(10).getCell(2).getNumericCellValue()).isEqualTo(0.9);
		}
	}

	@Test
	void aGapIsAnEmptyCellAndNeverAZero() throws IOException {
		try (var book = open(Specimen.of(1))) {
			var values = book.getSheet("3 Measures").getDrawingPatriarch().getCharts().get(1).getCTChart().getPlotArea().getLineChartArray(0)
				.getSerArray(0)
				.getVal()
				.getNumRef()
				.getNumCache();
			assertThat(values.getPtCount().getVal()).isEqualTo(3);
			assertThat(values.getPtList()).extracting(point -> point.getV()).containsExactly("2", "-3.5");
			assertThat(book.getSheet("Chart data").getRow(14).getCell(1).getCellType()).isEqualTo(CellType.BLANK);
		}
	}

	@Test
	void anOrdinaryZipReaderReadsIt() throws IOException {
		var names = new ArrayList<String>();
		try (var zip = new ZipInputStream(new ByteArrayInputStream(write(Specimen.of(1))))) {
			for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				zip.readAllBytes();
				names.add(entry.getName());
			}
		}
		assertThat(names).startsWith("[Content_Types].xml", "_rels/.rels").doesNotHaveDuplicates().contains("xl/charts/chart2.xml");
	}

	@Test
	void theStreamStaysOpen() throws IOException {
		var out = new ByteArrayOutputStream() {
			boolean closed;

			@Override
			public void close() {
				this.closed = true;
			}
		};
		new ExcelPackWriter().write(Specimen.of(1), Look.plain(), out);
		assertThat(out.closed).isFalse();
	}

	@Test
	void aPageBreakIsReportedWithItsPlace() throws IOException {
		write(Specimen.of(1));
		assertThat(this.unshown).hasSize(1);
		assertThat(this.unshown.getFirst().what()).isEqualTo("page break");
		assertThat(this.unshown.getFirst().at().file()).isEqualTo("specimen/document.ftlx");
	}

	@Test
	void aDraftSaysSoOnItsCoverAndOnEveryPage() throws IOException {
		try (var book = open(Specimen.draft())) {
			book.forEach(sheet -> assertThat(sheet.getHeader().getCenter()).isEqualTo("DRAFT – OFFICIAL-SENSITIVE"));
			assertThat(WorkbookAsText.of(write(Specimen.draft()))).contains("Status of the file | DRAFT");
		}
		assertThat(this.unshown).extracting(NotRendered::what).contains("watermark");
	}

	private XSSFWorkbook open(PackDocument document) throws IOException {
		return new XSSFWorkbook(new ByteArrayInputStream(write(document)));
	}

	private byte[] write(PackDocument document) throws IOException {
		var out = new ByteArrayOutputStream();
		this.unshown.addAll(new ExcelPackWriter().write(document, Look.plain(), out));
		return out.toByteArray();
	}

}

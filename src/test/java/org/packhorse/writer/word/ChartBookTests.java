package org.packhorse.writer.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;

import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumRef;
import org.packhorse.writer.Specimen;

class ChartBookTests {

	@Test
	void everyFigureOfTheChartIsInItsWorkbookAndNothingElseIs() throws IOException, InvalidFormatException {
		try (var document = new XWPFDocument(new ByteArrayInputStream(WordPackWriterTests.write(Specimen.of(1))))) {
			assertThat(document.getCharts()).hasSize(3);
			for (XWPFChart chart : document.getCharts()) {
				var shown = new ArrayList<String>();
				try (XSSFWorkbook book = chart.getWorkbook()) {
					for (var series : chart.getCTChart().getPlotArea().getLineChartArray(0).getSerList()) {
						shown.addAll(sameInSheet(series.getVal().getNumRef(), book));
					}
					assertThat(numbers(book)).containsExactlyInAnyOrderElementsOf(shown);
					assertThat(book.getNumberOfSheets()).isOne();
				}
			}
		}
	}

	/// The figures of the chart's own copy, each of which stands in the cell that the chart refers to.
	private static List<String> sameInSheet(CTNumRef reference, XSSFWorkbook book) {
		var cells = new AreaReference(reference.getF(), SpreadsheetVersion.EXCEL2007).getAllReferencedCells();
		assertThat(cells).hasSize((int) reference.getNumCache().getPtCount().getVal());
		var figures = new ArrayList<String>();
		for (var point : reference.getNumCache().getPtList()) {
			var cell = cells[(int) point.getIdx()];
			assertThat(book.getSheet("Sheet1").getRow(cell.getRow()).getCell(cell.getCol()).getRawValue()).isEqualTo(point.getV());
			figures.add(point.getV());
		}
		return figures;
	}

	private static List<String> numbers(XSSFWorkbook book) {
		var numbers = new ArrayList<String>();
		book.getSheet("Sheet1").forEach(row -> row.forEach(cell -> {
			if (cell.getCellType() == CellType.NUMERIC) {
				numbers.add(((XSSFCell) cell).getRawValue());
			}
		}));
		return numbers;
	}

	@Test
	void aWithheldFigureHasNoCell() throws IOException, InvalidFormatException {
		try (var document = new XWPFDocument(new ByteArrayInputStream(WordPackWriterTests.write(Specimen.of(1))))) {
			var sheet = document.getCharts().get(2).getWorkbook().getSheet("Sheet1");
			assertThat(sheet.getRow(7).getCell(0).getStringCellValue()).isEqualTo("Jul 2025");
			assertThat(sheet.getRow(7).getCell(1)).isNull();
		}
	}

	@Test
	void itCarriesNoTime() throws IOException {
		var book = WordFileAsText.parts(WordPackWriterTests.write(Specimen.of(1))).get("word/embeddings/chart1.xlsx");
		try (var zip = new ZipInputStream(new ByteArrayInputStream(book))) {
			for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				assertThat(entry.getTimeLocal()).isEqualTo("1980-01-01T12:00:00");
			}
		}
	}

}

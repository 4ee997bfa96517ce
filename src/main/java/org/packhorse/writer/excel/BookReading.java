package org.packhorse.writer.excel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.packhorse.document.Cover;
import org.packhorse.writer.ReadBack;
import org.packhorse.writer.ReadBack.Part;
import org.packhorse.writer.Said;

/// One way through the sheets of a workbook. What it finds is in the order of the sheets, as [BookShown] has it.
final class BookReading {

	private final XSSFWorkbook book;

	private final CellReading cells;

	private final ChartReading charts;

	private final List<Part> parts = new ArrayList<>();

	BookReading(XSSFWorkbook book) {
		this.book = book;
		this.cells = new CellReading();
		this.charts = new ChartReading(book.getSheet(ChartData.NAME), this.cells);
	}

	ReadBack whole() {
		for (int i = 0; i < this.book.getNumberOfSheets(); i++) {
			var sheet = this.book.getSheetAt(i);
			if (!List.of(FrontSheets.COVER, BookLayout.CONTENTS.sheet(), ChartData.NAME).contains(sheet.getSheetName())) {
				sheet(sheet);
			}
		}
		return new ReadBack(front(this.book.getSheet(FrontSheets.COVER)), this.parts);
	}

	/// Facts are the lines with words in two cells; above them stands the band of title, subtitle and organisation.
	private ReadBack.Front front(XSSFSheet cover) {
		var facts = new ArrayList<ReadBack.Fact>();
		var band = new ArrayList<String>();
		for (int row = 1; row <= cover.getLastRowNum(); row++) {
			if (!this.cells.words(cover, row, 1).isEmpty()) {
				facts.add(new ReadBack.Fact(this.cells.words(cover, row, 0), this.cells.words(cover, row, 1)));
			}
			else if (this.cells.filled(cover, row)) {
				band.add(this.cells.words(cover, row, 0));
			}
		}
		var language = this.book.getProperties().getCoreProperties().getUnderlyingProperties().getLanguageProperty().orElse("");
		return new ReadBack.Front(this.cells.words(cover, 0, 0), String.join(" ", band), "", language, "", "", facts, Cover.Front.PAGE);
	}

	private void sheet(XSSFSheet sheet) {
		if (sheet.getTables().isEmpty()) {
			new WordsReading(sheet, this.cells, this.charts, this.parts).read();
		}
		else {
			table(sheet);
		}
	}

	private void table(XSSFSheet sheet) {
		this.parts.add(new Part.Heading(1, this.cells.words(sheet, 0, 0)));
		this.parts.add(new Part.Paragraph(this.cells.said(sheet, 1, 0)));
		int headings = TableSheets.HEADING_ROW - 1;
		int columns = sheet.getRow(headings).getLastCellNum();
		var header = IntStream.range(0, columns).mapToObj(column -> this.cells.words(sheet, headings, column)).toList();
		var rows = new ArrayList<List<Said>>();
		for (int row = headings + 1; row <= sheet.getLastRowNum(); row++) {
			int at = row;
			rows.add(IntStream.range(0, columns).mapToObj(column -> this.cells.said(sheet, at, column)).toList());
		}
		boolean none = rows.size() == 1 && this.cells.italic(sheet, headings + 1);
		this.parts.add(new Part.Table(this.cells.words(sheet, 0, 0), header, none ? List.of() : rows, none ? rows.getFirst().getFirst().words() : ""));
	}

}

package org.packhorse.writer.excel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.packhorse.document.Block;
import org.packhorse.document.Block.Section;
import org.packhorse.document.Block.Table;
import org.packhorse.document.Cell;
import org.packhorse.document.Cover;
import org.packhorse.document.Inline;
import org.packhorse.document.PackDocument;
import org.packhorse.document.Position;
import org.packhorse.writer.Look;
import org.packhorse.writer.NotRendered;

/// A workbook written from a few blocks and opened again.
record SmallWorkbook(XSSFWorkbook book, List<NotRendered> unshown) {

	static final Position AT = new Position("small/workbook.ftlx", 7);

	static SmallWorkbook of(Block... blocks) throws IOException {
		return of(Look.plain(), "Small pack", blocks);
	}

	static SmallWorkbook of(Look look, String title, Block... blocks) throws IOException {
		var cover = new Cover(title, "", "Exampleshire Council", "en-GB", "OFFICIAL", LocalDate.of(2026, 3, 31), false, false, List.of());
		var out = new ByteArrayOutputStream();
		var unshown = new ExcelPackWriter().write(new PackDocument(cover, List.of(blocks)), look, out);
		return new SmallWorkbook(new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray())), unshown);
	}

	static Section section(String id, String title, Block... blocks) {
		return new Section(AT, id, "", title, List.of(blocks));
	}

	static Block.Paragraph paragraph(Inline... words) {
		return new Block.Paragraph(AT, "", List.of(words));
	}

	static Block.Paragraph paragraph(String words) {
		return paragraph(new Inline.Words(words));
	}

	/// A table of one row with these cells, a column for each.
	static Table table(String caption, Cell... cells) {
		var columns = IntStream.rangeClosed(1, cells.length).mapToObj(i -> new Table.Column("Column " + i, 1, Table.Align.START, i == 1)).toList();
		return new Table(AT, caption, columns, List.of(new Table.Row(Arrays.asList(cells))), "Nothing.");
	}

	List<String> sheetNames() {
		return IntStream.range(0, this.book.getNumberOfSheets()).mapToObj(this.book::getSheetName).toList();
	}

	XSSFSheet sheet(String name) {
		return this.book.getSheet(name);
	}

	/// The first cell below the headings of a table's sheet.
	XSSFCell cell(String sheet) {
		return cell(sheet, 0);
	}

	/// A cell of the first row below the headings of a table's sheet.
	XSSFCell cell(String sheet, int column) {
		return sheet(sheet).getRow(TableSheets.HEADING_ROW).getCell(column);
	}

	/// The first cell below title and back link of a words' sheet.
	XSSFCell firstWords(String sheet) {
		return sheet(sheet).getRow(2).getCell(0);
	}

}

package org.packhorse.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;
import org.packhorse.document.Block;
import org.packhorse.document.Cell;
import org.packhorse.document.PackDocument;
import org.packhorse.document.Value;

/// The stricter yardstick: a document's tables and nothing else, as the libraries write them without styles, tags or charts.
final class TablesAlone {

	private final List<Block.Table> tables;

	TablesAlone(PackDocument document) {
		this.tables = tables(document.blocks()).toList();
	}

	/// Word by POI's XWPF.
	byte[] word() throws IOException {
		var out = new ByteArrayOutputStream();
		try (var word = new XWPFDocument()) {
			for (Block.Table table : this.tables) {
				word.createParagraph().createRun().setText(table.caption());
				var drawn = word.createTable(table.rows().size() + 1, table.columns().size());
				for (int row = 0; row <= table.rows().size(); row++) {
					var cells = drawn.getRow(row).getTableCells();
					for (int column = 0; column < cells.size(); column++) {
						cells.get(column).setText(words(table, row, column));
					}
				}
			}
			word.write(out);
		}
		return out.toByteArray();
	}

	/// Excel by POI's streaming SXSSF, numbers as numbers.
	byte[] excel() throws IOException {
		var out = new ByteArrayOutputStream();
		try (var book = new SXSSFWorkbook()) {
			for (Block.Table table : this.tables) {
				var sheet = book.createSheet();
				for (int row = 0; row <= table.rows().size(); row++) {
					var drawn = sheet.createRow(row);
					for (int column = 0; column < table.columns().size(); column++) {
						var cell = drawn.createCell(column);
						switch (row == 0 ? new Value.None() : cell(table, row, column).value()) {
							case Value.Number number -> cell.setCellValue(number.number().doubleValue());
							case Value.Percent percent -> cell.setCellValue(percent.percent().doubleValue());
							case Value.Money _, Value.Text _, Value.Day _, Value.None _ -> cell.setCellValue(words(table, row, column));
						}
					}
				}
			}
			book.write(out);
		}
		return out.toByteArray();
	}

	/// PDF by OpenPDF's tables in its built-in font, without tags.
	byte[] pdf() {
		var out = new ByteArrayOutputStream();
		var pdf = new Document(PageSize.A4);
		PdfWriter.getInstance(pdf, out);
		pdf.open();
		for (Block.Table table : this.tables) {
			var drawn = new PdfPTable(table.columns().size());
			drawn.setHeaderRows(1);
			drawn.setWidthPercentage(100);
			for (int row = 0; row <= table.rows().size(); row++) {
				for (int column = 0; column < table.columns().size(); column++) {
					drawn.addCell(words(table, row, column));
				}
			}
			pdf.add(drawn);
		}
		pdf.close();
		return out.toByteArray();
	}

	/// How many cells the tables have, heads included.
	int cells() {
		return this.tables.stream().mapToInt(table -> table.columns().size() * (table.rows().size() + 1)).sum();
	}

	private static String words(Block.Table table, int row, int column) {
		return row == 0 ? table.columns().get(column).heading() : cell(table, row, column).plain();
	}

	private static Cell cell(Block.Table table, int row, int column) {
		return table.rows().get(row - 1).cells().get(column);
	}

	private static Stream<Block.Table> tables(List<Block> blocks) {
		return blocks.stream().flatMap(block -> switch (block) {
			case Block.Table table -> Stream.of(table);
			case Block.Section section -> tables(section.blocks());
			case Block.Paragraph _, Block.Bullets _, Block.Numbered _, Block.Chart _, Block.Picture _, Block.Callout _, Block.Scorecard _,
					Block.FormTable _, Block.Ticks _, Block.PageBreak _ -> Stream.<Block.Table>empty();
		});
	}

}

package org.packhorse.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.packhorse.document.Block;
import org.packhorse.document.Cell;
import org.packhorse.document.Inline;
import org.packhorse.document.PackDocument;
import org.packhorse.document.Value;
import org.packhorse.writer.Look;

/// The yardstick for Excel: the whole document by POI's streaming SXSSF with its settings as they come. Styles are made
/// once, widths come from the lengths of words. Charts need cells that can be read back, so their sheet is made by XSSF and
/// the workbook then given to SXSSF, as its constructor says. Left out is what SXSSF has no call for and Packhorse does
/// nevertheless: table objects and text alternatives.
final class PlainExcel {

	private static final int WIDEST = 60;

	private final PackDocument pack;

	private final Look look;

	private final SXSSFWorkbook book;

	private final PlainExcelStyles styles;

	private PlainExcel(PackDocument pack, Look look) {
		this.pack = pack;
		this.look = look;
		this.book = new SXSSFWorkbook(charts());
		this.styles = new PlainExcelStyles(this.book, look);
	}

	/// The document as an Excel file.
	static byte[] write(PackDocument pack, Look look) throws IOException {
		var made = new PlainExcel(pack, look);
		try (var book = made.book) {
			made.front();
			made.text();
			var tables = PlainPack.all(pack.blocks(), Block.Table.class).toList();
			for (int i = 0; i < tables.size(); i++) {
				made.table(tables.get(i), name(i, tables.get(i)));
			}
			var out = new ByteArrayOutputStream();
			book.write(out);
			return out.toByteArray();
		}
	}

	private static String name(int index, Block.Table table) {
		return WorkbookUtil.createSafeSheetName(index + 1 + " " + table.caption(), ' ');
	}

	private XSSFWorkbook charts() {
		var made = new XSSFWorkbook();
		var charts = PlainPack.all(this.pack.blocks(), Block.Chart.class).toList();
		if (charts.isEmpty()) {
			return made;
		}
		var sheet = made.createSheet("Charts");
		int row = 0;
		for (Block.Chart chart : charts) {
			figures(sheet, chart, row);
			var drawing = sheet.createDrawingPatriarch();
			PlainCharts.excel(drawing.createChart(drawing.createAnchor(0, 0, 0, 0, 5, row, 15, row + 18)), chart, this.look, sheet, row);
			row += Math.max(20, chart.periods().size() + 2);
		}
		return made;
	}

	private static void figures(Sheet sheet, Block.Chart chart, int first) {
		var head = sheet.createRow(first);
		head.createCell(0).setCellValue(chart.caption());
		for (int line = 0; line < chart.lines().size(); line++) {
			head.createCell(line + 1).setCellValue(chart.lines().get(line).name());
		}
		for (int period = 0; period < chart.periods().size(); period++) {
			var row = sheet.createRow(first + period + 1);
			row.createCell(0).setCellValue(chart.periods().get(period));
			for (int line = 0; line < chart.lines().size(); line++) {
				var value = chart.lines().get(line).values().get(period);
				if (value != null) {
					row.createCell(line + 1).setCellValue(value.doubleValue());
				}
			}
		}
	}

	private void front() {
		var cover = this.pack.cover();
		var properties = this.book.getXSSFWorkbook().getProperties().getCoreProperties();
		properties.setTitle(cover.title());
		properties.setCreator(cover.organisation());
		var sheet = this.book.createSheet("Contents");
		this.book.setSheetOrder("Contents", 0);
		sheet.setColumnWidth(0, WIDEST * 256);
		put(sheet, cover.title(), "").getCell(0).setCellStyle(this.styles.heading());
		put(sheet, cover.organisation(), "");
		cover.facts().forEach(fact -> put(sheet, fact.label(), fact.words()));
		var tables = PlainPack.all(this.pack.blocks(), Block.Table.class).toList();
		for (int i = 0; i < tables.size(); i++) {
			var link = this.book.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
			link.setAddress("'" + name(i, tables.get(i)) + "'!A1");
			var cell = put(sheet, tables.get(i).caption(), "").getCell(0);
			cell.setHyperlink(link);
			cell.setCellStyle(this.styles.link());
		}
	}

	/// What is said outside tables, row by row in the document's order.
	private void text() {
		var sheet = this.book.createSheet("Text");
		sheet.setColumnWidth(0, 2 * WIDEST * 256);
		text(sheet, this.pack.blocks());
	}

	private void text(Sheet sheet, List<Block> blocks) {
		for (Block block : blocks) {
			switch (block) {
				case Block.Section section -> {
					put(sheet, (section.number() + " " + section.title()).strip(), "").getCell(0).setCellStyle(this.styles.heading());
					text(sheet, section.blocks());
				}
				case Block.Paragraph paragraph -> wrapped(sheet, paragraph.words());
				case Block.Bullets list -> list.items().forEach(item -> wrapped(sheet, item));
				case Block.Numbered list -> list.items().forEach(item -> wrapped(sheet, item));
				case Block.Callout callout -> {
					put(sheet, callout.title(), "").getCell(0).setCellStyle(this.styles.shade(callout.tone()));
					callout.paragraphs().forEach(words -> wrapped(sheet, words));
				}
				case Block.Scorecard scorecard -> {
					put(sheet, scorecard.caption(), "").getCell(0).setCellStyle(this.styles.heading());
					scorecard.tiles().forEach(tile -> tile(sheet, tile));
				}
				case Block.FormTable form -> form.fields().forEach(field -> put(sheet, field.label(),
						String.join("\n", field.lines().stream().map(Inline::plain).toList())));
				case Block.Ticks ticks -> throw new IllegalArgumentException("the yardstick has no ticks: " + ticks.caption());
				case Block.Picture picture -> throw new IllegalArgumentException("the yardstick draws no pictures: " + picture.file());
				case Block.Table _, Block.Chart _, Block.PageBreak _ -> {
					// They have sheets of their own, or nothing to say.
				}
			}
		}
	}

	private void wrapped(Sheet sheet, List<Inline> words) {
		put(sheet, Inline.plain(words), "").getCell(0).setCellStyle(this.styles.words());
	}

	private void tile(Sheet sheet, Block.Scorecard.Tile tile) {
		var row = put(sheet, tile.label(), "");
		fill(row.createCell(1), Cell.of(tile.value()));
		if (tile.badge() != null) {
			fill(row.createCell(2), new Cell(List.of(tile.badge()), new Value.None()));
		}
		row.createCell(3).setCellValue(tile.note());
	}

	private static Row put(Sheet sheet, String first, String second) {
		var row = sheet.createRow(sheet.getLastRowNum() + 1);
		row.createCell(0).setCellValue(first);
		if (!second.isEmpty()) {
			row.createCell(1).setCellValue(second);
		}
		return row;
	}

	private void table(Block.Table table, String name) {
		var sheet = this.book.createSheet(name);
		var columns = table.columns();
		var widths = new int[columns.size()];
		var head = sheet.createRow(0);
		for (int column = 0; column < widths.length; column++) {
			var cell = head.createCell(column);
			cell.setCellValue(columns.get(column).heading());
			cell.setCellStyle(this.styles.head());
			widths[column] = columns.get(column).heading().length();
		}
		for (Block.Table.Row line : table.rows()) {
			var row = sheet.createRow(sheet.getLastRowNum() + 1);
			for (int column = 0; column < widths.length; column++) {
				widths[column] = Math.max(widths[column], fill(row.createCell(column), line.cells().get(column)));
			}
		}
		for (int column = 0; column < widths.length; column++) {
			sheet.setColumnWidth(column, (Math.min(widths[column], WIDEST) + 3) * 256);
		}
		sheet.createFreezePane(0, 1);
		sheet.setAutoFilter(new CellRangeAddress(0, table.rows().size(), 0, widths.length - 1));
		print(sheet);
	}

	private void print(Sheet sheet) {
		sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
		sheet.setFitToPage(true);
		sheet.getPrintSetup().setLandscape(true);
		sheet.getPrintSetup().setFitHeight((short) 0);
		sheet.getHeader().setCenter(this.look.header(this.pack.cover()));
		sheet.getFooter().setCenter(this.look.footer(this.pack.cover()) + "  Page &P of &N");
	}

	/// Fills a cell; gives the length of what it shows.
	private int fill(org.apache.poi.ss.usermodel.Cell cell, Cell filled) {
		var words = filled.plain();
		switch (filled.value()) {
			case Value.Number number -> cell.setCellValue(number.number().doubleValue());
			case Value.Percent percent -> cell.setCellValue(percent.percent().doubleValue() / 100);
			case Value.Money money -> cell.setCellValue(money.pounds().doubleValue());
			case Value.Day day -> cell.setCellValue(day.date());
			case Value.Text _, Value.None _ -> cell.setCellValue(words);
		}
		cell.setCellStyle(this.styles.of(filled));
		return words.length();
	}

}

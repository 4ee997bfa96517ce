package org.packhorse.writer.excel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFGraphicFrame;
import org.apache.poi.xssf.usermodel.XSSFPicture;
import org.apache.poi.xssf.usermodel.XSSFShape;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Reads a workbook back as plain text: what people see, and what programs are told.
public final class WorkbookAsText {

	private WorkbookAsText() {
	}

	public static String of(byte[] file) throws IOException {
		try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
			var lines = new ArrayList<String>();
			var core = book.getProperties().getCoreProperties();
			lines.add("title: " + core.getTitle());
			lines.add("creator: " + core.getCreator());
			lines.add("created: " + core.getCreated().toInstant());
			lines.add("active: " + book.getSheetName(book.getActiveSheetIndex()));
			book.forEach(sheet -> lines.addAll(sheet((XSSFSheet) sheet)));
			return String.join("\n", lines) + "\n";
		}
	}

	private static List<String> sheet(XSSFSheet sheet) {
		var lines = new ArrayList<String>();
		lines.add("");
		lines.add("== " + sheet.getSheetName());
		var pane = sheet.getPaneInformation();
		if (pane != null) {
			lines.add("stays in view: " + pane.getHorizontalSplitPosition() + " rows, " + pane.getVerticalSplitPosition() + " columns");
		}
		if (sheet.getRepeatingRows() != null) {
			lines.add("repeats in print: " + sheet.getRepeatingRows().formatAsString());
		}
		lines.add("head: " + sheet.getHeader().getCenter() + " | foot: " + sheet.getFooter().getLeft() + " | " + sheet.getFooter().getRight());
		sheet.getTables().forEach(table -> lines.add("table: " + table.getName() + " " + table.getArea().formatAsString()
				+ (table.getCTTable().isSetAutoFilter() ? " filtered" : "")));
		sheet.forEach(row -> lines.add((row.getRowNum() + 1) + ": " + StreamSupport.stream(row.spliterator(), false)
			.map(cell -> cell((XSSFCell) cell))
			.collect(Collectors.joining(" | "))));
		if (sheet.getDrawingPatriarch() != null) {
			sheet.getDrawingPatriarch().getShapes().forEach(shape -> lines.add(shape(shape)));
		}
		var sparklines = Pattern.compile("<xm:f>(.*?)</xm:f><xm:sqref>(.*?)</xm:sqref>").matcher(sheet.getCTWorksheet().xmlText());
		sparklines.results().forEach(found -> lines.add("sparkline: " + found.group(2) + " of " + found.group(1)));
		return lines;
	}

	private static String cell(XSSFCell cell) {
		var link = cell.getHyperlink();
		return value(cell) + badge(cell)
				+ (link == null ? "" : " -> " + (link.getLocation() != null ? link.getLocation() : link.getAddress()));
	}

	private static String value(Cell cell) {
		if (cell.getCellType() == CellType.NUMERIC) {
			return "[" + ((XSSFCell) cell).getRawValue() + " as " + cell.getCellStyle().getDataFormatString() + "]";
		}
		return cell.getCellType() == CellType.BLANK ? "[]" : new DataFormatter().formatCellValue(cell).replace("\n", "\\n");
	}

	private static String badge(XSSFCell cell) {
		var fill = cell.getCellStyle().getFillForegroundColorColor();
		return fill == null ? "" : " {" + fill.getARGBHex().substring(2) + "}";
	}

	private static String shape(XSSFShape shape) {
		return switch (shape) {
			case XSSFGraphicFrame frame -> "chart: " + frame.getCTGraphicalObjectFrame().getNvGraphicFramePr().getCNvPr().getDescr();
			case XSSFPicture picture -> "picture: " + picture.getCTPicture().getNvPicPr().getCNvPr().getDescr();
			default -> "shape: " + shape.getShapeName();
		};
	}

}

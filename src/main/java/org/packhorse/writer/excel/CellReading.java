package org.packhorse.writer.excel;

import java.util.List;
import java.util.Locale;

import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import org.packhorse.writer.Said;
import org.packhorse.writer.Said.Run;

/// Reads cells: their words as they are printed, their colours and where they lead. Rows and columns count from 0.
final class CellReading {

	private final DataFormatter formats = new DataFormatter(Locale.UK);

	String words(XSSFSheet sheet, int row, int column) {
		return words(cell(sheet, row, column));
	}

	/// Numbers below zero are printed with a minus of the format's own; POI puts one of its own before a format that has none, which
	/// spreadsheet programs do not.
	private String words(@Nullable XSSFCell cell) {
		var words = this.formats.formatCellValue(cell);
		return cell != null && cell.getCellType() == CellType.NUMERIC && words.startsWith("-") ? words.substring(1) : words;
	}

	/// The words with the cell's colour, as of a badge, or its link.
	Said said(XSSFSheet sheet, int row, int column) {
		var cell = cell(sheet, row, column);
		var words = words(cell);
		if (cell == null || words.isEmpty()) {
			return Said.of("");
		}
		var fill = fill(cell.getCellStyle());
		var link = cell.getHyperlink();
		return new Said(List.of(!fill.isEmpty() ? Run.badge(words, fill)
				: link == null ? Run.plain(words) : Run.link(words, link.getType() == HyperlinkType.DOCUMENT ? "#" : link.getAddress())));
	}

	/// What stands behind a row's words, or blank.
	String fill(XSSFSheet sheet, int row) {
		var cell = cell(sheet, row, 0);
		return cell == null ? "" : fill(cell.getCellStyle());
	}

	boolean filled(XSSFSheet sheet, int row) {
		return !fill(sheet, row).isEmpty();
	}

	boolean italic(XSSFSheet sheet, int row) {
		var cell = cell(sheet, row, 0);
		return cell != null && cell.getCellStyle().getFont().getItalic();
	}

	private static String fill(XSSFCellStyle style) {
		return style.getFillPattern() == FillPatternType.SOLID_FOREGROUND ? rgb(style.getFillForegroundXSSFColor()) : "";
	}

	private static String rgb(@Nullable XSSFColor colour) {
		var hex = colour == null ? null : colour.getARGBHex();
		return hex == null ? "" : hex.substring(2);
	}

	static @Nullable XSSFCell cell(XSSFSheet sheet, int row, int column) {
		Row found = sheet.getRow(row);
		return found == null ? null : (XSSFCell) found.getCell(column);
	}

}

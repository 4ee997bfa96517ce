package org.packhorse.writer.excel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.poi.xssf.usermodel.XSSFGraphicFrame;
import org.apache.poi.xssf.usermodel.XSSFPicture;
import org.apache.poi.xssf.usermodel.XSSFShape;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.jspecify.annotations.Nullable;
import org.packhorse.writer.ChartFolding;
import org.packhorse.writer.ReadBack;
import org.packhorse.writer.ReadBack.Part;

/// Reads the figures behind the charts, a table for each in the order of the charts.
final class ChartReading {

	private final @Nullable XSSFSheet sheet;

	private final CellReading cells;

	private final List<XSSFTable> tables;

	private int next;

	ChartReading(@Nullable XSSFSheet sheet, CellReading cells) {
		this.sheet = sheet;
		this.cells = cells;
		this.tables = sheet == null ? List.of() : sheet.getTables().stream().filter(table -> !cells.words(sheet, table.getStartRowIndex() - 1, 0).startsWith(ChartData.SPARKLINES))
			.sorted(Comparator.comparing(XSSFTable::getStartRowIndex)).toList();
	}

	/// The chart that comes next in the workbook.
	Part next(String caption, String alternative) {
		if (this.sheet == null || this.next >= this.tables.size()) {
			return new Part.Chart(caption, alternative, "", List.of(), List.of());
		}
		var table = this.tables.get(this.next++);
		int first = table.getStartRowIndex();
		var named = this.cells.words(this.sheet, first - 1, 0);
		var unit = named.startsWith(caption + " (") ? named.substring(caption.length() + 2, named.length() - 1) : named.equals(caption) ? "" : named;
		var periods = column(table, 0);
		return new Part.Chart(caption, alternative, unit, periods, ChartFolding.lines(lines(table, this.sheet, first), periods, alternative));
	}

	private List<ReadBack.Series> lines(XSSFTable table, XSSFSheet sheet, int headings) {
		var lines = new ArrayList<ReadBack.Series>();
		for (int column = 1; column <= table.getEndColIndex(); column++) {
			var name = this.cells.words(sheet, headings, column);
			lines.add(new ReadBack.Series(name, name.equals(ChartFolding.REMARKS) ? words(table, column) : column(table, column)));
		}
		return lines;
	}

	private List<String> words(XSSFTable table, int column) {
		return IntStream.rangeClosed(table.getStartRowIndex() + 1, table.getEndRowIndex())
			.mapToObj(row -> this.cells.words((XSSFSheet) table.getXSSFSheet(), row, column))
			.toList();
	}

	private List<String> column(XSSFTable table, int column) {
		return words(table, column).stream()
			.map(words -> column == 0 ? words : words.replaceAll("[%£,]", "").replace('\u2212', '-'))
			.toList();
	}

	/// What the drawings of a sheet say aloud, in their order.
	static List<String> alternatives(XSSFSheet sheet) {
		var drawing = sheet.getDrawingPatriarch();
		return drawing == null ? List.of() : drawing.getShapes().stream().map(ChartReading::alternative).toList();
	}

	private static String alternative(XSSFShape shape) {
		return switch (shape) {
			case XSSFGraphicFrame chart -> chart.getCTGraphicalObjectFrame().getNvGraphicFramePr().getCNvPr().getDescr();
			case XSSFPicture picture -> picture.getCTPicture().getNvPicPr().getCNvPr().getDescr();
			default -> "";
		};
	}

}

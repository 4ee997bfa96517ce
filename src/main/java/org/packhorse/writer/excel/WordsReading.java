package org.packhorse.writer.excel;

import java.util.ArrayList;
import java.util.List;

import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.packhorse.writer.ReadBack.Part;
import org.packhorse.writer.Said;

/// Reads the sheet of a section's words, a row at a time; how a row looks tells what it is.
final class WordsReading {

	private static final String CHART = "The figures behind this chart";

	private static final String PICTURE = "Picture: ";

	private final XSSFSheet sheet;

	private final CellReading cells;

	private final ChartReading charts;

	private final List<Part> parts;

	private int drawing;

	WordsReading(XSSFSheet sheet, CellReading cells, ChartReading charts, List<Part> parts) {
		this.sheet = sheet;
		this.cells = cells;
		this.charts = charts;
		this.parts = parts;
	}

	/// The second row is the way back to the contents.
	void read() {
		for (int row = 0; row <= this.sheet.getLastRowNum(); row++) {
			var cell = CellReading.cell(this.sheet, row, 0);
			if (row != 1 && cell != null && !this.cells.words(this.sheet, row, 0).isBlank()) {
				line(cell, this.cells.said(this.sheet, row, 0));
			}
		}
	}

	private void line(XSSFCell cell, Said said) {
		var style = cell.getCellStyle();
		var words = said.words();
		var bold = style.getFont().getBold();
		if (this.cells.filled(this.sheet, cell.getRowIndex())) {
			box(this.cells.fill(this.sheet, cell.getRowIndex()), bold, words);
		}
		else if (bold && style.getFont().getFontHeightInPoints() > HouseStyles.BODY_POINTS) {
			this.parts.add(new Part.Heading(level(style.getFont().getFontHeightInPoints()), words));
		}
		else if (style.getIndention() == 2) {
			var mark = words.split(" ", 2)[0];
			this.parts.add(new Part.Item(mark, without(mark, said)));
		}
		else if (words.equals(CHART)) {
			chart();
		}
		else if (words.startsWith(PICTURE) && style.getVerticalAlignment() == VerticalAlignment.TOP && !style.getWrapText()) {
			picture(words.substring(PICTURE.length()));
		}
		else {
			this.parts.add(new Part.Paragraph(said));
		}
	}

	private static Said without(String mark, Said said) {
		var first = said.runs().getFirst();
		var runs = new ArrayList<>(said.runs());
		runs.set(0, new Said.Run(first.kind(), first.words().strip().substring(mark.length()), first.about()));
		return new Said(runs);
	}

	private static int level(int points) {
		return switch (points) {
			case 20 -> 1;
			case 16 -> 2;
			case 14 -> 3;
			default -> BookShown.DEEPEST_HEADING;
		};
	}

	/// The title of a callout is bold on its colour, the paragraphs below it stand on a pale ground.
	private void box(String fill, boolean bold, String words) {
		if (!bold && !this.parts.isEmpty() && this.parts.getLast() instanceof Part.Callout callout) {
			var paragraphs = new ArrayList<>(callout.paragraphs());
			paragraphs.add(Said.of(words));
			this.parts.set(this.parts.size() - 1, new Part.Callout(callout.fill(), callout.title(), paragraphs));
		}
		else {
			this.parts.add(new Part.Callout(fill, words, List.of()));
		}
	}

	/// Its caption and alternative are the two lines above.
	private void chart() {
		var alternative = plain(this.parts.removeLast());
		var caption = plain(this.parts.removeLast());
		this.parts.add(this.charts.next(caption, said(alternative)));
	}

	private void picture(String alternative) {
		this.parts.add(new Part.Picture(said(alternative)));
	}

	/// What stands in a cell, and beside it what the drawing says aloud where that is something else.
	private String said(String words) {
		var aloud = ChartReading.alternatives(this.sheet);
		var spoken = this.drawing < aloud.size() ? aloud.get(this.drawing) : "";
		this.drawing++;
		return Said.bare(spoken).equals(Said.bare(words)) ? words : words + " / " + spoken;
	}

	private static String plain(Part part) {
		return part instanceof Part.Paragraph paragraph ? paragraph.words().words() : part.toString();
	}

}

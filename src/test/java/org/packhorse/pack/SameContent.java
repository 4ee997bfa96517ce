package org.packhorse.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openpdf.text.pdf.PRStream;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.packhorse.document.Block;
import org.packhorse.document.Cell;
import org.packhorse.document.Inline;
import org.packhorse.document.PackDocument;

/// Reads the yardsticks' files back before anything is measured: a ratio means something only when they say what the
/// document says. White space is left out, since where a line breaks is each format's own affair.
final class SameContent {

	private final PackDocument pack;

	private final List<Block.Table> tables;

	SameContent(PackDocument pack) {
		this.pack = pack;
		this.tables = PlainPack.all(pack.blocks(), Block.Table.class).toList();
	}

	/// What the document holds, in one line.
	String counts() {
		return "%d headings, %d tables with %d cells, %d charts with %d points".formatted(
				PlainPack.all(this.pack.blocks(), Block.Section.class).count(), this.tables.size(), cells(), charts(),
				PlainPack.all(this.pack.blocks(), Block.Chart.class).flatMap(chart -> chart.lines().stream())
					.mapToInt(line -> line.values().size()).sum());
	}

	private int cells() {
		return this.tables.stream().filter(table -> !table.rows().isEmpty())
			.mapToInt(table -> table.columns().size() * (table.rows().size() + 1)).sum();
	}

	private long charts() {
		return PlainPack.all(this.pack.blocks(), Block.Chart.class).count();
	}

	void word(byte[] file) throws IOException {
		try (var word = new XWPFDocument(new ByteArrayInputStream(file))) {
			var words = word.getBodyElements().stream().map(element -> switch (element) {
				case XWPFParagraph paragraph -> paragraph.getText();
				case XWPFTable table -> cells(table).collect(Collectors.joining());
				default -> "";
			}).collect(Collectors.joining());
			saysAll("Word", words);
			same("Word charts", word.getCharts().size(), charts());
			same("Word cells", word.getTables().stream().flatMap(SameContent::cells).count() - otherCells(), cells());
		}
	}

	private static Stream<String> cells(XWPFTable table) {
		return table.getRows().stream().flatMap(row -> row.getTableCells().stream()).map(cell -> cell.getText());
	}

	/// Cells of tables that are no tables of data: the cover's facts, scorecards, forms and callouts.
	private long otherCells() {
		return 2L * this.pack.cover().facts().size() + PlainPack.all(this.pack.blocks(), Block.class).mapToInt(block -> switch (block) {
			case Block.Scorecard scorecard -> 3 * scorecard.tiles().size();
			case Block.FormTable form -> 2 * form.fields().size();
			case Block.Callout _ -> 1;
			default -> 0;
		}).sum();
	}

	void excel(byte[] file) throws IOException {
		try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
			var first = book.getSheetIndex("Text") + 1;
			for (int i = 0; i < this.tables.size(); i++) {
				var table = this.tables.get(i);
				same("Excel cells of " + table.caption(), cells(book.getSheetAt(first + i)), table.columns().size() * (table.rows().size() + 1L));
			}
			same("Excel charts", IntStream.range(0, book.getNumberOfSheets()).mapToObj(book::getSheetAt).mapToInt(SameContent::charts).sum(),
					charts());
		}
	}

	private static long cells(Sheet sheet) {
		return IntStream.rangeClosed(0, sheet.getLastRowNum()).mapToLong(row -> sheet.getRow(row).getPhysicalNumberOfCells()).sum();
	}

	private static int charts(XSSFSheet sheet) {
		return sheet.getDrawingPatriarch() == null ? 0 : sheet.getDrawingPatriarch().getCharts().size();
	}

	void pdf(byte[] file) throws IOException {
		try (var pdf = new PdfReader(file)) {
			var words = new StringBuilder();
			var extractor = new PdfTextExtractor(pdf);
			for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
				words.append(extractor.getTextFromPage(page));
			}
			saysAll("PDF", words.toString());
			long forms = IntStream.range(0, pdf.getXrefSize()).mapToObj(pdf::getPdfObject)
				.filter(object -> object instanceof PRStream stream && PdfName.FORM.equals(stream.get(PdfName.SUBTYPE))).count();
			same("PDF drawings beside the number of pages", forms - 1, charts());
		}
	}

	private static void same(String what, long found, long expected) {
		if (found != expected) {
			throw new IllegalStateException(what + ": " + found + " instead of " + expected);
		}
	}

	/// Words and cells are looked for apart: OpenPDF writes the tables of a page after its other words.
	private void saysAll(String where, String words) {
		var said = new ArrayList<String>();
		var cells = new ArrayList<String>();
		say(this.pack.blocks(), said, cells);
		inOrder(where, words, said);
		inOrder(where, words, cells);
	}

	private static void inOrder(String where, String words, List<String> said) {
		var all = bare(words);
		int at = 0;
		for (String piece : said) {
			int found = all.indexOf(bare(piece), at);
			if (found < 0) {
				throw new IllegalStateException(where + " does not say '" + piece + "' after '" + all.substring(Math.max(0, at - 80), at) + "'");
			}
			at = found + bare(piece).length();
		}
	}

	private static String bare(String words) {
		return words.replaceAll("[\\s\\u00A0]+", "");
	}

	private static void say(List<Block> blocks, List<String> said, List<String> cells) {
		for (Block block : blocks) {
			switch (block) {
				case Block.Section section -> {
					said.add(section.number() + section.title());
					say(section.blocks(), said, cells);
				}
				case Block.Paragraph paragraph -> said.add(Inline.plain(paragraph.words()));
				case Block.Bullets list -> list.items().forEach(item -> said.add(Inline.plain(item)));
				case Block.Numbered list -> list.items().forEach(item -> said.add(Inline.plain(item)));
				case Block.Table table -> {
					said.add(table.caption());
					(table.rows().isEmpty() ? said : cells).addAll(table.rows().isEmpty() ? List.of(table.ifEmpty()) : cells(table));
				}
				case Block.Chart chart -> said.add(chart.caption());
				case Block.Callout callout -> {
					cells.add(callout.title());
					callout.paragraphs().forEach(words -> cells.add(Inline.plain(words)));
				}
				case Block.Scorecard scorecard -> {
					said.add(scorecard.caption());
					scorecard.tiles().forEach(tile -> cells.add(tile.label()));
					scorecard.tiles().forEach(tile -> cells.add(tile.value().print() + (tile.badge() == null ? "" : tile.badge().words())));
					scorecard.tiles().forEach(tile -> cells.add(tile.note()));
				}
				case Block.FormTable form -> form.fields().forEach(field -> {
					cells.add(field.label());
					field.lines().forEach(line -> cells.add(Inline.plain(line)));
				});
				case Block.Ticks ticks -> {
					cells.add(ticks.label());
					ticks.ticks().forEach(tick -> cells.add(Inline.plain(tick.words()) + tick.mark()));
				}
				case Block.Picture _, Block.PageBreak _ -> {
					// Nothing is said.
				}
			}
		}
	}

	private static List<String> cells(Block.Table table) {
		return Stream.concat(table.columns().stream().map(Block.Table.Column::heading),
				table.rows().stream().flatMap(row -> row.cells().stream()).map(Cell::plain)).toList();
	}

}

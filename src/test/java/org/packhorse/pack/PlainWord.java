package org.packhorse.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.jspecify.annotations.Nullable;
import org.packhorse.document.Block;
import org.packhorse.document.Cell;
import org.packhorse.document.Inline;
import org.packhorse.document.PackDocument;
import org.packhorse.writer.Look;

/// The yardstick for Word: the whole document by POI's XWPF, each thing by the call that POI has for it. Styles carry what
/// all paragraphs of a kind share, so runs say only what differs. Left out is what XWPF has no call for and Packhorse does
/// nevertheless: text alternatives, captions tied to their tables and a contents list that is right before Word renews it.
final class PlainWord {

	private final PackDocument pack;

	private final Look look;

	private final XWPFDocument word = new XWPFDocument();

	private final PlainWordStyles styles;

	private PlainWord(PackDocument pack, Look look) {
		this.pack = pack;
		this.look = look;
		this.styles = new PlainWordStyles(this.word, look);
	}

	/// The document as a Word file.
	static byte[] write(PackDocument pack, Look look) throws IOException, InvalidFormatException {
		var made = new PlainWord(pack, look);
		try (var word = made.word) {
			made.front();
			made.blocks(pack.blocks(), 1);
			made.margins();
			var out = new ByteArrayOutputStream();
			word.write(out);
			return out.toByteArray();
		}
	}

	private void front() {
		var cover = this.pack.cover();
		var properties = this.word.getProperties().getCoreProperties();
		properties.setTitle(cover.title());
		properties.setCreator(cover.organisation());
		paragraph("Title", cover.title());
		paragraph("Subtitle", cover.organisation());
		if (!cover.facts().isEmpty()) {
			var facts = table(cover.facts().size(), List.of(1, 3));
			for (int i = 0; i < cover.facts().size(); i++) {
				write(facts.getRow(i).getCell(0), new Inline.Strong(cover.facts().get(i).label()));
				write(facts.getRow(i).getCell(1), new Inline.Words(cover.facts().get(i).words()));
			}
		}
		this.word.createParagraph().getCTP().addNewFldSimple().setInstr("TOC \\o \"1-3\" \\h");
	}

	private void margins() {
		paragraph(this.word.createHeader(HeaderFooterType.DEFAULT).createParagraph(), this.look.header(this.pack.cover()));
		var foot = paragraph(this.word.createFooter(HeaderFooterType.DEFAULT).createParagraph(), this.look.footer(this.pack.cover()));
		foot.createRun().setText("  Page ");
		foot.getCTP().addNewFldSimple().setInstr("PAGE");
		foot.createRun().setText(" of ");
		foot.getCTP().addNewFldSimple().setInstr("NUMPAGES");
	}

	private void blocks(List<Block> blocks, int depth) throws IOException, InvalidFormatException {
		for (Block block : blocks) {
			switch (block) {
				case Block.Section section -> {
					heading(section, depth);
					blocks(section.blocks(), depth + 1);
				}
				case Block.Paragraph words -> runs(this.word.createParagraph(), words.words(), null);
				case Block.Bullets list -> items(list.items(), this.styles.bullets());
				case Block.Numbered list -> items(list.items(), this.styles.numbers());
				case Block.Table table -> table(table);
				case Block.Chart chart -> chart(chart);
				case Block.Callout callout -> callout(callout);
				case Block.Scorecard scorecard -> scorecard(scorecard);
				case Block.FormTable form -> form(form);
				case Block.PageBreak _ -> this.word.createParagraph().setPageBreak(true);
				case Block.Ticks ticks -> throw new IllegalArgumentException("the yardstick has no ticks: " + ticks.caption());
				case Block.Picture picture -> throw new IllegalArgumentException("the yardstick draws no pictures: " + picture.file());
			}
		}
	}

	private void heading(Block.Section section, int depth) {
		var paragraph = paragraph("Heading" + depth, (section.number() + " " + section.title()).strip());
		var mark = paragraph.getCTP().addNewBookmarkStart();
		mark.setName(section.id());
		mark.setId(BigInteger.valueOf(this.word.getParagraphs().size()));
		paragraph.getCTP().addNewBookmarkEnd().setId(mark.getId());
	}

	private void items(List<List<Inline>> items, BigInteger list) {
		for (List<Inline> item : items) {
			var paragraph = this.word.createParagraph();
			paragraph.setNumID(list);
			runs(paragraph, item, null);
		}
	}

	private void table(Block.Table table) {
		paragraph("Caption", table.caption());
		if (table.rows().isEmpty()) {
			paragraph(this.word.createParagraph(), table.ifEmpty());
			return;
		}
		var columns = table.columns();
		var drawn = table(table.rows().size() + 1, columns.stream().map(Block.Table.Column::weight).toList());
		drawn.getRow(0).setRepeatHeader(true);
		for (int column = 0; column < columns.size(); column++) {
			var head = drawn.getRow(0).getCell(column);
			head.setColor(this.look.accent());
			paragraph(head).createRun().setText(columns.get(column).heading());
			head.getParagraphArray(0).setStyle("TableHead");
		}
		for (int row = 0; row < table.rows().size(); row++) {
			var cells = drawn.getRows().get(row + 1).getTableCells();
			for (int column = 0; column < columns.size(); column++) {
				cell(cells.get(column), table.rows().get(row).cells().get(column), columns.get(column));
			}
		}
	}

	private void cell(XWPFTableCell drawn, Cell cell, Block.Table.Column column) {
		write(drawn, cell.words());
		if (column.align() == Block.Table.Align.END) {
			drawn.getParagraphArray(0).setAlignment(ParagraphAlignment.RIGHT);
		}
	}

	private void callout(Block.Callout callout) {
		var box = table(1, List.of(1)).getRow(0).getCell(0);
		var shade = this.look.shade(callout.tone());
		box.setColor(shade.fill());
		runs(paragraph(box), List.of(new Inline.Strong(callout.title())), shade);
		callout.paragraphs().forEach(words -> runs(box.addParagraph(), words, shade));
	}

	private void scorecard(Block.Scorecard scorecard) {
		paragraph("Caption", scorecard.caption());
		var tiles = scorecard.tiles();
		var drawn = table(3, tiles.stream().map(_ -> 1).toList());
		for (int i = 0; i < tiles.size(); i++) {
			var tile = tiles.get(i);
			write(drawn.getRow(0).getCell(i), new Inline.Words(tile.label()));
			var figure = new Inline.Strong(tile.value().print());
			write(drawn.getRow(1).getCell(i), tile.badge() == null ? List.of(figure) : List.of(figure, new Inline.Words(" "), tile.badge()));
			write(drawn.getRow(2).getCell(i), new Inline.Words(tile.note()));
		}
	}

	private void form(Block.FormTable form) {
		var drawn = table(form.fields().size(), List.of(1, 3));
		for (int i = 0; i < form.fields().size(); i++) {
			var field = form.fields().get(i);
			write(drawn.getRow(i).getCell(0), new Inline.Strong(field.label()));
			var cell = drawn.getRow(i).getCell(1);
			for (int line = 0; line < field.lines().size(); line++) {
				runs(line == 0 ? paragraph(cell) : cell.addParagraph(), field.lines().get(line), null);
			}
		}
	}

	private void chart(Block.Chart chart) throws IOException, InvalidFormatException {
		paragraph("Caption", chart.caption());
		var run = this.word.createParagraph().createRun();
		PlainCharts.word(this.word.createChart(run, 16 * Units.EMU_PER_CENTIMETER, 7 * Units.EMU_PER_CENTIMETER), chart, this.look);
	}

	/// A table with its grid; widths stand in the header row too, which is what Word asks for.
	private XWPFTable table(int rows, List<Integer> weights) {
		var table = this.word.createTable(rows, weights.size());
		table.setWidth("100%");
		int all = weights.stream().mapToInt(Integer::intValue).sum();
		var grid = table.getCTTbl().getTblGrid() == null ? table.getCTTbl().addNewTblGrid() : table.getCTTbl().getTblGrid();
		IntStream.range(0, weights.size()).forEach(column -> {
			grid.addNewGridCol().setW(BigInteger.valueOf(9600L * weights.get(column) / all));
			table.getRow(0).getCell(column).setWidth(100 * weights.get(column) / all + "%");
		});
		return table;
	}

	private void write(XWPFTableCell cell, Inline words) {
		write(cell, List.of(words));
	}

	/// A cell with a badge takes the badge's colours.
	private void write(XWPFTableCell cell, List<Inline> words) {
		var shade = PlainPack.shade(words, this.look);
		if (shade != null) {
			cell.setColor(shade.fill());
		}
		runs(paragraph(cell), words, shade);
	}

	private static XWPFParagraph paragraph(XWPFTableCell cell) {
		var paragraph = cell.getParagraphArray(0);
		paragraph.setStyle("TableText");
		return paragraph;
	}

	private XWPFParagraph paragraph(String style, String words) {
		var paragraph = this.word.createParagraph();
		paragraph.setStyle(style);
		return paragraph(paragraph, words);
	}

	private static XWPFParagraph paragraph(XWPFParagraph paragraph, String words) {
		paragraph.createRun().setText(words);
		return paragraph;
	}

	private void runs(XWPFParagraph paragraph, List<Inline> words, Look.@Nullable Shade on) {
		for (Inline inline : words) {
			var run = inline instanceof Inline.Link link ? linked(paragraph, link) : paragraph.createRun();
			if (on != null) {
				run.setColor(on.text());
			}
			switch (inline) {
				case Inline.LineBreak _ -> run.addBreak();
				case Inline.Sparkline sparkline -> run.setText(sparkline.alternative());
				case Inline.Words(var text) -> run.setText(text);
				case Inline.Strong(var text) -> said(run, text).setBold(true);
				case Inline.Emphasis(var text) -> said(run, text).setItalic(true);
				case Inline.Badge(_, var text) -> said(run, text).setBold(true);
				case Inline.Link(_, var text) -> said(run, text).setUnderline(UnderlinePatterns.SINGLE);
			}
		}
	}

	private static XWPFRun linked(XWPFParagraph paragraph, Inline.Link link) {
		if (!link.target().startsWith("#")) {
			return paragraph.createHyperlinkRun(link.target());
		}
		var inside = paragraph.getCTP().addNewHyperlink();
		inside.setAnchor(link.target().substring(1));
		return new XWPFHyperlinkRun(inside, inside.addNewR(), paragraph);
	}

	private static XWPFRun said(XWPFRun run, String text) {
		run.setText(text);
		return run;
	}

}

package org.packhorse.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.openpdf.text.Chunk;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Image;
import org.openpdf.text.ListItem;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfAction;
import org.openpdf.text.pdf.PdfOutline;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;
import org.packhorse.document.Block;
import org.packhorse.document.Inline;
import org.packhorse.document.PackDocument;
import org.packhorse.writer.Look;

/// The yardstick for PDF: the whole document by OpenPDF's own elements (Paragraph, List, PdfPTable) with embedded fonts,
/// bookmarks and page x of y, untagged. Left out is what these elements have no call for and Packhorse does nevertheless:
/// the structure tree, text alternatives, and a contents list with page numbers.
final class PlainPdf {

	private final PackDocument pack;

	private final Look look;

	private final PlainPdfFonts body = new PlainPdfFonts(12);

	private final PlainPdfFonts cells = new PlainPdfFonts(10);

	private final Document pdf;

	private final PdfWriter writer;

	private PlainPdf(PackDocument pack, Look look, ByteArrayOutputStream out) throws IOException {
		this.pack = pack;
		this.look = look;
		float margin = look.marginMillimetres() * 72 / 25.4f;
		this.pdf = new Document(PageSize.A4, margin, margin, margin, margin);
		this.writer = PdfWriter.getInstance(this.pdf, out);
		this.writer.setPageEvent(new PlainPdfMargins(look.header(pack.cover()), look.footer(pack.cover()), new PlainPdfFonts(9).regular()));
	}

	/// The document as a PDF.
	static byte[] write(PackDocument pack, Look look) throws IOException {
		var out = new ByteArrayOutputStream();
		var made = new PlainPdf(pack, look, out);
		made.pdf.addTitle(pack.cover().title());
		made.pdf.open();
		made.front();
		made.blocks(pack.blocks(), 1, made.writer.getRootOutline());
		made.pdf.close();
		return out.toByteArray();
	}

	private void front() throws IOException {
		var cover = this.pack.cover();
		this.pdf.add(new Paragraph(cover.title(), new PlainPdfFonts(24).bold(this.look.accent())));
		this.pdf.add(new Paragraph(cover.organisation(), this.body.regular()));
		if (!cover.facts().isEmpty()) {
			var facts = table(1, 3);
			cover.facts().forEach(fact -> Stream.of(new Inline.Strong(fact.label()), new Inline.Words(fact.words()))
				.forEach(words -> facts.addCell(cell(List.of(words)))));
			this.pdf.add(facts);
		}
	}

	private void blocks(List<Block> blocks, int depth, PdfOutline above) throws IOException {
		for (Block block : blocks) {
			switch (block) {
				case Block.Section section -> blocks(section.blocks(), depth + 1, heading(section, depth, above));
				case Block.Paragraph paragraph -> this.pdf.add(paragraph(paragraph.words()));
				case Block.Bullets list -> list(new org.openpdf.text.List(org.openpdf.text.List.UNORDERED, 12), list.items());
				case Block.Numbered list -> list(new org.openpdf.text.List(org.openpdf.text.List.ORDERED, 16), list.items());
				case Block.Table table -> table(table);
				case Block.Chart chart -> chart(chart);
				case Block.Callout callout -> callout(callout);
				case Block.Scorecard scorecard -> scorecard(scorecard);
				case Block.FormTable form -> form(form);
				case Block.PageBreak _ -> this.pdf.newPage();
				case Block.Ticks ticks -> throw new IllegalArgumentException("the yardstick has no ticks: " + ticks.caption());
				case Block.Picture picture -> throw new IllegalArgumentException("the yardstick draws no pictures: " + picture.file());
			}
		}
	}

	private PdfOutline heading(Block.Section section, int depth, PdfOutline above) throws IOException {
		var words = (section.number() + " " + section.title()).strip();
		var font = new PlainPdfFonts(Math.max(12, 24 - 4 * depth)).bold(this.look.accent());
		var paragraph = new Paragraph(new Chunk(words, font).setLocalDestination(section.id()));
		paragraph.setSpacingBefore(12);
		paragraph.setSpacingAfter(4);
		this.pdf.add(paragraph);
		return new PdfOutline(above, PdfAction.gotoLocalPage(section.id(), false), words);
	}

	private Paragraph paragraph(List<Inline> words) {
		var paragraph = new Paragraph();
		paragraph.setSpacingAfter(6);
		paragraph.addAll(chunks(words, this.body, null));
		return paragraph;
	}

	private void list(org.openpdf.text.List list, List<List<Inline>> items) {
		list.setListSymbol(new Chunk("• ", this.body.regular()));
		for (List<Inline> item : items) {
			var added = new ListItem();
			added.addAll(chunks(item, this.body, null));
			list.add(added);
		}
		this.pdf.add(list);
	}

	private void caption(String caption) {
		var paragraph = new Paragraph(caption, this.body.bold());
		paragraph.setSpacingBefore(6);
		paragraph.setSpacingAfter(3);
		this.pdf.add(paragraph);
	}

	private void table(Block.Table table) {
		caption(table.caption());
		if (table.rows().isEmpty()) {
			this.pdf.add(new Paragraph(table.ifEmpty(), this.body.regular()));
			return;
		}
		var columns = table.columns();
		var drawn = table(columns.stream().mapToInt(Block.Table.Column::weight).toArray());
		drawn.setHeaderRows(1);
		for (Block.Table.Column column : columns) {
			var head = new PdfPCell(new Phrase(column.heading(), this.cells.head()));
			head.setBackgroundColor(PlainPack.colour(this.look.accent()));
			head.setHorizontalAlignment(side(column));
			drawn.addCell(head);
		}
		for (Block.Table.Row row : table.rows()) {
			for (int column = 0; column < columns.size(); column++) {
				var cell = cell(row.cells().get(column).words());
				cell.setHorizontalAlignment(side(columns.get(column)));
				drawn.addCell(cell);
			}
		}
		this.pdf.add(drawn);
	}

	private static int side(Block.Table.Column column) {
		return column.align() == Block.Table.Align.END ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT;
	}

	private void callout(Block.Callout callout) {
		var shade = this.look.shade(callout.tone());
		var box = new PdfPCell();
		box.setBackgroundColor(PlainPack.colour(shade.fill()));
		Stream.concat(Stream.of(List.<Inline>of(new Inline.Strong(callout.title()))), callout.paragraphs().stream()).forEach(words -> {
			var paragraph = new Paragraph();
			paragraph.addAll(chunks(words, this.cells, shade));
			box.addElement(paragraph);
		});
		var drawn = table(1);
		drawn.addCell(box);
		this.pdf.add(drawn);
	}

	private void scorecard(Block.Scorecard scorecard) {
		caption(scorecard.caption());
		var tiles = scorecard.tiles();
		var drawn = table(tiles.stream().mapToInt(_ -> 1).toArray());
		tiles.forEach(tile -> drawn.addCell(cell(List.of(new Inline.Words(tile.label())))));
		tiles.forEach(tile -> {
			var figure = new Inline.Strong(tile.value().print());
			drawn.addCell(cell(tile.badge() == null ? List.of(figure) : List.of(figure, new Inline.Words(" "), tile.badge())));
		});
		tiles.forEach(tile -> drawn.addCell(cell(List.of(new Inline.Words(tile.note())))));
		this.pdf.add(drawn);
	}

	private void form(Block.FormTable form) {
		var drawn = table(1, 3);
		for (Block.FormTable.Field field : form.fields()) {
			drawn.addCell(cell(List.of(new Inline.Strong(field.label()))));
			var lines = new PdfPCell();
			field.lines().forEach(line -> lines.addElement(paragraph(line)));
			drawn.addCell(lines);
		}
		this.pdf.add(drawn);
	}

	private void chart(Block.Chart chart) {
		caption(chart.caption());
		float width = this.pdf.right() - this.pdf.left();
		this.pdf.add(Image.getInstance(new PlainPdfChart(chart, this.look, this.body.baseFont()).draw(this.writer.getDirectContent(), width)));
	}

	private static PdfPTable table(int... weights) {
		var table = new PdfPTable(weights.length);
		table.setWidthPercentage(100);
		table.setWidths(weights);
		table.setSpacingAfter(8);
		return table;
	}

	/// A cell with a badge takes the badge's colours.
	private PdfPCell cell(List<Inline> words) {
		var shade = PlainPack.shade(words, this.look);
		var phrase = new Phrase();
		phrase.addAll(chunks(words, this.cells, shade));
		var cell = new PdfPCell(phrase);
		cell.setPadding(3);
		if (shade != null) {
			cell.setBackgroundColor(PlainPack.colour(shade.fill()));
		}
		return cell;
	}

	private List<Chunk> chunks(List<Inline> words, PlainPdfFonts fonts, Look.@Nullable Shade on) {
		return words.stream().map(inline -> switch (inline) {
			case Inline.Words(var text) -> new Chunk(text, fonts.regular(on));
			case Inline.Strong(var text) -> new Chunk(text, fonts.bold(on));
			case Inline.Emphasis(var text) -> new Chunk(text, fonts.italic(on));
			case Inline.Badge(_, var text) -> new Chunk(text, fonts.bold(on));
			case Inline.Sparkline sparkline -> new Chunk(sparkline.alternative(), fonts.regular(on));
			case Inline.LineBreak _ -> Chunk.NEWLINE;
			case Inline.Link(var target, var text) -> {
				var link = new Chunk(text, fonts.regular(on)).setUnderline(0.5f, -1.5f);
				yield target.startsWith("#") ? link.setLocalGoto(target.substring(1)) : link.setAnchor(target);
			}
		}).toList();
	}

}

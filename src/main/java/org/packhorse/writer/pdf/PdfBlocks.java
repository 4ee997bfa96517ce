package org.packhorse.writer.pdf;

import java.util.List;
import java.util.function.IntFunction;

import org.openpdf.text.pdf.PdfName;
import org.packhorse.document.Block;
import org.packhorse.document.Block.Bullets;
import org.packhorse.document.Block.Numbered;
import org.packhorse.document.Block.PageBreak;
import org.packhorse.document.Block.Paragraph;
import org.packhorse.document.Block.Section;
import org.packhorse.document.Cover;
import org.packhorse.document.Inline;
import org.packhorse.document.PackDocument;

/// Lays out the blocks of a pack, one small method for each kind.
final class PdfBlocks {

	private static final float LEAST_HANG = 40;

	private static final float MARK_WIDTH = 24;

	private final Desk desk;

	private final PackDocument document;

	private final PdfTables tables;

	/// How far text stands in from its number, the same for the whole pack.
	private final float hang;

	PdfBlocks(Desk desk, PackDocument document) {
		this.desk = desk;
		this.document = document;
		this.tables = new PdfTables(desk);
		float widest = widestNumber(document.blocks());
		this.hang = document.cover().numbered() && widest > 0 ? Math.max(LEAST_HANG, widest + 10) : 0;
	}

	void layOut() {
		blocks(this.document.blocks(), 0);
	}

	private void blocks(List<Block> blocks, int depth) {
		blocks.forEach(block -> block(block, depth));
	}

	private void block(Block block, int depth) {
		this.desk.type().glyphs().at(block.at());
		switch (block) {
			case Section section -> section(section, depth + 1);
			case Paragraph paragraph -> paragraph(paragraph);
			case Bullets bullets -> list(bullets.items(), "Disc", _ -> "•");
			case Numbered numbered -> list(numbered.items(), numbering(numbered.style()), numbered.style()::mark);
			case Block.Table table -> this.tables.table(table);
			case Block.FormTable form -> new PdfForms(this.desk, this.tables).form(form);
			case Block.Ticks ticks -> new PdfForms(this.desk, this.tables).ticks(ticks);
			case Block.Chart chart -> new PdfCharts(this.desk).chart(chart);
			case Block.Picture picture -> new PdfPictures(this.desk).picture(picture);
			case Block.Callout callout -> new PdfCallouts(this.desk).callout(callout);
			case Block.Scorecard scorecard -> new PdfScorecards(this.desk).scorecard(scorecard);
			case PageBreak _ -> this.desk.flow().newPage();
		}
	}

	private void section(Section section, int depth) {
		this.desk.tags().tag(PdfTags.SECT, () -> {
			heading(section, depth);
			blocks(section.blocks(), depth);
		});
	}

	private void heading(Section section, int depth) {
		var house = this.desk.house();
		var setting = house.heading(this.document.cover().front() == Cover.Front.PAGE ? depth : depth + 1);
		var number = this.desk.type().printable(section.number(), setting.style());
		float hang = number.isEmpty() ? 0 : Math.max(this.hang, setting.style().width(number) + 10);
		var title = this.desk.type().plain(section.title(), setting, house.width() - hang).numbered(setting.style(), number, hang);
		var text = this.desk.piece(this.desk.tags().child(role(depth)), title, house.left() + hang);
		this.desk.flow().addKept(new Landmark.Heading(text, this.desk.type().landmarks().of(section)), depth == 1 ? 30 : 20);
	}

	private void paragraph(Paragraph paragraph) {
		var house = this.desk.house();
		var setting = house.body();
		var number = this.desk.type().printable(paragraph.number(), setting.style());
		var words = this.desk.type()
			.words(paragraph.words(), setting, house.width() - this.hang)
			.numbered(setting.style().in(House.GREY), number, this.hang);
		if (words.count() > 0) {
			this.desk.flow().add(this.desk.piece(this.desk.tags().child(PdfName.P), words, house.left() + this.hang), 9);
		}
	}

	private void list(List<List<Inline>> items, String numbering, IntFunction<String> mark) {
		var list = this.desk.tags().tag(PdfName.L, () -> {
			for (int i = 0; i < items.size(); i++) {
				item(items.get(i), mark.apply(i), i == 0 ? 9 : 4);
			}
		});
		this.desk.tags().counted(list, numbering);
	}

	private void item(List<Inline> words, String mark, float gap) {
		var house = this.desk.house();
		var tags = this.desk.tags();
		tags.tag(PdfName.LI, () -> {
			var label = this.desk.type().plain(mark + " ", house.body().in(House.GREY), MARK_WIDTH * 2);
			var body = this.desk.type().words(words, house.body(), house.width() - this.hang - MARK_WIDTH);
			this.desk.flow()
				.add(new HungPiece(this.desk.piece(tags.child(PdfName.LBL), label, house.left() + this.hang),
						this.desk.piece(tags.child(PdfName.LBODY), body, house.left() + this.hang + MARK_WIDTH)), gap);
		});
	}

	private static String numbering(Numbered.Style style) {
		return switch (style) {
			case DECIMAL -> "Decimal";
			case LETTER -> "LowerAlpha";
			case ROMAN -> "LowerRoman";
		};
	}

	private static PdfName role(int depth) {
		return switch (depth) {
			case 1 -> PdfName.H1;
			case 2 -> PdfName.H2;
			case 3 -> PdfName.H3;
			case 4 -> PdfName.H4;
			case 5 -> PdfName.H5;
			default -> PdfName.H6;
		};
	}

	private float widestNumber(List<Block> blocks) {
		float widest = 0;
		for (Block block : blocks) {
			if (block instanceof Paragraph paragraph) {
				widest = Math.max(widest, this.desk.house().body().style().width(paragraph.number()));
			}
			else if (block instanceof Section section) {
				widest = Math.max(widest, widestNumber(section.blocks()));
			}
		}
		return widest;
	}

}

package org.packhorse.writer.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

import org.packhorse.document.Block;
import org.packhorse.document.Block.Table.Align;
import org.packhorse.document.Cover;
import org.packhorse.document.Inline;
import org.packhorse.document.PackDocument;

/// The plain part: what a reader hears or sees where pages are not shown.
final class PlainLetter {

	private final PackDocument document;

	private final PlainLines lines = new PlainLines();

	PlainLetter(PackDocument document) {
		this.document = document;
	}

	String text() {
		front(this.document.cover());
		blocks(this.document.blocks(), 1);
		if (!this.document.cover().marking().isBlank()) {
			paragraph(this.document.cover().marking());
		}
		return this.lines.toString();
	}

	private void front(Cover cover) {
		if (!cover.marking().isBlank()) {
			paragraph(cover.marking());
		}
		if (!cover.organisation().isBlank()) {
			paragraph(cover.organisation());
		}
		this.lines.heading(PlainWords.clean(cover.title()), '=');
		if (!cover.subtitle().isBlank()) {
			paragraph(cover.subtitle());
		}
		cover.facts().forEach(fact -> this.lines.words("", "    ", PlainWords.clean(fact.label() + ": " + fact.words())));
		this.lines.gap();
	}

	private void blocks(List<Block> blocks, int depth) {
		blocks.forEach(block -> block(block, depth));
	}

	private void block(Block block, int depth) {
		switch (block) {
			case Block.Section section -> {
				this.lines.heading(numbered(section.number(), PlainWords.clean(section.title())), depth == 1 ? '-' : '.');
				blocks(section.blocks(), depth + 1);
			}
			case Block.Paragraph paragraph -> paragraph(numbered(paragraph.number(), PlainWords.of(paragraph.words())));
			case Block.Bullets bullets -> items(bullets.items(), _ -> "*");
			case Block.Numbered numbered -> items(numbered.items(), numbered.style()::mark);
			case Block.Table table -> table(table);
			case Block.Callout callout -> callout(callout);
			case Block.Scorecard scorecard -> scorecard(scorecard);
			case Block.FormTable form -> form(form);
			case Block.Ticks ticks -> ticks(ticks);
			case Block.Chart _, Block.Picture _, Block.PageBreak _ -> throw new IllegalArgumentException("an e-mail cannot show " + block.at());
		}
	}

	private static String numbered(String number, String words) {
		return number.isBlank() ? words : number + " " + words;
	}

	private void paragraph(String words) {
		this.lines.gap();
		this.lines.words("", words);
		this.lines.gap();
	}

	private void items(List<List<Inline>> items, IntFunction<String> mark) {
		this.lines.gap();
		for (int i = 0; i < items.size(); i++) {
			this.lines.words(mark.apply(i) + " ", PlainWords.of(items.get(i)));
		}
		this.lines.gap();
	}

	private void table(Block.Table table) {
		if (table.rows().isEmpty()) {
			paragraph(PlainWords.clean(table.caption()) + ": " + PlainWords.clean(table.ifEmpty()));
			return;
		}
		new PlainTable(PlainWords.clean(table.caption()), table.columns().stream().map(column -> PlainWords.clean(column.heading())).toList(),
				table.columns().stream().map(Block.Table.Column::align).toList(),
				table.rows().stream().map(row -> row.cells().stream().map(cell -> PlainWords.of(cell.words())).toList()).toList())
			.write(this.lines);
	}

	private void callout(Block.Callout callout) {
		this.lines.gap();
		this.lines.words("| ", "| ", PlainWords.clean(callout.title()));
		callout.paragraphs().forEach(words -> this.lines.words("| ", "| ", PlainWords.of(words)));
		this.lines.gap();
	}

	private void scorecard(Block.Scorecard scorecard) {
		var rows = scorecard.tiles().stream().map(tile -> List.of(PlainWords.clean(tile.label()), PlainWords.clean(tile.value().print()), note(tile))).toList();
		new PlainTable(PlainWords.clean(scorecard.caption()), HtmlLetter.SCORES, List.of(Align.START, Align.END, Align.START), rows).write(this.lines);
	}

	private static String note(Block.Scorecard.Tile tile) {
		var words = new ArrayList<Inline>();
		if (tile.badge() != null) {
			words.add(tile.badge());
		}
		words.add(new Inline.Words(" " + tile.note()));
		return PlainWords.of(words);
	}

	private void form(Block.FormTable form) {
		this.lines.gap();
		for (Block.FormTable.Field field : form.fields()) {
			this.lines.words("", "    ", PlainWords.clean(field.label()) + ": " + String.join("\n", field.lines().stream().map(PlainWords::of).toList()));
		}
		this.lines.gap();
	}

	private void ticks(Block.Ticks ticks) {
		this.lines.gap();
		if (!ticks.label().isBlank()) {
			this.lines.words("", PlainWords.clean(ticks.label()));
		}
		ticks.ticks().forEach(tick -> this.lines.words("[" + (tick.mark().isBlank() ? " " : PlainWords.clean(tick.mark())) + "] ", PlainWords.of(tick.words())));
		this.lines.gap();
	}

}

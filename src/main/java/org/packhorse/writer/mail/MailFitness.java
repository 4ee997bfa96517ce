package org.packhorse.writer.mail;

import java.util.ArrayList;
import java.util.List;

import org.packhorse.document.Block;
import org.packhorse.document.Inline;
import org.packhorse.document.PackDocument;
import org.packhorse.document.Position;
import org.packhorse.writer.MailWriter;
import org.packhorse.writer.MailWriter.Unfit;

/// Looks for what an e-mail cannot show: drawings, pictures, pages, and links to what is not in the letter.
final class MailFitness {

	private final List<Unfit> unfit = new ArrayList<>();

	private Position at = Position.NONE;

	List<Unfit> of(PackDocument document) {
		blocks(document.blocks());
		return List.copyOf(this.unfit);
	}

	private void blocks(List<Block> blocks) {
		for (Block block : blocks) {
			this.at = block.at();
			block(block);
		}
	}

	private void block(Block block) {
		switch (block) {
			case Block.Section section -> blocks(section.blocks());
			case Block.Paragraph paragraph -> words(paragraph.words());
			case Block.Bullets bullets -> bullets.items().forEach(this::words);
			case Block.Numbered numbered -> numbered.items().forEach(this::words);
			case Block.Table table -> table(table);
			case Block.Callout callout -> callout.paragraphs().forEach(this::words);
			case Block.Scorecard _ -> {
				// It goes out as a table.
			}
			case Block.FormTable form -> form.fields().forEach(field -> field.lines().forEach(this::words));
			case Block.Ticks ticks -> ticks.ticks().forEach(tick -> words(tick.words()));
			case Block.Chart _ -> add("A chart", "mail programs leave drawings out", "Say in words what it shows; the pack has the chart");
			case Block.Picture _ -> add("A picture", "mail programs hold pictures back until the reader lets them through", "Say it in words, or leave it to the pack");
			case Block.PageBreak _ -> add("A page break", "an e-mail has no pages", "Take it out");
		}
	}

	private void table(Block.Table table) {
		if (table.columns().size() > MailWriter.MOST_COLUMNS) {
			add("A table of %d columns".formatted(table.columns().size()), "a telephone has room for " + MailWriter.MOST_COLUMNS,
					"Leave columns out, or say two things in one");
		}
		table.rows().forEach(row -> row.cells().forEach(cell -> words(cell.words())));
	}

	private void words(List<Inline> words) {
		words.forEach(this::inline);
	}

	private void inline(Inline inline) {
		switch (inline) {
			case Inline.Words _, Inline.Strong _, Inline.Emphasis _, Inline.Badge _, Inline.LineBreak _ -> {
				// Words of every kind.
			}
			case Inline.Link link -> {
				if (link.target().startsWith("#")) {
					add("A link to " + link.target(), "mail programs do not follow links inside a letter", "Write its words without the link");
				}
			}
			case Inline.Sparkline _ -> add("A sparkline", "mail programs leave drawings out", "Say in words how the figures moved");
		}
	}

	private void add(String what, String why, String remedy) {
		this.unfit.add(new Unfit(this.at, what, why, remedy));
	}

}

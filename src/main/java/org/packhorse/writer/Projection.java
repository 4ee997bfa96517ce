package org.packhorse.writer;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import org.packhorse.document.Block;
import org.packhorse.document.Cover;
import org.packhorse.document.Inline;
import org.packhorse.document.PackDocument;
import org.packhorse.writer.ReadBack.Part;
import org.packhorse.writer.Said.Run;

/// What the tree says, as every file of it is to be read back. A new kind of block does not compile until it is said here.
public final class Projection {

	private final Look look;

	private final Map<String, String> headings = new HashMap<>();

	private final List<Part> parts = new ArrayList<>();

	private Projection(Look look) {
		this.look = look;
	}

	/// What this document says in this look.
	public static ReadBack of(PackDocument document, Look look) {
		var projection = new Projection(look);
		projection.gather(document.blocks());
		projection.blocks(document.blocks(), 1, "");
		return new ReadBack(projection.front(document.cover()), projection.parts);
	}

	private ReadBack.Front front(Cover cover) {
		return new ReadBack.Front(cover.title(), cover.subtitle(), cover.organisation(), cover.language(), cover.marking(),
				cover.draft() ? this.look.draftWords() : "", cover.facts().stream().map(fact -> new ReadBack.Fact(fact.label(), fact.words())).toList(), cover.front());
	}

	private void gather(List<Block> blocks) {
		for (Block block : blocks) {
			if (block instanceof Block.Section section) {
				this.headings.putIfAbsent(section.id(), heading(section));
				gather(section.blocks());
			}
		}
	}

	private void blocks(List<Block> blocks, int level, String below) {
		for (int i = 0; i < blocks.size(); i++) {
			if (i > 0 && blocks.get(i - 1) instanceof Block.Section && !(blocks.get(i) instanceof Block.Section)) {
				this.parts.add(new Part.Resumed(below));
			}
			block(blocks.get(i), level);
		}
	}

	private void block(Block block, int level) {
		switch (block) {
			case Block.Section section -> {
				this.parts.add(new Part.Heading(level, heading(section)));
				blocks(section.blocks(), level + 1, heading(section));
			}
			case Block.Paragraph paragraph -> paragraph(paragraph);
			case Block.Bullets bullets -> items(bullets.items(), _ -> "•");
			case Block.Numbered numbered -> items(numbered.items(), numbered.style()::mark);
			case Block.Table table -> this.parts.add(table(table));
			case Block.Chart chart -> this.parts.add(chart(chart));
			case Block.Picture picture -> this.parts.add(new Part.Picture(picture.alternative()));
			case Block.Callout callout -> this.parts.add(new Part.Callout(this.look.shade(callout.tone()).fill(), callout.title(),
					callout.paragraphs().stream().map(this::said).filter(said -> !said.isEmpty()).toList()));
			case Block.Scorecard scorecard -> this.parts.add(new Part.Figures(scorecard.caption(), scorecard.tiles().stream().map(this::figure).toList()));
			case Block.FormTable form -> this.parts.add(form(form));
			case Block.Ticks ticks -> this.parts.add(ticks(ticks));
			case Block.PageBreak _ -> {
				// Nothing is said by it.
			}
		}
	}

	private static String heading(Block.Section section) {
		return section.number().isBlank() ? section.title() : section.number() + " " + section.title();
	}

	private void paragraph(Block.Paragraph paragraph) {
		var words = said(paragraph.words());
		if (!words.isEmpty()) {
			this.parts.add(new Part.Paragraph(Said.joined(List.of(Said.of(paragraph.number() + " "), words))));
		}
	}

	private void items(List<List<Inline>> items, IntFunction<String> mark) {
		for (int i = 0; i < items.size(); i++) {
			this.parts.add(new Part.Item(mark.apply(i), said(items.get(i))));
		}
	}

	private Part table(Block.Table table) {
		var rows = table.rows().stream().map(row -> row.cells().stream().map(cell -> said(cell.words())).toList()).toList();
		return new Part.Table(table.caption(), table.columns().stream().map(Block.Table.Column::heading).toList(), rows, rows.isEmpty() ? table.ifEmpty() : "");
	}

	private Part form(Block.FormTable form) {
		return new Part.Table(form.caption(), List.of(), form.rows()
			.stream()
			.map(row -> row.stream().flatMap(field -> Stream.of(Said.of(field.label()), lines(field.lines()))).toList())
			.toList(), "");
	}

	/// The label of all stands in the first row alone.
	private Part ticks(Block.Ticks ticks) {
		var rows = new ArrayList<List<Said>>();
		for (Block.Ticks.Tick tick : ticks.ticks()) {
			var row = List.of(said(tick.words()), Said.of(tick.mark()));
			rows.add(rows.isEmpty() && !ticks.label().isBlank() ? List.of(Said.of(ticks.label()), row.getFirst(), row.getLast()) : row);
		}
		return new Part.Table(ticks.caption(), List.of(), rows, "");
	}

	private Said lines(List<List<Inline>> lines) {
		return Said.joined(lines.stream().map(line -> Said.joined(List.of(said(line), Said.of("\n")))).toList());
	}

	private ReadBack.Figure figure(Block.Scorecard.Tile tile) {
		var runs = new ArrayList<Run>();
		var badge = tile.badge();
		if (badge != null) {
			runs.add(run(badge));
		}
		runs.add(Run.plain(" " + tile.note()));
		return new ReadBack.Figure(tile.label(), tile.value().print(), new Said(runs));
	}

	private static Part chart(Block.Chart chart) {
		if (chart.words().isEmpty()) {
			return new Part.Chart(chart.caption(), chart.words().instead(), "", List.of(), List.of());
		}
		var series = chart.lines()
			.stream()
			.map(line -> new ReadBack.Series(line.name(), line.values()
				.stream()
				.map(value -> value == null ? "" : value.setScale(chart.decimals(), RoundingMode.HALF_UP).toPlainString())
				.toList()))
			.toList();
		return new Part.Chart(chart.caption(), chart.words().alternative(), chart.unit(), chart.periods(), series);
	}

	private Said said(List<Inline> inlines) {
		return new Said(inlines.stream().map(this::run).toList());
	}

	private Run run(Inline inline) {
		return switch (inline) {
			case Inline.Words words -> Run.plain(words.text());
			case Inline.Strong strong -> Run.plain(strong.text());
			case Inline.Emphasis emphasis -> Run.plain(emphasis.text());
			case Inline.Link link -> link(link);
			case Inline.Badge badge -> Run.badge(badge.words(), this.look.shade(badge.tone()).fill());
			case Inline.Sparkline sparkline -> sparkline.isEmpty() ? Run.plain(sparkline.alternative()) : Run.sparkline(sparkline.alternative());
			case Inline.LineBreak _ -> Run.plain("\n");
		};
	}

	/// A link to a section that is not there stands as words, in every format.
	private Run link(Inline.Link link) {
		if (!link.target().startsWith("#")) {
			return Run.link(link.text(), link.target());
		}
		var heading = this.headings.get(link.target().substring(1));
		return heading == null ? Run.plain(link.text()) : Run.link(link.text(), "#" + heading);
	}

}

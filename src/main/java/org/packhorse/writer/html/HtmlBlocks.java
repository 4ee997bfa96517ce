package org.packhorse.writer.html;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import org.packhorse.document.Block;
import org.packhorse.document.Block.Bullets;
import org.packhorse.document.Block.Callout;
import org.packhorse.document.Block.Chart;
import org.packhorse.document.Block.FormTable;
import org.packhorse.document.Block.Numbered;
import org.packhorse.document.Block.PageBreak;
import org.packhorse.document.Block.Paragraph;
import org.packhorse.document.Block.Picture;
import org.packhorse.document.Block.Scorecard;
import org.packhorse.document.Block.Section;
import org.packhorse.document.Block.Table;
import org.packhorse.document.Inline;
import org.packhorse.writer.Look;

/// Writes the blocks, one small method for each record of the tree.
final class HtmlBlocks {

	private static final int DEEPEST_HEADING = 6;

	private final HtmlText html;

	private final Anchors anchors;

	private final HtmlInlines inlines;

	private final HtmlTables tables;

	private final HtmlForms forms;

	private final HtmlChart charts;

	private final HtmlPictures pictures;

	HtmlBlocks(HtmlText html, Anchors anchors, Look look) {
		this.html = html;
		this.anchors = anchors;
		this.inlines = new HtmlInlines(html, anchors);
		this.tables = new HtmlTables(html, anchors, this.inlines);
		this.forms = new HtmlForms(html, anchors, this.inlines);
		this.charts = new HtmlChart(html, anchors, this.tables, look);
		this.pictures = new HtmlPictures(html);
	}

	void write(List<Block> blocks) throws IOException {
		write(blocks, 2);
	}

	private void write(List<Block> blocks, int level) throws IOException {
		for (Block block : blocks) {
			this.html.at(block.at());
			write(block, level);
		}
	}

	private void write(Block block, int level) throws IOException {
		switch (block) {
			case Section section -> section(section, level);
			case Paragraph paragraph -> paragraph(paragraph);
			case Bullets bullets -> this.html.tag("ul").around(() -> items(bullets.items()));
			case Numbered numbered -> numbered(numbered);
			case Table table -> this.tables.table(table);
			case Chart chart -> this.charts.chart(chart);
			case Picture picture -> this.pictures.picture(picture);
			case Callout callout -> callout(callout);
			case Scorecard scorecard -> scorecard(scorecard);
			case FormTable form -> this.forms.form(form);
			case Block.Ticks ticks -> this.forms.ticks(ticks);
			case PageBreak _ -> this.html.tag("div").with("class", "page-break").around("");
		}
	}

	/// Without a name of its own a section is no landmark: a pack has a hundred, and headings lead to them.
	private void section(Section section, int level) throws IOException {
		this.html.tag("section").with("id", this.anchors.of(section)).around(() -> {
			heading(level).around(() -> title(section));
			write(section.blocks(), level + 1);
		});
	}

	/// HTML has six levels of headings; below them the level is said in another way.
	private HtmlText.Tag heading(int level) {
		return level <= DEEPEST_HEADING ? this.html.tag("h" + level)
				: this.html.tag("div").with("class", "h").with("role", "heading").with("aria-level", Integer.toString(level));
	}

	/// A section's number and title, in its heading and in the contents.
	void title(Section section) throws IOException {
		number(section.number());
		this.html.tag("span").around(section.title());
	}

	private void number(String number) throws IOException {
		if (!number.isBlank()) {
			this.html.tag("span").with("class", "number").around(number);
			this.html.words(" ");
		}
	}

	private void paragraph(Paragraph paragraph) throws IOException {
		if (paragraph.number().isBlank()) {
			this.html.tag("p").around(() -> this.inlines.write(paragraph.words()));
			return;
		}
		this.html.tag("p").with("class", "numbered").around(() -> {
			number(paragraph.number());
			this.html.tag("span").around(() -> this.inlines.write(paragraph.words()));
		});
	}

	/// The style sheet's counters print the same marks as [Numbered.Style#mark]; `type` is for readers without it.
	private void numbered(Numbered numbered) throws IOException {
		var type = switch (numbered.style()) {
			case DECIMAL -> "1";
			case LETTER -> "a";
			case ROMAN -> "i";
		};
		var name = numbered.style().name().toLowerCase(Locale.ROOT);
		this.html.tag("ol").with("type", type).with("class", name).around(() -> items(numbered.items()));
	}

	private void items(List<List<Inline>> items) throws IOException {
		for (List<Inline> item : items) {
			this.html.tag("li").around(() -> this.inlines.write(item));
		}
	}

	private void callout(Callout callout) throws IOException {
		var title = this.anchors.next("callout");
		var kind = "callout edge-" + callout.tone().name().toLowerCase(Locale.ROOT);
		this.html.tag("div").with("class", kind).with("role", "note").with("aria-labelledby", title).around(() -> {
			this.html.tag("p").with("class", "callout-title").with("id", title).around(callout.title());
			for (List<Inline> paragraph : callout.paragraphs()) {
				this.html.tag("p").around(() -> this.inlines.write(paragraph));
			}
		});
	}

	private void scorecard(Scorecard scorecard) throws IOException {
		var caption = this.anchors.next("scorecard");
		this.html.tag("div").with("class", "scorecard").with("role", "group").with("aria-labelledby", caption).around(() -> {
			this.html.tag("p").with("class", "caption").with("id", caption).around(scorecard.caption());
			this.html.tag("dl").around(() -> {
				for (Scorecard.Tile tile : scorecard.tiles()) {
					this.html.tag("div").around(() -> tile(tile));
				}
			});
		});
	}

	private void tile(Scorecard.Tile tile) throws IOException {
		this.html.tag("dt").around(tile.label());
		this.html.tag("dd").with("class", "headline").around(tile.value().print());
		var badge = tile.badge();
		if (badge != null) {
			this.html.tag("dd").around(() -> this.inlines.badge(badge));
		}
		if (!tile.note().isBlank()) {
			this.html.tag("dd").with("class", "note").around(tile.note());
		}
	}

}

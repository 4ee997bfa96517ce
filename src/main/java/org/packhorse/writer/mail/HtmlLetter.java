package org.packhorse.writer.mail;

import java.util.List;

import org.packhorse.document.Block;
import org.packhorse.document.Block.Table.Align;
import org.packhorse.document.Cell;
import org.packhorse.document.Cover;
import org.packhorse.document.Inline;
import org.packhorse.document.PackDocument;
import org.packhorse.writer.Look;

/// The page of a mail. Styles stand in the elements, since many mail programs read no style sheets; it is dark on white whatever
/// the program makes of its own windows.
final class HtmlLetter {

	/// The headings over headline figures, which the tree does not name.
	static final List<String> SCORES = List.of("Headline", "Figure", "Note");

	private static final String INK = "#0b0c0c";

	private static final String EDGE = "#6f777b";

	private static final int DEEPEST_HEADING = 6;

	private final PackDocument document;

	private final Look look;

	private final MailTags tags = new MailTags();

	private final HtmlWords words;

	HtmlLetter(PackDocument document, Look look) {
		this.document = document;
		this.look = look;
		this.words = new HtmlWords(this.tags, look);
	}

	String page() {
		var cover = this.document.cover();
		this.tags.doctype();
		this.tags.tag("html", () -> {
			this.tags.tag("head", () -> head(cover));
			this.tags.line();
			this.tags.tag("body", () -> body(cover), "style", "margin:0;padding:0;background:#ffffff;color:" + INK);
		}, "lang", cover.language());
		this.tags.line();
		return this.tags.toString();
	}

	private void head(Cover cover) {
		this.tags.open("meta", "charset", "utf-8");
		this.tags.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
		this.tags.open("meta", "name", "color-scheme", "content", "light");
		this.tags.tag("title", cover.title() + (cover.organisation().isBlank() ? "" : ": " + cover.organisation()));
	}

	private void body(Cover cover) {
		var font = "'" + this.look.font().replaceAll("[^\\p{L}\\p{N} -]", "") + "',Arial,Helvetica,sans-serif";
		this.tags.tag("div", () -> this.tags.tag("main", () -> {
			front(cover);
			blocks(this.document.blocks(), 2);
			marking(cover);
		}), "style", "max-width:600px;margin:0 auto;padding:16px;background:#ffffff;color:%s;font-family:%s;font-size:16px;line-height:1.5;overflow-wrap:break-word"
			.formatted(INK, font), "lang", cover.language());
	}

	private void front(Cover cover) {
		marking(cover);
		if (!cover.organisation().isBlank()) {
			paragraph(cover.organisation(), "margin:0 0 4px 0");
		}
		this.tags.tag("h1", cover.title(), "style", "margin:0 0 8px 0;font-size:26px;line-height:1.25;color:#" + this.look.accent());
		this.tags.line();
		if (!cover.subtitle().isBlank()) {
			paragraph(cover.subtitle(), "margin:0 0 8px 0;font-size:18px");
		}
		cover.facts().forEach(fact -> {
			this.tags.tag("p", () -> {
				this.tags.tag("strong", fact.label() + ":");
				this.tags.words(" " + fact.words());
			}, "style", "margin:0 0 4px 0");
			this.tags.line();
		});
	}

	private void marking(Cover cover) {
		if (!cover.marking().isBlank()) {
			paragraph(cover.marking(), "margin:0 0 16px 0;font-weight:bold;text-align:center");
		}
	}

	private void paragraph(String words, String style) {
		this.tags.tag("p", words, "style", style);
		this.tags.line();
	}

	private void blocks(List<Block> blocks, int level) {
		blocks.forEach(block -> {
			block(block, level);
			this.tags.line();
		});
	}

	private void block(Block block, int level) {
		switch (block) {
			case Block.Section section -> section(section, level);
			case Block.Paragraph paragraph -> this.tags.tag("p", () -> {
				this.tags.words(paragraph.number().isBlank() ? "" : paragraph.number() + " ");
				this.words.write(paragraph.words());
			}, "style", "margin:0 0 12px 0");
			case Block.Bullets bullets -> items("ul", bullets.items(), "disc");
			case Block.Numbered numbered -> items("ol", numbered.items(), switch (numbered.style()) {
				case DECIMAL -> "decimal";
				case LETTER -> "lower-alpha";
				case ROMAN -> "lower-roman";
			});
			case Block.Table table -> table(table);
			case Block.Callout callout -> callout(callout);
			case Block.Scorecard scorecard -> scorecard(scorecard);
			case Block.FormTable form -> form(form);
			case Block.Ticks ticks -> ticks(ticks);
			case Block.Chart _, Block.Picture _, Block.PageBreak _ -> throw new IllegalArgumentException("an e-mail cannot show " + block.at());
		}
	}

	private void section(Block.Section section, int level) {
		int depth = Math.min(level, DEEPEST_HEADING);
		var size = level == 2 ? "20px" : "17px";
		this.tags.tag("h" + depth, (section.number().isBlank() ? "" : section.number() + " ") + section.title(), "style",
				"margin:24px 0 8px 0;font-size:" + size + ";line-height:1.3;color:#" + this.look.accent());
		this.tags.line();
		blocks(section.blocks(), level + 1);
	}

	private void items(String list, List<List<Inline>> items, String style) {
		this.tags.tag(list, () -> items.forEach(item -> {
			this.tags.tag("li", () -> this.words.write(item), "style", "margin:0 0 6px 0");
			this.tags.line();
		}), "style", "margin:0 0 12px 0;padding:0 0 0 24px;list-style-type:" + style);
	}

	private void callout(Block.Callout callout) {
		this.tags.tag("div", () -> {
			paragraph(callout.title(), "margin:0 0 4px 0;font-weight:bold");
			callout.paragraphs().forEach(words -> this.tags.tag("p", () -> this.words.write(words), "style", "margin:0 0 4px 0"));
		}, "style", "margin:0 0 16px 0;padding:8px 12px;border-left:6px solid #" + this.look.shade(callout.tone()).fill());
	}

	private void table(Block.Table table) {
		if (table.rows().isEmpty()) {
			paragraph(table.caption(), "margin:0 0 4px 0;font-weight:bold");
			paragraph(table.ifEmpty(), "margin:0 0 12px 0");
			return;
		}
		grid(table.caption(), () -> {
			this.tags.tag("thead", () -> this.tags.tag("tr", () -> table.columns().forEach(column -> heading(column.heading(), column.align()))));
			this.tags.line();
			this.tags.tag("tbody", () -> table.rows().forEach(row -> row(table.columns(), row)));
		});
	}

	private void grid(String caption, Runnable rows) {
		this.tags.tag("table", () -> {
			this.tags.tag("caption", caption, "style", "padding:0 0 6px 0;font-weight:bold;text-align:left");
			rows.run();
		}, "style", "width:100%;margin:0 0 16px 0;border-collapse:collapse;font-size:15px");
	}

	private void heading(String words, Align align) {
		this.tags.tag("th", words, "scope", "col", "style", cell(align) + ";border-bottom:2px solid " + EDGE);
	}

	private void row(List<Block.Table.Column> columns, Block.Table.Row row) {
		this.tags.tag("tr", () -> {
			for (int i = 0; i < columns.size(); i++) {
				cell(columns.get(i), row.cells().get(i));
			}
		});
		this.tags.line();
	}

	private void cell(Block.Table.Column column, Cell cell) {
		// An empty heading would be read out as a row without a name.
		boolean names = column.rowHeader() && !cell.plain().isBlank();
		var style = cell(column.align()) + (names ? ";font-weight:bold" : "");
		if (names) {
			this.tags.tag("th", () -> this.words.write(cell.words()), "scope", "row", "style", style);
		}
		else {
			this.tags.tag("td", () -> this.words.write(cell.words()), "style", style);
		}
	}

	private static String cell(Align align) {
		return "padding:6px 8px 6px 0;border-bottom:1px solid #b1b4b6;vertical-align:top;text-align:" + switch (align) {
			case START -> "left";
			case END -> "right";
		};
	}

	private void scorecard(Block.Scorecard scorecard) {
		grid(scorecard.caption(), () -> {
			this.tags.tag("thead", () -> this.tags.tag("tr", () -> {
				heading(SCORES.get(0), Align.START);
				heading(SCORES.get(1), Align.END);
				heading(SCORES.get(2), Align.START);
			}));
			this.tags.line();
			this.tags.tag("tbody", () -> scorecard.tiles().forEach(this::tile));
		});
	}

	private void tile(Block.Scorecard.Tile tile) {
		this.tags.tag("tr", () -> {
			this.tags.tag("th", tile.label(), "scope", "row", "style", cell(Align.START));
			this.tags.tag("td", () -> this.tags.tag("strong", tile.value().print()), "style", cell(Align.END) + ";font-size:18px;padding-right:16px");
			this.tags.tag("td", () -> {
				if (tile.badge() != null) {
					this.words.badge(tile.badge());
					this.tags.words(" ");
				}
				this.tags.words(tile.note());
			}, "style", cell(Align.START));
		});
		this.tags.line();
	}

	private void form(Block.FormTable form) {
		grid(form.caption(), () -> this.tags.tag("tbody", () -> form.fields().forEach(field -> {
			this.tags.tag("tr", () -> {
				this.tags.tag("th", field.label(), "scope", "row", "style", cell(Align.START) + ";width:35%");
				this.tags.tag("td", () -> field.lines().forEach(line -> this.tags.tag("div", () -> this.words.write(line))), "style", cell(Align.START));
			});
			this.tags.line();
		})));
	}

	private void ticks(Block.Ticks ticks) {
		if (!ticks.label().isBlank()) {
			paragraph(ticks.label(), "margin:0 0 4px 0;font-weight:bold");
		}
		this.tags.tag("ul", () -> ticks.ticks().forEach(tick -> this.tags.tag("li", () -> {
			this.tags.words("[" + (tick.mark().isBlank() ? " " : tick.mark()) + "] ");
			this.words.write(tick.words());
		})), "style", "margin:0 0 12px 0;padding:0;list-style-type:none");
	}

}

package org.packhorse.writer.word;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Block;
import org.packhorse.document.Block.Bullets;
import org.packhorse.document.Block.Callout;
import org.packhorse.document.Block.Numbered;
import org.packhorse.document.Block.Paragraph;
import org.packhorse.document.Block.Section;
import org.packhorse.document.Inline;
import org.packhorse.writer.Look;

/// Writes the blocks of a document one after another.
final class WordBody {

	private static final int DEEPEST_HEADING = 6;

	/// How many letters Word and the tree count alike: after z come aa, then Word's bb and the tree's ab.
	private static final int LETTERS_ALIKE = 27;

	private final Xml xml;

	private final WordText text;

	private final WordParts parts;

	private final WordTables tables;

	private final WordDrawings drawings;

	private int bookmarks;

	WordBody(Xml xml, WordText text, WordParts parts) {
		this.xml = xml;
		this.text = text;
		this.parts = parts;
		this.tables = new WordTables(xml, text, parts.page());
		this.drawings = new WordDrawings(xml, text, parts);
	}

	/// Writes these blocks and what is in them.
	void write(List<Block> blocks) {
		blocks(blocks, 1);
	}

	private void blocks(List<Block> blocks, int depth) {
		for (var block : blocks) {
			this.parts.notices().at(block.at());
			block(block, depth);
		}
	}

	private void block(Block block, int depth) {
		switch (block) {
			case Section section -> section(section, depth);
			case Paragraph paragraph -> paragraph(paragraph);
			case Bullets bullets -> bullets(bullets);
			case Numbered numbered -> numbered(numbered);
			case Block.Table table -> this.tables.table(table);
			case Block.Chart chart -> this.drawings.chart(chart);
			case Block.Picture picture -> this.drawings.picture(picture);
			case Callout callout -> callout(callout);
			case Block.Scorecard scorecard -> this.tables.scorecard(scorecard);
			case Block.FormTable form -> new WordForms(this.tables, this.text).form(form);
			case Block.Ticks ticks -> new WordForms(this.tables, this.text).ticks(ticks);
			case Block.PageBreak _ -> this.text.newPage();
		}
	}

	private void section(Section section, int depth) {
		int level = Math.min(depth, DEEPEST_HEADING);
		var heading = Shape.of("Heading" + level);
		if (depth > DEEPEST_HEADING) {
			this.parts.notices().add("heading", "Word has six levels of headings; this one, on level " + depth + ", is shown on the sixth");
		}
		var mark = mark(section.number(), true);
		boolean tied = mark != null && mark.list() == Numbering.OUTLINE && OutlineList.style(mark.level()).equals(heading.style())
				&& this.parts.numbered();
		var shape = tied ? heading : mark != null ? heading.in(mark) : this.parts.numbered() ? heading.withoutNumber() : heading;
		this.text.paragraph(shape, () -> bookmarked(section, mark == null));
		blocks(section.blocks(), depth + 1);
	}

	private void bookmarked(Section section, boolean typed) {
		var id = String.valueOf(this.bookmarks++);
		this.xml.empty("w:bookmarkStart", "w:id", id, "w:name", this.parts.bookmark(section));
		this.text.words(typed && !section.number().isBlank() ? section.number() + "\t" + section.title() : section.title());
		this.xml.empty("w:bookmarkEnd", "w:id", id);
	}

	private void paragraph(Paragraph paragraph) {
		var mark = mark(paragraph.number(), false);
		if (mark == null) {
			this.text.paragraph(Shape.of("BodyText"), () -> {
				this.text.words(paragraph.number().isBlank() ? "" : paragraph.number() + "\t");
				this.text.inlines(paragraph.words());
			});
			return;
		}
		var style = mark.level() == 0 ? "NumberedParagraph1" : OutlineList.style(mark.level());
		var tied = mark.list() == Numbering.OUTLINE && mark.level() > 0 && this.parts.numbered();
		this.text.paragraph(tied ? Shape.of(style) : Shape.of(style).in(mark), paragraph.words());
	}

	/// The place where Word prints this number by itself; where it cannot, the number is typed and that is reported.
	private Numbering.@Nullable Mark mark(String number, boolean heading) {
		if (number.isBlank()) {
			return null;
		}
		var mark = heading ? this.parts.numbering().heading(number) : this.parts.numbering().paragraph(number);
		if (mark == null) {
			this.parts.notices().add("automatic number", "Word cannot count to '" + number + "' by itself; the number is typed");
		}
		return mark;
	}

	private void bullets(Bullets bullets) {
		bullets.items().forEach(item -> this.text.paragraph(Shape.of("ListBullet"), item));
	}

	private void numbered(Numbered numbered) {
		if (numbered.style() == Numbered.Style.LETTER && numbered.items().size() > LETTERS_ALIKE) {
			this.parts.notices().add("letters after aa)", "Word counts on with bb) and cc) where the other formats print ab) and ac)");
		}
		var mark = new Numbering.Mark(this.parts.numbering().list(numbered.style()), 0);
		numbered.items().forEach(item -> this.text.paragraph(Shape.of("ListNumber").in(mark), item));
	}

	/// Paragraphs with one border and one shade, which Word joins into a box; no table, so that it is read as words.
	private void callout(Callout callout) {
		var box = box(this.parts.look().shade(callout.tone()));
		var title = Shape.of("CalloutTitle").boxed(box);
		this.text.paragraph(callout.paragraphs().isEmpty() ? title : title.withNext(), List.of(new Inline.Words(callout.title())));
		callout.paragraphs().forEach(words -> this.text.paragraph(Shape.of("CalloutText").boxed(box), words));
		this.text.apart();
	}

	private static String box(Look.Shade shade) {
		return """
				<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="%1$s"/><w:left w:val="single" w:sz="48" w:space="8" w:color="%2$s"/>\
				<w:bottom w:val="single" w:sz="4" w:space="6" w:color="%1$s"/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="%1$s"/>"""
			.formatted(Colours.tint(shade.fill(), 12), shade.fill());
	}

}

package org.packhorse.markup;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Block;
import org.packhorse.document.Bytes;
import org.packhorse.document.Inline;
import org.packhorse.document.Tone;
import org.packhorse.markup.Node.Element;

/// Reads the blocks of a pack and of its sections.
final class BlockReader {

	/// HTML has six headings, and the first is the pack's title.
	private static final int DEEPEST = 5;

	private final Faults faults;

	private final PictureSource pictures;

	private final SectionIds ids;

	private final InlineReader inlines;

	private final TableReader tables;

	private final ChartReader charts;

	BlockReader(Faults faults, PictureSource pictures, SectionIds ids) {
		this.faults = faults;
		this.pictures = pictures;
		this.ids = ids;
		this.inlines = new InlineReader(faults, ids.all());
		this.tables = new TableReader(faults, this.inlines);
		this.charts = new ChartReader(faults);
	}

	List<Block> blocks(Element pack, boolean numbered) {
		return blocks(pack, Numbering.of(numbered), 0);
	}

	private List<Block> blocks(Element parent, Numbering numbering, int depth) {
		List<Block> blocks = new ArrayList<>();
		for (Element element : parent.elements()) {
			var block = guarded(element, numbering, depth);
			if (block != null) {
				blocks.add(block);
			}
		}
		return blocks;
	}

	private @Nullable Block guarded(Element element, Numbering numbering, int depth) {
		try {
			return block(element, numbering, depth);
		}
		catch (IllegalArgumentException refusedByTheTree) {
			this.faults.add(element.at(), "In <" + element.name() + ">: " + refusedByTheTree.getMessage(),
					"Fill it in, or leave the <" + element.name() + "> out with <#if>");
			return null;
		}
	}

	private @Nullable Block block(Element element, Numbering numbering, int depth) {
		return switch (element.name()) {
			case "section" -> section(element, numbering, depth + 1);
			case "paragraph" -> paragraph(element, numbering);
			case "bullets" -> new Block.Bullets(element.at(), items(element, "item"));
			case "numbered" -> new Block.Numbered(element.at(),
					new Attributes(element, this.faults).choice("style", Block.Numbered.Style.DECIMAL), items(element, "item"));
			case "table" -> this.tables.table(element);
			case "chart" -> this.charts.chart(element);
			case "picture" -> picture(element);
			case "callout" -> callout(element);
			case "scorecard" -> new Block.Scorecard(element.at(), new Attributes(element, this.faults).words("caption"),
					element.elements("tile").stream().map(this.inlines::tile).toList());
			case "form" -> form(element);
			case "page-break" -> new Block.PageBreak(element.at());
			default -> null;
		};
	}

	private Block section(Element section, Numbering numbering, int depth) {
		if (depth > DEEPEST) {
			this.faults.add(section.at(), "Sections stand " + depth + " deep in each other", "Nest them " + DEEPEST + " deep at most");
		}
		var attributes = new Attributes(section, this.faults);
		var number = attributes.yes("numbered", true) ? numbering.section() : "";
		return new Block.Section(section.at(), this.ids.of(section), number, attributes.words("title"),
				blocks(section, numbering.in(number), depth));
	}

	private @Nullable Block paragraph(Element paragraph, Numbering numbering) {
		var words = this.inlines.words(paragraph);
		boolean numbered = new Attributes(paragraph, this.faults).yes("numbered", true);
		if (words.isEmpty()) {
			this.faults.add(paragraph.at(), "<paragraph> is empty", "Give it words, or leave it out with <#if>");
			return null;
		}
		return new Block.Paragraph(paragraph.at(), numbered ? numbering.paragraph() : "", words);
	}

	private List<List<Inline>> items(Element parent, String name) {
		return parent.elements(name).stream().map(this.inlines::words).toList();
	}

	private @Nullable Block picture(Element picture) {
		var attributes = new Attributes(picture, this.faults);
		var alternative = attributes.words("alternative");
		int width = attributes.whole("width", 100, 10, 170);
		var file = attributes.words("file");
		var image = this.pictures.picture(file);
		if (image == null || !drawable(image)) {
			this.faults.add(picture.at(), image == null ? "There is no picture " + file : "The picture " + file + " is neither PNG nor JPEG",
					"Put a PNG or JPEG file into the pack's folder or into _shared, and write its name");
			return null;
		}
		return new Block.Picture(picture.at(), alternative, file, image, width);
	}

	private static boolean drawable(Bytes image) {
		var bytes = image.array();
		boolean png = bytes.length > 8 && bytes[0] == (byte) 0x89 && bytes[1] == 'P' && bytes[2] == 'N' && bytes[3] == 'G';
		return png || bytes.length > 4 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xD8 && bytes[2] == (byte) 0xFF;
	}

	private Block callout(Element callout) {
		var attributes = new Attributes(callout, this.faults);
		return new Block.Callout(callout.at(), attributes.choice("tone", Tone.UNKNOWN), attributes.words("title"), paragraphs(callout));
	}

	private Block form(Element form) {
		var fields = form.elements("field")
			.stream()
			.map(field -> new Block.FormTable.Field(new Attributes(field, this.faults).words("label"), paragraphs(field)))
			.toList();
		return new Block.FormTable(form.at(), new Attributes(form, this.faults).words("caption"), fields);
	}

	/// One paragraph of plain words, or several in elements of their own.
	private List<List<Inline>> paragraphs(Element parent) {
		var straight = this.inlines.words(parent);
		var paragraphs = items(parent, "paragraph");
		if (paragraphs.isEmpty()) {
			return straight.isEmpty() ? List.of() : List.of(straight);
		}
		if (!straight.isEmpty()) {
			this.faults.add(parent.at(), "<" + parent.name() + "> has words beside its paragraphs", "Put all words in <paragraph>");
		}
		return paragraphs;
	}

}

package org.packhorse.markup;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Block;
import org.packhorse.document.Bytes;
import org.packhorse.document.Cover;
import org.packhorse.document.Inline;
import org.packhorse.document.Tone;

/// Makes blocks, and the parts of blocks, of elements that close.
final class BlockReader {

	/// The words of a list item, or of a paragraph inside another block.
	private record Item(List<Inline> words) {
	}

	private final Faults faults;

	private final PictureSource pictures;

	private final InlineReader inlines;

	private final TableReader tables;

	private final ChartReader charts;

	BlockReader(Faults faults, PictureSource pictures, InlineReader inlines, int mostColumns) {
		this.faults = faults;
		this.pictures = pictures;
		this.inlines = inlines;
		this.tables = new TableReader(faults, inlines, mostColumns);
		this.charts = new ChartReader(faults);
	}

	/// What its parent takes in; null when there is nothing to take, or a fault has been named.
	@Nullable Object made(Opened element, Opened parent) {
		return switch (element.name()) {
			case "fact" -> new Cover.Fact(element.attributes().words("label"), element.prose().plain());
			case "section" -> new SectionDraft(element.at(), element.attributes().find("id"), element.number(),
					element.attributes().words("title"), List.copyOf(element.parts()));
			case "paragraph" -> paragraph(element, parent);
			case "item" -> new Item(element.prose().words());
			case "bullets" -> new Block.Bullets(element.at(), items(element));
			case "numbered" -> new Block.Numbered(element.at(), element.attributes().choice("style", Block.Numbered.Style.DECIMAL), items(element));
			case "picture" -> picture(element);
			case "callout" -> new Block.Callout(element.at(), element.attributes().choice("tone", Tone.UNKNOWN),
					element.attributes().words("title"), paragraphs(element));
			case "scorecard" -> new Block.Scorecard(element.at(), element.attributes().words("caption"), element.parts(Block.Scorecard.Tile.class));
			case "tile" -> this.inlines.tile(element);
			case "form" -> new Block.FormTable(element.at(), element.attributes().words("caption"), element.parts(Block.FormTable.Field.class));
			case "field" -> new Block.FormTable.Field(element.attributes().words("label"), paragraphs(element), element.attributes().yes("beside", false));
			case "ticks" -> new Block.Ticks(element.at(), element.attributes().words("caption"), element.attributes().words("label", ""),
					element.parts(Block.Ticks.Tick.class));
			case "tick" -> new Block.Ticks.Tick(element.prose().words(), element.attributes().words("mark", ""));
			case "page-break" -> new Block.PageBreak(element.at());
			case "table", "column", "row", "cell" -> this.tables.made(element);
			case "chart", "period", "line", "point", "event" -> this.charts.made(element);
			default -> throw new IllegalStateException(element.name());
		};
	}

	private @Nullable Object paragraph(Opened paragraph, Opened parent) {
		var words = paragraph.prose().words();
		if (parent.tag().words()) {
			return new Item(words);
		}
		boolean numbered = paragraph.attributes().yes("numbered", true);
		if (words.isEmpty()) {
			if (!paragraph.isSpoilt()) {
				this.faults.add(paragraph.at(), "<paragraph> is empty", "Give it words, or leave it out with <#if>");
			}
			return null;
		}
		return new Block.Paragraph(paragraph.at(), numbered ? parent.numbering().paragraph() : "", words);
	}

	private static List<List<Inline>> items(Opened parent) {
		return parent.parts(Item.class).stream().map(Item::words).toList();
	}

	private @Nullable Block picture(Opened picture) {
		var attributes = picture.attributes();
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

	/// One paragraph of plain words, or several in elements of their own.
	private List<List<Inline>> paragraphs(Opened parent) {
		var straight = parent.prose().words();
		var paragraphs = items(parent);
		if (paragraphs.isEmpty()) {
			return straight.isEmpty() ? List.of() : List.of(straight);
		}
		if (!straight.isEmpty()) {
			this.faults.add(parent.at(), "<" + parent.name() + "> has words beside its paragraphs", "Put all words in <paragraph>");
		}
		return paragraphs;
	}

}

package org.packhorse.writer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.packhorse.document.Block;
import org.packhorse.document.Cell;
import org.packhorse.document.Cover;
import org.packhorse.document.Inline;
import org.packhorse.document.PackDocument;
import org.packhorse.document.Position;
import org.packhorse.document.Tone;
import org.packhorse.document.Value;
import org.packhorse.markup.MarkupIntake;

/// A pack of everything that is hard to show: long words, long cells, many columns, many scripts, signs that no file can hold.
public final class HardSpecimen {

	/// A word of three hundred letters, in which each place can be told from every other.
	public static final String LONG_WORD = IntStream.range(0, 60).mapToObj("w%04d"::formatted).collect(Collectors.joining());

	/// Two thousand words, counted.
	public static final String LONG_CELL = IntStream.rangeClosed(1, 2000).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));

	/// More characters than a cell of Excel holds.
	public static final String OVERLONG_CELL = IntStream.rangeClosed(1, 5000).mapToObj("text%04d"::formatted).collect(Collectors.joining(" "));

	/// Names that every format has to show as they are.
	public static final List<String> NAMES = List.of("Siân Ŵyn o Lanfairpwllgwyngyll", "Zażółć gęślą jaźń Łukasz Świętochłowski", "Ünïcödé – “quoted” … ½ €",
			"العربية", "שלום", "Жанна Ψυχή", "\u2713 \u2714 \u2610 \u2611 ★");

	/// Names whose letters no font of the PDF has; the others leave them to the reader's machine.
	public static final List<String> OTHER_SCRIPTS = List.of("山田太郎", "😀", "हिन्दी", "ไทย");

	/// A title as a committee clerk might paste it.
	public static final String LONG_TITLE = "Report of the Director of Children’s Services on the progress of the improvement plan, ".repeat(6).strip() + " " + LONG_WORD;

	private static int line;

	private HardSpecimen() {
	}

	/// The specimen.
	public static synchronized PackDocument of() {
		line = 0;
		var cover = new Cover("A very long title of a pack, with Siân Ŵyn and Łukasz in it, ".repeat(4).strip(), LONG_WORD, "Cyngor Sir Ŵyn", "en-GB",
				"OFFICIAL-SENSITIVE", LocalDate.of(2026, 3, 31), true, true, List.of(new Cover.Fact("Meeting " + LONG_WORD, LONG_WORD)));
		return new PackDocument(cover, List.of(section("1", LONG_TITLE, names(), words(), manyColumns(), oneColumn(), longCells(), longHeadings(), nothing()),
				deep(1, 8)));
	}

	/// A table with so many columns, each with a figure.
	public static Block.Table columns(int columns) {
		var heads = IntStream.rangeClosed(1, columns).mapToObj(i -> new Block.Table.Column("M" + i, 1, Block.Table.Align.END, false)).toList();
		var row = new Block.Table.Row(IntStream.rangeClosed(1, columns).mapToObj(i -> Cell.of(new Value.Number(new BigDecimal(1000 + i), 0))).toList());
		return new Block.Table(at(), "As many columns as a page has room for", heads, List.of(row, row), "None.");
	}

	private static Position at() {
		return new Position("hard/document.ftlx", ++line);
	}

	private static Block.Section section(String number, String title, Block... blocks) {
		return new Block.Section(at(), "s" + number.replace('.', '-'), number, title, List.of(blocks));
	}

	private static Block deep(int from, int levels) {
		var number = "2" + ".1".repeat(from - 1);
		var words = new Block.Paragraph(at(), number + (from > 1 ? ".2" : ".1"), List.of(new Inline.Words("Words at depth " + from + ".")));
		return levels == from ? section(number, "Depth " + from, words)
				: section(number, "Depth " + from, deep(from + 1, levels), new Block.Paragraph(at(), "", words.words()));
	}

	private static Block names() {
		return table("Names", List.of("Name " + LONG_WORD.substring(0, 40), "Name once more"),
				Stream.concat(NAMES.stream(), OTHER_SCRIPTS.stream()).map(name -> List.of(name, name)).toList());
	}

	private static Block words() {
		var word = List.<Inline>of(new Inline.Words("Before "), new Inline.Strong(LONG_WORD), new Inline.Words(" between "), new Inline.Emphasis(LONG_WORD),
				new Inline.Words(" a bell\u0007 and a link "), new Inline.Link("https://example.gov.uk/" + LONG_WORD, LONG_WORD), new Inline.Words(" and "),
				new Inline.Badge(Tone.CONCERN, "A badge as long as a sentence that somebody wrote into it, with far more words than any line of a page has room for"));
		return new Block.Callout(at(), Tone.WATCH, "A callout with a title that goes on and on, " + LONG_WORD, List.of(word));
	}

	private static Block manyColumns() {
		return columns(MarkupIntake.COLUMNS_OF_A_PAGE);
	}

	private static Block oneColumn() {
		return table("One column", List.of("Only"), List.of(List.of("alone 1"), List.of("alone 2")));
	}

	private static Block longCells() {
		return table("Long cells", List.of("Ref", "Words", "Note"), List.of(List.of("1", LONG_CELL, "beside it"), List.of(LONG_WORD, "short", LONG_WORD),
				List.of("3", OVERLONG_CELL, "after it"), List.of("4", "the last row", "the end")));
	}

	/// Headings so long in columns so narrow that they alone fill more than a page.
	private static Block longHeadings() {
		var headings = IntStream.rangeClosed(1, MarkupIntake.COLUMNS_OF_A_PAGE).mapToObj(i -> i + " " + LONG_WORD).toList();
		var row = IntStream.rangeClosed(1, MarkupIntake.COLUMNS_OF_A_PAGE).mapToObj(i -> "c" + i).toList();
		return table("Long headings", headings, Collections.nCopies(60, row));
	}

	private static Block nothing() {
		return table("Nothing to show", List.of("Ref", "Action"), List.of());
	}

	private static Block.Table table(String caption, List<String> headings, List<List<String>> rows) {
		var columns = IntStream.range(0, headings.size())
			.mapToObj(i -> new Block.Table.Column(headings.get(i), 1, Block.Table.Align.START, i == 0))
			.toList();
		return new Block.Table(at(), caption, columns,
				rows.stream().map(row -> new Block.Table.Row(row.stream().map(Cell::of).toList())).toList(), "There is nothing to show.");
	}

}

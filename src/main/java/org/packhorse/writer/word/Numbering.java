package org.packhorse.writer.word;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Block.Numbered;

/// The lists of a document: the numbers of sections and paragraphs, bullets, and lists of their own.
final class Numbering {

	/// A paragraph's place in a list: which list, which level.
	record Mark(int list, int level) {
	}

	/// The list that numbers sections and paragraphs; the heading styles are tied to it.
	static final int OUTLINE = 1;

	static final int BULLETS = 2;

	static final int DECIMAL = 3;

	private static final int FIRST_FREE = 4;

	/// Word's bullets, letters and so on, below the numbers of the abstract lists that outlines use.
	private static final Map<Numbered.Style, Integer> SHAPES = Map.of(Numbered.Style.DECIMAL, 2, Numbered.Style.LETTER, 3, Numbered.Style.ROMAN, 4);

	private static final int FIRST_OUTLINE = 10;

	private static final Template LISTS = Template.of("lists.xml");

	private final List<Counting> outlines = new ArrayList<>(List.of(new Counting()));

	private final List<Integer> outlineLists = new ArrayList<>(List.of(OUTLINE));

	private final List<String> lists = new ArrayList<>();

	/// Whether a dot stands after the numbers of the first level: 1. and then 1.1.
	private boolean dotted;

	/// The place where a heading prints this number by itself, or null when Word cannot.
	@Nullable
	Mark heading(String number) {
		this.dotted |= number.endsWith(".");
		int[] parts = parts(number);
		return parts.length == 0 ? null : place(Counting.headingLevel(parts.length), parts);
	}

	/// The place where a paragraph prints this number by itself, or null when Word cannot.
	@Nullable
	Mark paragraph(String number) {
		int[] parts = parts(number);
		return parts.length == 0 ? null : place(Counting.paragraphLevel(parts.length), parts);
	}

	private static int[] parts(String number) {
		return number.matches("[0-9]{1,4}(\\.[0-9]{1,4})*\\.?") ? Arrays.stream(number.split("\\.")).mapToInt(Integer::parseInt).toArray() : new int[0];
	}

	/// The document's own list when it would print this number, else the latest other one, else a new one that starts there.
	private @Nullable Mark place(int level, int[] number) {
		if (level < 0) {
			return null;
		}
		int latest = this.outlines.size() - 1;
		if (this.outlines.getFirst().counts(level, number)) {
			return new Mark(OUTLINE, level);
		}
		return this.outlines.get(latest).counts(level, number) ? new Mark(this.outlineLists.get(latest), level) : begin(level, number);
	}

	private Mark begin(int level, int[] number) {
		var counting = new Counting(level, number);
		counting.counts(level, number);
		this.outlines.add(counting);
		this.outlineLists.add(FIRST_FREE + this.lists.size());
		this.lists.add("""
				<w:num w:numId="%s"><w:abstractNumId w:val="%s"/></w:num>""".formatted(this.outlineLists.getLast(),
				FIRST_OUTLINE + this.outlines.size() - 1));
		return new Mark(this.outlineLists.getLast(), level);
	}

	/// A list of its own, which starts afresh.
	int list(Numbered.Style style) {
		int list = FIRST_FREE + this.lists.size();
		this.lists.add("""
				<w:num w:numId="%s"><w:abstractNumId w:val="%s"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>"""
			.formatted(list, SHAPES.get(style)));
		return list;
	}

	/// Writes numbering.xml; `numbered` ties the heading styles to the document's own list.
	void write(Xml xml, boolean numbered) {
		xml.raw("<w:numbering xmlns:w=\"" + Names.W + "\">");
		xml.raw(LISTS.with(Map.of()));
		for (int i = 0; i < this.outlines.size(); i++) {
			new OutlineList(FIRST_OUTLINE + i, this.outlines.get(i), numbered && i == 0, this.dotted).write(xml);
		}
		xml.raw("""
				<w:num w:numId="1"><w:abstractNumId w:val="10"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>\
				<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>""");
		this.lists.forEach(xml::raw);
		xml.raw("</w:numbering>");
	}

}

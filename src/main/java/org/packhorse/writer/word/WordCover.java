package org.packhorse.writer.word;

import java.util.List;
import java.util.stream.Stream;

import org.packhorse.document.Cover;

/// Writes what stands before the body: the cover and the contents.
final class WordCover {

	private static final int CONTENTS_DEPTH = 3;

	private final Xml xml;

	private final WordText text;

	private final WordParts parts;

	WordCover(Xml xml, WordText text, WordParts parts) {
		this.xml = xml;
		this.text = text;
		this.parts = parts;
	}

	void write() {
		switch (this.parts.cover().front()) {
			case PAGE -> page();
			case LETTER -> {
				letterhead();
				this.text.paragraph("LetterTitle", this.parts.cover().title());
			}
			case LETTERHEAD -> letterhead();
		}
	}

	/// The council to the left; body and date, or whatever the form has, to the right.
	private void letterhead() {
		var cover = this.parts.cover();
		logo();
		line("CoverMarking", cover.draft() ? this.parts.look().draftWords() : "");
		line("CoverMarking", cover.marking());
		var right = Stream.concat(Stream.of(cover.subtitle()), cover.facts().stream().map(Cover.Fact::words)).filter(words -> !words.isBlank()).toList();
		if (!right.isEmpty() || !cover.organisation().isBlank()) {
			var tab = "<w:tabs><w:tab w:val=\"right\" w:pos=\"" + this.parts.page().textWidth() + "\"/></w:tabs>";
			this.text.paragraph(Shape.of("Letterhead").boxed(tab), () -> this.text.words(cover.organisation() + "\t" + String.join("\n\t", right)));
		}
	}

	private void page() {
		logo();
		var cover = this.parts.cover();
		line("CoverOrganisation", cover.organisation());
		this.text.paragraph("Title", cover.title());
		line("Subtitle", cover.subtitle());
		line("CoverMarking", cover.draft() ? this.parts.look().draftWords() : "");
		facts(cover.facts());
		line("CoverMarking", cover.marking());
		contents();
		this.text.newPage();
	}

	private void logo() {
		var cover = this.parts.cover();
		var logo = this.parts.look().logo();
		if (logo != null) {
			var alternative = this.parts.look().logoAlternative();
			new WordDrawings(this.xml, this.text, this.parts).logo(logo, alternative.isBlank() ? "Logo of " + cover.organisation() : alternative);
		}
	}

	private void line(String style, String words) {
		if (!words.isBlank()) {
			this.text.paragraph(style, words);
		}
	}

	private void facts(List<Cover.Fact> facts) {
		for (var fact : facts) {
			this.text.paragraph(Shape.of("CoverFact"), () -> {
				this.text.words("Strong", fact.label());
				this.text.words("\t" + fact.words());
			});
		}
	}

	/// A field that is filled already, without page numbers, which nobody knows before Word has set the pages; so nothing
	/// is wrong before an editor updates it, and Word does not ask to.
	private void contents() {
		var entries = this.parts.outline().entries().stream().filter(entry -> entry.depth() <= CONTENTS_DEPTH).toList();
		if (entries.isEmpty()) {
			return;
		}
		this.text.newPage();
		this.xml.element("w:sdt", () -> {
			this.xml.raw("<w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/><w:docPartUnique/></w:docPartObj></w:sdtPr>");
			this.xml.element("w:sdtContent", () -> {
				this.text.paragraph("TOCHeading", "Contents");
				for (int i = 0; i < entries.size(); i++) {
					entry(entries.get(i), i == 0, i == entries.size() - 1);
				}
			});
		});
	}

	private void entry(Outline.Entry entry, boolean first, boolean last) {
		var section = entry.section();
		this.parts.notices().at(section.at());
		this.text.paragraph(Shape.of("TOC" + entry.depth()), () -> {
			if (first) {
				this.xml.raw("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-3\" \\n \\h \\z "
						+ "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>");
			}
			var words = section.number().isBlank() ? section.title() : section.number() + "\t" + section.title();
			this.xml.element("w:hyperlink", () -> this.text.words(words), "w:anchor", this.parts.bookmark(section), "w:history", "1");
			if (last) {
				this.xml.raw("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
			}
		});
	}

}

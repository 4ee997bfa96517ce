package org.packhorse.writer.word;

import java.util.List;
import java.util.regex.Pattern;

import org.packhorse.document.Inline;
import org.packhorse.document.Tone;

/// Writes paragraphs and the words in them; the only place that opens a paragraph or a run.
final class WordText {

	private static final Pattern BREAKS = Pattern.compile("(?<=[\n\t])|(?=[\n\t])");

	private static final int LONG_BADGE = 40;

	private final Xml xml;

	private final Relations relations;

	private final Outline outline;

	private final Notices notices;

	private final String accent;

	private boolean newPage;

	private boolean apart;

	WordText(Xml xml, Relations relations, Outline outline, Notices notices, String accent) {
		this.xml = xml;
		this.relations = relations;
		this.outline = outline;
		this.notices = notices;
		this.accent = accent;
	}

	/// The next paragraph starts a page.
	void newPage() {
		this.newPage = true;
	}

	/// The next paragraph keeps a distance from the table or box above it, which cannot keep one itself.
	void apart() {
		this.apart = true;
	}

	/// A thin line between two tables, which Word would join into one.
	void between() {
		if (this.apart) {
			this.xml.raw("<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"exact\"/></w:pPr></w:p>");
			this.apart = false;
		}
	}

	/// Whether the last thing written is a table or box.
	boolean isApart() {
		return this.apart;
	}

	void paragraph(Shape shape, List<Inline> words) {
		paragraph(shape, () -> inlines(words));
	}

	void paragraph(String style, String words) {
		paragraph(Shape.of(style), () -> words(words));
	}

	void paragraph(Shape shape, Runnable content) {
		this.xml.element("w:p", () -> {
			this.xml.element("w:pPr", () -> properties(shape));
			content.run();
		});
	}

	/// Schema order: style, keeping, page, number, box, spacing.
	private void properties(Shape shape) {
		this.xml.empty("w:pStyle", "w:val", shape.style());
		if (shape.keepNext()) {
			this.xml.empty("w:keepNext");
		}
		if (this.newPage) {
			this.xml.empty("w:pageBreakBefore");
		}
		number(shape);
		this.xml.raw(shape.box());
		if (this.apart && !this.newPage && !shape.style().startsWith("Heading") && !shape.style().equals("Caption")) {
			this.xml.empty("w:spacing", "w:before", "240");
		}
		this.newPage = false;
		this.apart = false;
	}

	private void number(Shape shape) {
		var mark = shape.mark();
		if (mark != null) {
			this.xml.element("w:numPr", () -> {
				this.xml.empty("w:ilvl", "w:val", String.valueOf(mark.level()));
				this.xml.empty("w:numId", "w:val", String.valueOf(mark.list()));
			});
		}
		else if (shape.unnumbered()) {
			this.xml.raw("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"0\"/></w:numPr><w:ind w:left=\"0\" w:firstLine=\"0\"/>");
		}
	}

	void inlines(List<Inline> inlines) {
		inlines.forEach(this::inline);
	}

	private void inline(Inline inline) {
		switch (inline) {
			case Inline.Words words -> words(words.text());
			case Inline.Strong strong -> words("Strong", strong.text());
			case Inline.Emphasis emphasis -> words("Emphasis", emphasis.text());
			case Inline.Link link -> link(link);
			case Inline.Badge badge -> badge(badge);
			case Inline.Sparkline sparkline -> new WordSparkline(this.xml, this.relations.nextDrawing(), this.accent).write(sparkline);
			case Inline.LineBreak _ -> this.xml.raw("<w:r><w:br/></w:r>");
		}
	}

	/// Words in the paragraph's own looks.
	void words(String words) {
		if (!words.isEmpty()) {
			this.xml.element("w:r", () -> runText(words));
		}
	}

	/// Words in a character style.
	void words(String style, String words) {
		this.xml.element("w:r", () -> {
			this.xml.element("w:rPr", () -> this.xml.empty("w:rStyle", "w:val", style));
			runText(words);
		});
	}

	private void runText(String words) {
		if (words.indexOf('\n') < 0 && words.indexOf('\t') < 0 && words.indexOf('\r') < 0) {
			text(words);
			return;
		}
		for (var part : BREAKS.split(words.replace("\r\n", "\n").replace('\r', '\n'))) {
			switch (part) {
				case "\n" -> this.xml.empty("w:br");
				case "\t" -> this.xml.empty("w:tab");
				default -> text(part);
			}
		}
	}

	private void text(String words) {
		this.xml.element("w:t", () -> this.xml.text(words), "xml:space", "preserve");
	}

	/// A badge's words between spaces that do not break, so that its colour reaches beyond them; one as long as a sentence breaks at its own.
	private void badge(Inline.Badge badge) {
		var words = badge.words().length() > LONG_BADGE ? badge.words() : badge.words().replace(' ', '\u00A0');
		words(style(badge.tone()), "\u00A0" + words + "\u00A0");
	}

	/// The character style of a tone's badges.
	static String style(Tone tone) {
		return switch (tone) {
			case DONE -> "BadgeDone";
			case GOOD -> "BadgeGood";
			case WATCH -> "BadgeWatch";
			case CONCERN -> "BadgeConcern";
			case UNKNOWN -> "BadgeUnknown";
		};
	}

	private void link(Inline.Link link) {
		if (!link.target().startsWith("#")) {
			this.xml.element("w:hyperlink", () -> words("Hyperlink", link.text()), "r:id", this.relations.link(link.target()), "w:history", "1");
			return;
		}
		var bookmark = this.outline.target(link.target().substring(1));
		if (bookmark == null) {
			this.notices.add("link", "no section has the id '" + link.target().substring(1) + "'; the words stand without a link");
			words(link.text());
			return;
		}
		this.xml.element("w:hyperlink", () -> words("Hyperlink", link.text()), "w:anchor", bookmark, "w:history", "1");
	}

}

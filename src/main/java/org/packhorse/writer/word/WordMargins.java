package org.packhorse.writer.word;

import java.util.Map;

/// Writes what stands on every page: the header with the marking and a draft's watermark, the footer with the page number.
final class WordMargins {

	private static final Template WATERMARK = Template.of("watermark.xml");

	/// The longest a watermark may be across the page, in points.
	private static final int WATERMARK_LENGTH = 480;

	private final WordParts parts;

	WordMargins(WordParts parts) {
		this.parts = parts;
	}

	void header(Xml xml) {
		xml.element("w:hdr", () -> xml.element("w:p", () -> {
			xml.raw("<w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>");
			words(xml, this.parts.look().header(this.parts.cover()));
			if (this.parts.cover().draft()) {
				xml.element("w:r", () -> watermark(xml));
			}
		}), "xmlns:w", Names.W, "xmlns:v", "urn:schemas-microsoft-com:vml", "xmlns:o", "urn:schemas-microsoft-com:office:office");
	}

	private static void words(Xml xml, String words) {
		xml.element("w:r", () -> xml.element("w:t", () -> xml.text(words), "xml:space", "preserve"));
	}

	private void watermark(Xml xml) {
		var words = this.parts.look().draftWords();
		int letters = Math.max(words.length(), 1);
		int length = Math.min(WATERMARK_LENGTH, 80 * letters);
		xml.raw(WATERMARK.with(Map.of("length", String.valueOf(length), "height", String.valueOf(Math.min(length * 3 / 2 / letters, 160)))));
		xml.empty("v:textpath", "style", "font-family:'" + this.parts.look().font() + "';font-size:1pt", "string", words);
		xml.raw("</v:shape></w:pict>");
	}

	void footer(Xml xml) {
		xml.element("w:ftr", () -> xml.element("w:p", () -> {
			xml.element("w:pPr", () -> {
				xml.empty("w:pStyle", "w:val", "Footer");
				xml.element("w:tabs", () -> xml.empty("w:tab", "w:val", "right", "w:pos", String.valueOf(this.parts.page().textWidth())));
			});
			words(xml, this.parts.look().footer(this.parts.cover()));
			xml.raw("<w:r><w:tab/></w:r>");
			words(xml, "Page ");
			field(xml, "PAGE");
			words(xml, " of ");
			field(xml, "NUMPAGES");
		}), "xmlns:w", Names.W);
	}

	/// Word counts the pages itself whenever it sets them; the 1 stands until then.
	private static void field(Xml xml, String code) {
		xml.element("w:fldSimple", () -> words(xml, "1"), "w:instr", " " + code + " ");
	}

}

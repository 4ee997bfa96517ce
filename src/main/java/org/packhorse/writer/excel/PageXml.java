package org.packhorse.writer.excel;

import java.io.IOException;

import org.packhorse.document.Cover;
import org.packhorse.document.Position;
import org.packhorse.writer.Look;

/// How every sheet prints: landscape A4, one page wide or, where letters would be too small, several, with the house's words at head and foot.
final class PageXml {

	// Excel takes no more in a header or footer, marks included.
	private static final int LONGEST = 255;

	private static final double HEADER_MARGIN = 0.3;

	private static final String COUNT = "&RPage &P of &N";

	private final String margin;

	private final String edge;

	private final String header;

	private final String footer;

	PageXml(Look look, Cover cover, Unshown unshown) {
		this.margin = inches(look.marginMillimetres() / 25.4);
		// Room for the words at head and foot, however narrow the margins.
		this.edge = inches(Math.max(look.marginMillimetres() / 25.4, 0.75));
		var draft = cover.draft() ? look.draftWords() + (look.header(cover).isBlank() ? "" : " – ") : "";
		this.header = fitting("&C", draft + look.header(cover), "", "header", unshown);
		this.footer = fitting("&L", look.footer(cover), COUNT, "footer", unshown);
	}

	/// Writes margins, paper, header and footer; `pages` is how many stand side by side.
	void write(XmlOut xml, int pages) throws IOException {
		xml.raw("<pageMargins").attribute("left", this.margin).attribute("right", this.margin).attribute("top", this.edge);
		xml.attribute("bottom", this.edge).attribute("header", inches(HEADER_MARGIN)).attribute("footer", inches(HEADER_MARGIN)).raw("/>");
		xml.raw("<pageSetup paperSize=\"9\" orientation=\"landscape\"").attribute("fitToWidth", pages).raw(" fitToHeight=\"0\"/>");
		xml.raw("<headerFooter>");
		if (!this.header.isEmpty()) {
			xml.raw("<oddHeader>").text(this.header).raw("</oddHeader>");
		}
		xml.raw("<oddFooter>").text(this.footer).raw("</oddFooter></headerFooter>");
	}

	private static String fitting(String before, String words, String after, String what, Unshown unshown) {
		if (words.isBlank()) {
			return after;
		}
		var clean = XmlCharacters.clean(words).replaceAll("\\s+", " ").strip();
		var room = LONGEST - before.length() - after.length();
		var cut = clean;
		while (doubled(cut).length() > room) {
			cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
		}
		if (!cut.equals(clean)) {
			unshown.add(Position.NONE, "end of the " + what, "a sheet's " + what + " holds at most 255 characters");
		}
		return before + doubled(cut) + after;
	}

	private static String doubled(String words) {
		return words.replace("&", "&&");
	}

	private static String inches(double inches) {
		return String.valueOf(Math.round(inches * 1000) / 1000.0);
	}

}

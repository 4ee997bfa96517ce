package org.packhorse.writer.html;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.packhorse.document.Position;
import org.packhorse.writer.NotRendered;
import org.packhorse.writer.PackFormat;
import org.packhorse.writer.packing.Utf8;

/// The mechanics of the page: the only class that opens or closes a tag or escapes a word. A tag takes its body as a block, so
/// that none can stay open.
final class HtmlText {

	private static final Set<String> INLINE = Set.of("a", "span", "strong", "em", "br");

	private final Utf8 out;

	private final Set<NotRendered> notRendered = new LinkedHashSet<>();

	private Position at = Position.NONE;

	HtmlText(OutputStream out) {
		this.out = new Utf8(out);
	}

	/// What stands between an opening and a closing tag.
	@FunctionalInterface
	interface Body {

		void write() throws IOException;

	}

	/// A tag whose attributes are being gathered; [#around] or [#alone] writes it.
	final class Tag {

		private final String name;

		private final List<String> attributes = new ArrayList<>();

		private Tag(String name) {
			this.name = name;
		}

		Tag with(String attribute, String value) {
			this.attributes.add(attribute);
			this.attributes.add(value);
			return this;
		}

		/// Writes the tag with nothing in it and no closing tag.
		void alone() throws IOException {
			open();
			end();
		}

		void around(String words) throws IOException {
			around(() -> words(words));
		}

		void around(Body body) throws IOException {
			open();
			body.write();
			HtmlText.this.out.put("</");
			HtmlText.this.out.put(this.name);
			HtmlText.this.out.put('>');
			end();
		}

		private void open() throws IOException {
			HtmlText.this.out.put('<');
			HtmlText.this.out.put(this.name);
			for (int i = 0; i < this.attributes.size(); i += 2) {
				HtmlText.this.out.put(' ');
				HtmlText.this.out.put(this.attributes.get(i));
				HtmlText.this.out.put("=\"");
				words(this.attributes.get(i + 1));
				HtmlText.this.out.put('"');
			}
			HtmlText.this.out.put('>');
		}

		private void end() throws IOException {
			if (!INLINE.contains(this.name)) {
				HtmlText.this.out.put('\n');
			}
		}

	}

	void doctype() throws IOException {
		this.out.put("<!DOCTYPE html>\n");
	}

	Tag tag(String name) {
		return new Tag(name);
	}

	/// A style sheet; [HtmlStyle] has made sure that it cannot end the element.
	void style(String css) throws IOException {
		this.out.put("<style>\n" + css + "</style>\n");
	}

	/// Words, escaped for text and attributes alike.
	void words(String text) throws IOException {
		int written = 0;
		for (int i = 0; i < text.length();) {
			int sign = text.codePointAt(i);
			int next = i + Character.charCount(sign);
			if (!plain(sign)) {
				this.out.put(text, written, i);
				write(sign);
				written = next;
			}
			i = next;
		}
		this.out.put(text, written, text.length());
	}

	/// Most signs are, and go out together with their neighbours.
	private static boolean plain(int sign) {
		return sign >= '?' && sign < 0x7F || sign >= '(' && sign < '<' || sign == ' ' || sign == '=';
	}

	private void write(int sign) throws IOException {
		switch (sign) {
			case '&' -> this.out.put("&amp;");
			case '<' -> this.out.put("&lt;");
			case '>' -> this.out.put("&gt;");
			case '"' -> this.out.put("&quot;");
			case '\'' -> this.out.put("&#39;");
			default -> this.out.put(Character.toString(allowed(sign) ? sign : replaced(sign)));
		}
	}

	/// Control characters, halves of surrogate pairs and noncharacters are errors in HTML; tab and line ends are not.
	private static boolean allowed(int sign) {
		boolean space = sign == '\t' || sign == '\n' || sign == '\r';
		boolean nonCharacter = (sign & 0xFFFE) == 0xFFFE || sign >= 0xFDD0 && sign <= 0xFDEF;
		boolean half = sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE;
		return space || !(Character.isISOControl(sign) || nonCharacter || half);
	}

	private int replaced(int sign) {
		missed("character U+%04X".formatted(sign), "HTML does not allow it, the sign \uFFFD stands in its place; take it out of the source text");
		return 0xFFFD;
	}

	/// From here on what cannot be shown was written at this place.
	void at(Position place) {
		this.at = place;
	}

	void missed(String what, String why) {
		this.notRendered.add(new NotRendered(this.at, PackFormat.HTML, what, why));
	}

	/// Hands on what is still held back.
	void flush() throws IOException {
		this.out.flush();
	}

	List<NotRendered> notRendered() {
		return List.copyOf(this.notRendered);
	}

}

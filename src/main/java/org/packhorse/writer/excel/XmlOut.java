package org.packhorse.writer.excel;

import java.io.IOException;
import java.io.OutputStream;

import org.jspecify.annotations.Nullable;
import org.packhorse.writer.packing.Utf8;

/// XML as UTF-8 bytes on their way into the zip; the only class that escapes.
final class XmlOut {

	private final Utf8 out;

	XmlOut(OutputStream out) {
		this.out = new Utf8(out);
	}

	/// Markup as it stands.
	XmlOut raw(String markup) throws IOException {
		this.out.put(markup);
		return this;
	}

	/// A whole number.
	XmlOut raw(int number) throws IOException {
		return raw(Integer.toString(number));
	}

	/// Words between tags or inside double quotes, escaped.
	XmlOut text(String words) throws IOException {
		int written = 0;
		for (int i = 0; i < words.length(); i++) {
			char c = words.charAt(i);
			if (c >= '?' && c < 0x7F || c >= '\'' && c < '<' || c == ' ') {
				continue;
			}
			int point = words.codePointAt(i);
			var instead = instead(point);
			if (instead != null) {
				this.out.put(words, written, i);
				this.out.put(instead);
				written = i + Character.charCount(point);
			}
			i += Character.charCount(point) - 1;
		}
		this.out.put(words, written, words.length());
		return this;
	}

	/// What stands for a character that cannot stand as it is, or null.
	private static @Nullable String instead(int point) {
		return switch (point) {
			case '&' -> "&amp;";
			case '<' -> "&lt;";
			case '>' -> "&gt;";
			case '"' -> "&quot;";
			// As references, because parsers make plain spaces of these inside attributes.
			case '\n' -> "&#10;";
			case '\t' -> "&#9;";
			case '\r' -> "&#13;";
			default -> XmlCharacters.legal(point) ? null : Character.toString(XmlCharacters.INSTEAD);
		};
	}

	/// An attribute with escaped words.
	XmlOut attribute(String name, String words) throws IOException {
		return raw(" ").raw(name).raw("=\"").text(words).raw("\"");
	}

	/// An attribute with a whole number.
	XmlOut attribute(String name, int number) throws IOException {
		return raw(" ").raw(name).raw("=\"").raw(number).raw("\"");
	}

	/// Hands on what is still held back.
	void flush() throws IOException {
		this.out.flush();
	}

}

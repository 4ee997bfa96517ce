package org.packhorse.writer.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// XML as UTF-8 bytes on their way into the zip; the only class that escapes.
final class XmlOut {

	private static final int ROOM = 16_384;

	private final OutputStream out;

	private final byte[] buffer = new byte[ROOM];

	private int used;

	XmlOut(OutputStream out) {
		this.out = out;
	}

	/// Markup as it stands.
	XmlOut raw(String markup) throws IOException {
		for (int i = ascii(markup, 0); i < markup.length(); i = ascii(markup, i)) {
			i += wide(markup, i) + 1;
		}
		return this;
	}

	/// A whole number.
	XmlOut raw(int number) throws IOException {
		return raw(Integer.toString(number));
	}

	/// Words between tags or inside double quotes, escaped.
	XmlOut text(String words) throws IOException {
		for (int i = 0; i < words.length(); i++) {
			char c = words.charAt(i);
			switch (c) {
				case '&' -> raw("&amp;");
				case '<' -> raw("&lt;");
				case '>' -> raw("&gt;");
				case '"' -> raw("&quot;");
				// As references, because parsers make plain spaces of these inside attributes.
				case '\n' -> raw("&#10;");
				case '\t' -> raw("&#9;");
				case '\r' -> raw("&#13;");
				default -> {
					if (c >= 0x20 && c < 0x80) {
						put(c);
					}
					else {
						i += wide(words, i);
					}
				}
			}
		}
		return this;
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
		this.out.write(this.buffer, 0, this.used);
		this.used = 0;
	}

	private void put(int b) throws IOException {
		if (this.used == ROOM) {
			flush();
		}
		this.buffer[this.used++] = (byte) b;
	}

	// Writes the ASCII characters from here on; gives where they end.
	private int ascii(String markup, int from) throws IOException {
		int i = from;
		while (i < markup.length()) {
			if (this.used == ROOM) {
				flush();
			}
			int end = Math.min(markup.length(), i + ROOM - this.used);
			int at = this.used;
			for (; i < end; i++) {
				char c = markup.charAt(i);
				if (c >= 0x80) {
					this.used = at;
					return i;
				}
				this.buffer[at++] = (byte) c;
			}
			this.used = at;
		}
		return i;
	}

	// Writes the character at i beyond ASCII; gives how many more chars of the string it took.
	private int wide(String words, int i) throws IOException {
		int point = words.codePointAt(i);
		var legal = XmlCharacters.legal(point) ? point : XmlCharacters.INSTEAD;
		for (byte b : Character.toString(legal).getBytes(StandardCharsets.UTF_8)) {
			put(b);
		}
		return Character.charCount(point) - 1;
	}

}

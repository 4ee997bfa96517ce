package org.packhorse.writer.word;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

import org.packhorse.writer.packing.Utf8;

/// Writes XML as text, straight into a part of the file; an element takes its content as a block, so that none can stay open.
final class Xml {

	private static final char REPLACEMENT = '\uFFFD';

	private final Utf8 out;

	private final Notices notices;

	Xml(OutputStream out, Notices notices) {
		this.out = new Utf8(out);
		this.notices = notices;
	}

	/// An element with content; attributes come as name, value, name, value.
	void element(String name, Runnable content, String... attributes) {
		tag(name, attributes);
		raw(">");
		content.run();
		raw("</");
		raw(name);
		raw(">");
	}

	/// An element without content.
	void empty(String name, String... attributes) {
		tag(name, attributes);
		raw("/>");
	}

	/// An element that holds nothing but these words.
	void words(String name, String words) {
		element(name, () -> text(words));
	}

	private void tag(String name, String... attributes) {
		raw("<");
		raw(name);
		for (int i = 0; i < attributes.length; i += 2) {
			raw(" ");
			raw(attributes[i]);
			raw("=\"");
			text(attributes[i + 1]);
			raw("\"");
		}
	}

	/// Words, with what XML reserves escaped and what it forbids replaced and reported.
	void text(String words) {
		int written = 0;
		for (int i = 0; i < words.length(); i++) {
			char c = words.charAt(i);
			if (c >= '?' && c < 0x7F || c == ' ') {
				continue;
			}
			boolean pair = Character.isHighSurrogate(c) && i + 1 < words.length() && Character.isLowSurrogate(words.charAt(i + 1));
			if (pair) {
				i++;
			}
			else if (reserved(c) || forbidden(c)) {
				raw(words, written, i);
				escape(c);
				written = i + 1;
			}
		}
		raw(words, written, words.length());
	}

	private static boolean reserved(char c) {
		return c == '&' || c == '<' || c == '>' || c == '"' || c == '\t' || c == '\n' || c == '\r';
	}

	/// XML 1.0 has no place for these, not even escaped.
	private static boolean forbidden(char c) {
		return c < ' ' && c != '\t' && c != '\n' && c != '\r' || Character.isSurrogate(c) || c == '\uFFFE' || c == '\uFFFF';
	}

	private void escape(char c) {
		switch (c) {
			case '&' -> raw("&amp;");
			case '<' -> raw("&lt;");
			case '>' -> raw("&gt;");
			case '"' -> raw("&quot;");
			case '\t', '\n', '\r' -> raw("&#" + (int) c + ";");
			default -> replace();
		}
	}

	private void replace() {
		raw(String.valueOf(REPLACEMENT));
		this.notices.add("character", "a character that Word files cannot hold (a control character or half of a pair) was replaced by \uFFFD; "
				+ "take it out of the words");
	}

	/// XML that is ready as it is.
	void raw(String xml) {
		raw(xml, 0, xml.length());
	}

	private void raw(String xml, int from, int to) {
		try {
			this.out.put(xml, from, to);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// Sends out what is waiting.
	void flush() {
		try {
			this.out.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

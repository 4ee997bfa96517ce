package org.packhorse.writer.mail;

/// The mechanics of a mail's page: the only class that opens or closes a tag or escapes a word.
final class MailTags {

	private final StringBuilder page = new StringBuilder();

	/// Opens a tag, writes what stands in it and closes it; attributes come in pairs of name and value.
	void tag(String name, Runnable body, String... attributes) {
		open(name, attributes);
		body.run();
		this.page.append("</").append(name).append(">");
	}

	void tag(String name, String words, String... attributes) {
		tag(name, () -> words(words), attributes);
	}

	/// A tag with nothing in it and no closing tag.
	void open(String name, String... attributes) {
		this.page.append('<').append(name);
		for (int i = 0; i < attributes.length; i += 2) {
			this.page.append(' ').append(attributes[i]).append("=\"");
			words(attributes[i + 1]);
			this.page.append('"');
		}
		this.page.append('>');
	}

	/// Lines keep below the thousand characters that mail servers take; a line end is no more than a space here.
	void line() {
		this.page.append('\n');
	}

	void doctype() {
		this.page.append("<!DOCTYPE html>\n");
	}

	/// Words, escaped for text and attributes alike.
	void words(String words) {
		PlainWords.clean(words).codePoints().forEach(sign -> {
			switch (sign) {
				case '&' -> this.page.append("&amp;");
				case '<' -> this.page.append("&lt;");
				case '>' -> this.page.append("&gt;");
				case '"' -> this.page.append("&quot;");
				case '\'' -> this.page.append("&#39;");
				default -> this.page.appendCodePoint(sign);
			}
		});
	}

	@Override
	public String toString() {
		return this.page.toString();
	}

}

package org.packhorse.console;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.springframework.web.util.HtmlUtils;

/// A small page in plain words: a title, facts, paragraphs and links, with the reader's own fonts.
final class PlainPage {

	static final String STYLE = """

			body { margin: 0; background: #fff; color: #0b0c0c; font: 1.1875rem/1.4 system-ui, Arial, sans-serif }
			main, .top { max-width: 40rem; margin: 0 auto; padding: 1rem 1rem 2rem; overflow-wrap: break-word }
			.top { padding-bottom: 0; font-weight: bold }
			h1 { font-size: 2rem; line-height: 1.15; margin: 0 0 1rem }
			h2 { font-size: 1.5rem; margin: 2rem 0 .5rem }
			dl { margin: 0 0 1rem }
			dt { font-weight: bold }
			dd { margin: 0 0 .5rem }
			li { margin: 0 0 .75rem }
			a { color: #1d70b8 }
			a:focus { outline: 3px solid #0b0c0c; background: #fd0; color: #0b0c0c }
			.notice { border-left: 6px solid #1d70b8; padding: .5rem 1rem; margin: 0 0 1rem }
			""";

	private final StringBuilder body = new StringBuilder();

	private final String title;

	private String top = "";

	PlainPage(String title) {
		this.title = title;
	}

	/// The words above everything, such as the marking.
	PlainPage top(String words) {
		this.top = words.isBlank() ? "" : "<header class=\"top\">%s</header>\n".formatted(escaped(words));
		return this;
	}

	PlainPage paragraph(String words) {
		this.body.append("<p>").append(escaped(words)).append("</p>\n");
		return this;
	}

	PlainPage notice(String words) {
		this.body.append("<p class=\"notice\">").append(escaped(words)).append("</p>\n");
		return this;
	}

	PlainPage heading(String words) {
		this.body.append("<h2>").append(escaped(words)).append("</h2>\n");
		return this;
	}

	/// Label and words, pair by pair.
	PlainPage facts(List<String> pairs) {
		this.body.append("<dl>\n");
		for (int i = 0; i < pairs.size(); i += 2) {
			this.body.append("<dt>%s</dt><dd>%s</dd>\n".formatted(escaped(pairs.get(i)), escaped(pairs.get(i + 1))));
		}
		this.body.append("</dl>\n");
		return this;
	}

	/// A link to a place and what stands behind it.
	record Item(String target, String words, String more) {
	}

	PlainPage links(List<Item> items) {
		this.body.append("<ul>\n");
		items.forEach(item -> this.body.append("<li><a href=\"%s\">%s</a> %s</li>\n".formatted(escaped(item.target()), escaped(item.words()), escaped(item.more()))));
		this.body.append("</ul>\n");
		return this;
	}

	byte[] bytes() {
		return """
				<!DOCTYPE html>
				<html lang="en-GB">
				<head>
				<meta charset="utf-8">
				<meta name="viewport" content="width=device-width, initial-scale=1">
				<title>%s</title>
				<style>%s</style>
				</head>
				<body>
				%s<main>
				<h1>%s</h1>
				%s</main>
				</body>
				</html>
				""".formatted(escaped(this.title), STYLE, this.top, escaped(this.title), this.body).getBytes(StandardCharsets.UTF_8);
	}

	private static String escaped(String words) {
		return HtmlUtils.htmlEscape(words, StandardCharsets.UTF_8.name());
	}

}

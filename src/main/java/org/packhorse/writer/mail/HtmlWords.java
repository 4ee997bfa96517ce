package org.packhorse.writer.mail;

import java.util.List;

import org.packhorse.document.Inline;
import org.packhorse.writer.Look;

/// Runs of words as a mail's page has them.
final class HtmlWords {

	private static final String LINK = "color:#005ea5;text-decoration:underline";

	private final MailTags tags;

	private final Look look;

	HtmlWords(MailTags tags, Look look) {
		this.tags = tags;
		this.look = look;
	}

	void write(List<Inline> inlines) {
		inlines.forEach(this::write);
	}

	private void write(Inline inline) {
		switch (inline) {
			case Inline.Words words -> this.tags.words(words.text());
			case Inline.Strong strong -> this.tags.tag("strong", strong.text());
			case Inline.Emphasis emphasis -> this.tags.tag("em", emphasis.text());
			case Inline.Link link -> this.tags.tag("a", link.text(), "href", link.target(), "style", LINK);
			case Inline.Badge badge -> badge(badge);
			case Inline.Sparkline sparkline -> this.tags.words(sparkline.alternative());
			case Inline.LineBreak _ -> this.tags.open("br");
		}
	}

	/// The words in the house's colours for the tone; the words alone say all.
	void badge(Inline.Badge badge) {
		var shade = this.look.shade(badge.tone());
		this.tags.tag("span", badge.words(), "style",
				"display:inline-block;padding:0 6px;font-weight:bold;white-space:nowrap;background:#" + shade.fill() + ";color:#" + shade.text());
	}

}

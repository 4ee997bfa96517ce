package org.packhorse.writer.html;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import org.packhorse.document.Inline;
import org.packhorse.document.Tone;

/// Writes the runs of words inside paragraphs, items and cells.
final class HtmlInlines {

	private final HtmlText html;

	private final Anchors anchors;

	HtmlInlines(HtmlText html, Anchors anchors) {
		this.html = html;
		this.anchors = anchors;
	}

	void write(List<Inline> inlines) throws IOException {
		for (Inline inline : inlines) {
			write(inline);
		}
	}

	private void write(Inline inline) throws IOException {
		switch (inline) {
			case Inline.Words words -> this.html.words(words.text());
			case Inline.Strong strong -> this.html.tag("strong").around(strong.text());
			case Inline.Emphasis emphasis -> this.html.tag("em").around(emphasis.text());
			case Inline.Link link -> link(link);
			case Inline.Badge badge -> badge(badge);
			case Inline.Sparkline sparkline -> new HtmlSparkline(this.html).write(sparkline);
			case Inline.LineBreak _ -> this.html.tag("br").alone();
		}
	}

	private void link(Inline.Link link) throws IOException {
		var target = link.target().startsWith("#") ? this.anchors.target(link.target().substring(1)) : link.target();
		if (target == null) {
			this.html.missed("link to " + link.target(), "no section of this pack has that id; its words stand without a link");
			this.html.words(link.text());
			return;
		}
		this.html.tag("a").with("href", link.target().startsWith("#") ? "#" + target : target).around(link.text());
	}

	/// The words, the house's colours, and a shape for readers who cannot tell the colours apart.
	void badge(Inline.Badge badge) throws IOException {
		this.html.tag("span").with("class", "badge " + tone(badge.tone())).around(() -> {
			this.html.tag("span").with("class", "shape").with("aria-hidden", "true").around(shape(badge.tone()));
			// The shape stays on the line of its words.
			this.html.words("\u00A0" + badge.words());
		});
	}

	/// The class that carries a tone's colours.
	static String tone(Tone tone) {
		return "tone-" + tone.name().toLowerCase(Locale.ROOT);
	}

	static String shape(Tone tone) {
		return switch (tone) {
			case DONE -> "✓";
			case GOOD -> "●";
			case WATCH -> "▲";
			case CONCERN -> "◆";
			case UNKNOWN -> "○";
		};
	}

}

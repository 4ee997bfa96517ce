package org.packhorse.writer.mail;

import java.util.List;

import org.packhorse.document.Inline;

/// Runs of words as plain text has them.
final class PlainWords {

	private PlainWords() {
	}

	static String of(List<Inline> inlines) {
		var words = new StringBuilder();
		inlines.forEach(inline -> words.append(of(inline)));
		return words.toString().replaceAll("[ \\t]+", " ").replaceAll(" ?\\n ?", "\n").strip();
	}

	private static String of(Inline inline) {
		return switch (inline) {
			case Inline.Words words -> clean(words.text().replaceAll("\\s+", " "));
			case Inline.Strong strong -> clean(strong.text());
			case Inline.Emphasis emphasis -> clean(emphasis.text());
			case Inline.Link link -> link(link);
			case Inline.Badge badge -> "[" + clean(badge.words()) + "]";
			case Inline.Sparkline sparkline -> clean(sparkline.alternative());
			case Inline.LineBreak _ -> "\n";
		};
	}

	/// The address in angle brackets, as mail programs know it by.
	private static String link(Inline.Link link) {
		var address = link.target().startsWith("mailto:") ? link.target().substring("mailto:".length()) : link.target();
		return clean(address.equals(link.text()) ? "<" + address + ">" : link.text() + " <" + address + ">");
	}

	/// Without control characters and marks of direction, which could make a line read as another.
	static String clean(String words) {
		var clean = new StringBuilder(words.length());
		words.codePoints().forEach(sign -> clean.appendCodePoint(isUnseen(sign) ? ' ' : sign));
		return clean.toString();
	}

	private static boolean isUnseen(int sign) {
		return Character.isISOControl(sign) || sign == 0x061C || sign >= 0x200E && sign <= 0x200F || sign >= 0x2028 && sign <= 0x202E
				|| sign >= 0x2066 && sign <= 0x2069 || Character.getType(sign) == Character.SURROGATE;
	}

}

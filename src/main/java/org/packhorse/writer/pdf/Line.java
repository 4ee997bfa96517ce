package org.packhorse.writer.pdf;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// A line of words, as broken to a width.
///
/// @param width the width without the space at its end
record Line(List<Span> spans, float width) {

	/// Words of one style; `x` is where they start in the line.
	///
	/// @param says the words in the order of reading, where they are shown in another, or null
	record Span(Style style, String text, float x, float width, @Nullable String says) {

		Span(Style style, String text, float x, float width) {
			this(style, text, x, width, null);
		}

		/// Words of a script that runs from right to left; `text` has its letters joined and is in the order of reading.
		static Span leftwards(Style style, String text, float x, float width) {
			return new Span(style, turned(text), x, width, Normalizer.normalize(text, Normalizer.Form.NFKC));
		}

		/// From right to left, each mark still behind its letter.
		private static String turned(String text) {
			var turned = new StringBuilder(text.length());
			for (int end = text.length(); end > 0;) {
				int start = end - 1;
				while (start > 0 && ArabicLetters.isMark(text.charAt(start))) {
					start--;
				}
				turned.append(text, start, end);
				end = start;
			}
			return turned.toString();
		}

		private Span at(float x) {
			return new Span(this.style, this.text, x, this.width, this.says);
		}

	}

	/// The spans with each row of those that run from right to left laid out from its right end.
	static List<Span> turned(List<Span> spans) {
		for (int from = 0, to; from < spans.size(); from = to) {
			to = from + 1;
			if (spans.get(from).says() == null) {
				continue;
			}
			float right = spans.get(from).x() + spans.get(from).width();
			while (to < spans.size() && spans.get(to).says() != null) {
				right += spans.get(to++).width();
			}
			for (int i = from; i < to; i++) {
				right -= spans.get(i).width();
				spans.set(i, spans.get(i).at(right));
			}
		}
		return spans;
	}

	/// A line of one style.
	static Line of(Style style, String text) {
		return new Line(List.of(new Span(style, text, 0, style.width(text))), style.width(text));
	}

	/// The same line with words hanging before it.
	Line after(Style style, String number, float hang) {
		var spans = new ArrayList<Span>(this.spans.size() + 1);
		spans.add(new Span(style, number + " ", -hang, style.width(number)));
		spans.addAll(this.spans);
		return new Line(spans, this.width);
	}

}

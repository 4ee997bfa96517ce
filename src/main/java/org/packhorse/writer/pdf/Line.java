package org.packhorse.writer.pdf;

import java.util.ArrayList;
import java.util.List;

/// A line of words, as broken to a width.
///
/// @param width the width without the space at its end
record Line(List<Span> spans, float width) {

	/// Words of one style; `x` is where they start in the line.
	record Span(Style style, String text, float x, float width) {
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

package org.packhorse.writer.word;

import org.jspecify.annotations.Nullable;

/// How a paragraph stands: its style and what it has beyond it.
///
/// @param style the id of its style
/// @param mark its place in a list, or null for what the style says
/// @param unnumbered whether it has no number although its style has one
/// @param box borders and shading of its own as XML, or blank
/// @param keepNext whether it stays on one page with what follows
record Shape(String style, Numbering.@Nullable Mark mark, boolean unnumbered, String box, boolean keepNext) {

	static Shape of(String style) {
		return new Shape(style, null, false, "", false);
	}

	Shape in(Numbering.Mark mark) {
		return new Shape(this.style, mark, false, this.box, this.keepNext);
	}

	Shape withoutNumber() {
		return new Shape(this.style, null, true, this.box, this.keepNext);
	}

	Shape boxed(String box) {
		return new Shape(this.style, this.mark, this.unnumbered, box, this.keepNext);
	}

	Shape withNext() {
		return new Shape(this.style, this.mark, this.unnumbered, this.box, true);
	}

}

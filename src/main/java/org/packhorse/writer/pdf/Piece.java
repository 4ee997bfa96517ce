package org.packhorse.writer.pdf;

import org.jspecify.annotations.Nullable;

/// Something laid out that takes up height in the column: a paragraph, a row, a picture.
interface Piece {

	/// A piece parted at a page's end.
	record Cut(Piece first, Piece rest) {
	}

	float height();

	/// The height of the smallest part that may stand at a page's end.
	default float least() {
		return height();
	}

	/// The parts when only this much room is left, or null when the piece moves on as a whole.
	default @Nullable Cut cut(float room) {
		return null;
	}

	/// What is drawn again when this piece starts a page, or null.
	default @Nullable Piece head() {
		return null;
	}

	/// Hears where it stands, before any page is drawn.
	default void placed(int page, float top) {
	}

	/// Draws itself on the current page.
	void draw(float top);

}

package org.packhorse.writer.pdf;

import org.jspecify.annotations.Nullable;

/// A piece with a label beside its first line, such as the bullet of a list item.
record HungPiece(TextPiece label, Piece body) implements Piece {

	@Override
	public float height() {
		return Math.max(this.label.height(), this.body.height());
	}

	@Override
	public float least() {
		return Math.max(this.label.height(), this.body.least());
	}

	@Override
	public @Nullable Cut cut(float room) {
		var cut = this.label.height() > room ? null : this.body.cut(room);
		return cut == null ? null : new Cut(new HungPiece(this.label, cut.first()), cut.rest());
	}

	@Override
	public void draw(float top) {
		this.label.draw(top);
		this.body.draw(top);
	}

}

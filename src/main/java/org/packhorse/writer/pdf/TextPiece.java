package org.packhorse.writer.pdf;

import org.jspecify.annotations.Nullable;

/// Lines of one tag. At a page's end at least two lines stay behind and two move on.
record TextPiece(Ink ink, Tag tag, Words words, float left) implements Piece {

	private static final int TOGETHER = 2;

	@Override
	public float height() {
		return this.words.height();
	}

	@Override
	public float least() {
		return this.words.count() < 2 * TOGETHER ? height() : TOGETHER * this.words.setting().leading();
	}

	@Override
	public @Nullable Cut cut(float room) {
		int lines = Math.min((int) (room / this.words.setting().leading()), this.words.count() - TOGETHER);
		return lines < TOGETHER ? null : new Cut(with(this.words.first(lines)), with(this.words.after(lines)));
	}

	@Override
	public void draw(float top) {
		this.ink.draw(this.tag, this.words, this.left, top);
	}

	private TextPiece with(Words words) {
		return new TextPiece(this.ink, this.tag, words, this.left);
	}

}

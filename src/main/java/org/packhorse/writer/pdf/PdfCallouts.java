package org.packhorse.writer.pdf;

import java.awt.Color;

import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfName;
import org.packhorse.document.Block.Callout;
import org.packhorse.writer.pdf.PdfTags.Aside;

/// Lays out boxes that stand out: a bar in the tone's colour beside a pale ground.
final class PdfCallouts {

	private static final float BAR = 5;

	private static final float INSET = 18;

	private static final float PADDING = 10;

	private final Desk desk;

	PdfCallouts(Desk desk) {
		this.desk = desk;
	}

	void callout(Callout callout) {
		var house = this.desk.house();
		var bar = house.fill(callout.tone());
		var text = house.body();
		float width = house.width() - 2 * INSET;
		this.desk.tags().tag(PdfTags.DIV, () -> {
			var title = this.desk.type().plain(callout.title(), text.in(house.fonts().bold()), width);
			boolean alone = callout.paragraphs().isEmpty();
			add(new Boxed(this.desk, bar, piece(title), PADDING, alone ? PADDING : 2), 14, !alone);
			for (int i = 0; i < callout.paragraphs().size(); i++) {
				boolean last = i == callout.paragraphs().size() - 1;
				var words = this.desk.type().words(callout.paragraphs().get(i), text, width);
				add(new Boxed(this.desk, bar, piece(words), 2, last ? PADDING : 4), 0, false);
			}
		});
		this.desk.flow().air(18);
	}

	private TextPiece piece(Words words) {
		return this.desk.piece(this.desk.tags().child(PdfName.P), words, this.desk.house().left() + INSET);
	}

	private void add(Boxed piece, float gap, boolean kept) {
		if (kept) {
			this.desk.flow().addKept(piece, gap);
		}
		else {
			this.desk.flow().add(piece, gap);
		}
	}

	/// A text on its part of the box; parts touch, so that the box looks like one.
	private record Boxed(Desk desk, Color bar, Piece text, float above, float below) implements Piece {

		@Override
		public float height() {
			return this.above + this.text.height() + this.below;
		}

		@Override
		public float least() {
			return this.text.least() < this.text.height() ? this.above + this.text.least() + PADDING : height();
		}

		@Override
		public @Nullable Cut cut(float room) {
			var cut = this.text.cut(room - this.above - PADDING);
			return cut == null ? null
					: new Cut(new Boxed(this.desk, this.bar, cut.first(), this.above, PADDING),
							new Boxed(this.desk, this.bar, cut.rest(), PADDING, this.below));
		}

		@Override
		public void draw(float top) {
			var house = this.desk.house();
			this.desk.tags().artifact(Aside.LAYOUT, () -> {
				this.desk.pen().fill(House.TINT, house.left() + BAR, top - height(), house.width() - BAR, height());
				this.desk.pen().fill(this.bar, house.left(), top - height(), BAR, height());
			});
			this.text.draw(top - this.above);
		}

	}

}

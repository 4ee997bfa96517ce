package org.packhorse.writer.pdf;

import java.awt.Color;

import org.openpdf.text.pdf.PdfName;
import org.packhorse.document.Block.Table.Align;
import org.packhorse.document.Cover;
import org.packhorse.writer.pdf.PdfTags.Aside;

/// Lays out the first page: logo, council, title, subtitle and the facts.
final class PdfCover {

	private static final float LABEL_WIDTH = 120;

	private static final float TITLE_FROM_TOP = 150;

	private static final float LOGO_WIDTH_MILLIMETRES = 45;

	private final Desk desk;

	private final Cover cover;

	PdfCover(Desk desk, Cover cover) {
		this.desk = desk;
		this.cover = cover;
	}

	void layOut() {
		switch (this.cover.front()) {
			case PAGE -> page();
			case LETTER -> this.desk.tags().tag(PdfTags.DIV, () -> {
				letterhead(PdfName.P);
				line(PdfName.H1, this.cover.title(), this.desk.house().heading(1), 20);
			});
			case LETTERHEAD -> this.desk.tags().tag(PdfTags.DIV, () -> letterhead(PdfName.H1));
		}
	}

	/// The council to the left; body and date, or whatever the form has, to the right.
	private void letterhead(PdfName role) {
		logo();
		var house = this.desk.house();
		var bold = house.heading(3);
		if (this.cover.draft()) {
			line(PdfName.P, house.look().draftWords(), house.heading(2), 0);
		}
		line(PdfName.P, this.cover.marking(), house.body().in(house.fonts().bold()), 4);
		if (!this.cover.organisation().isBlank()) {
			this.desk.tags().tag(PdfTags.DIV, () -> sides(role, bold));
			this.desk.flow().add(new Bar(this.desk, house.accent(), house.width(), 1.5f), 8);
		}
	}

	private void sides(PdfName role, Setting bold) {
		var house = this.desk.house();
		var left = this.desk.type().plain(this.cover.organisation(), bold, house.width() / 2);
		var right = this.desk.type().plain(this.cover.subtitle(), bold, house.width() / 2 - 10, Align.END);
		this.desk.flow().add(new HungPiece(this.desk.piece(this.desk.tags().child(PdfName.P), left, house.left()),
				this.desk.piece(this.desk.tags().child(role), right, house.left() + house.width() / 2 + 10)), 4);
		this.cover.facts().forEach(fact -> this.desk.flow()
			.add(this.desk.piece(this.desk.tags().child(PdfName.P), this.desk.type().plain(fact.words(), house.body(), house.width(), Align.END),
					house.left()), 2));
	}

	private void page() {
		this.desk.tags().tag(PdfTags.SECT, () -> {
			float logo = logo();
			this.desk.flow().addKept(new Space(Math.max(20, TITLE_FROM_TOP - logo)), 0);
			line(PdfName.P, this.cover.organisation(), this.desk.house().body().in(this.desk.house().fonts().bold()), 0);
			line(PdfName.H1, this.cover.title(), this.desk.house().title(), 6);
			line(PdfName.P, this.cover.subtitle(), this.desk.house().subtitle(), 6);
			this.desk.flow().add(new Bar(this.desk, this.desk.house().accent(), 64, 4), 20);
			if (this.cover.draft()) {
				line(PdfName.P, this.desk.house().look().draftWords(), this.desk.house().heading(2), 18);
			}
			facts();
			line(PdfName.P, this.cover.marking(), this.desk.house().body().in(this.desk.house().fonts().bold()), 26);
		});
		this.desk.flow().newPage();
	}

	private float logo() {
		var logo = this.desk.house().look().logo();
		if (logo == null) {
			return 0;
		}
		var picture = new PdfPictures(this.desk).piece("logo", logo, this.desk.house().look().logoAlternative(), LOGO_WIDTH_MILLIMETRES);
		this.desk.flow().addKept(picture, 0);
		return picture.height();
	}

	private void line(PdfName role, String words, Setting setting, float gap) {
		if (!words.isBlank()) {
			this.desk.flow().add(this.desk.text(this.desk.tags().child(role), words, setting), gap);
		}
	}

	private void facts() {
		if (this.cover.facts().isEmpty()) {
			return;
		}
		this.desk.flow().air(22);
		this.desk.tags().tag(PdfName.L, () -> this.cover.facts().forEach(this::fact));
	}

	private void fact(Cover.Fact fact) {
		var house = this.desk.house();
		this.desk.tags().tag(PdfName.LI, () -> {
			var label = this.desk.type().plain(fact.label() + " ", house.body().in(House.GREY), LABEL_WIDTH - 10);
			var words = this.desk.type().plain(fact.words(), house.body(), house.width() - LABEL_WIDTH);
			var tags = this.desk.tags();
			this.desk.flow()
				.add(new HungPiece(this.desk.piece(tags.child(PdfName.LBL), label, house.left()),
						this.desk.piece(tags.child(PdfName.LBODY), words, house.left() + LABEL_WIDTH)), 5);
		});
	}

	/// Empty paper.
	record Space(float height) implements Piece {

		@Override
		public void draw(float top) {
			// Nothing is to be seen.
		}

	}

	/// A short bar of colour.
	private record Bar(Desk desk, Color colour, float width, float height) implements Piece {

		@Override
		public void draw(float top) {
			this.desk.tags()
				.artifact(Aside.LAYOUT, () -> this.desk.pen()
					.fill(this.colour, this.desk.house().left(), top - this.height, this.width, this.height));
		}

	}

}

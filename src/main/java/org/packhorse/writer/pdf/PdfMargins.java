package org.packhorse.writer.pdf;

import org.openpdf.text.PageSize;
import org.packhorse.document.Cover;
import org.packhorse.document.Position;
import org.packhorse.writer.pdf.PdfTags.Aside;

/// What stands around the text of every page: marking, footer, page number, and on drafts the watermark.
final class PdfMargins {

	private static final float HEADER = PageSize.A4.getHeight() - 32;

	private static final float FOOTER = 28;

	private static final double WATERMARK_DEGREES = 54;

	private static final float WATERMARK_SIZE = 150;

	private static final float WATERMARK_LENGTH = 560;

	private final Desk desk;

	private final Cover cover;

	private final Style small;

	private final String header;

	private final String footer;

	PdfMargins(Desk desk, Cover cover) {
		this.desk = desk;
		this.cover = cover;
		desk.type().glyphs().at(Position.NONE);
		this.small = desk.house().small().style();
		this.header = desk.type().printable(header(desk.house(), cover), strong());
		this.footer = desk.type().printable(desk.house().look().footer(cover), this.small);
	}

	/// A house's own header may forget the marking; every page has to carry it.
	private static String header(House house, Cover cover) {
		var header = house.look().header(cover);
		return header.contains(cover.marking()) ? header : cover.marking() + (header.isBlank() ? "" : "   |   " + header);
	}

	/// Draws head and foot of this page, and over it all, on a draft, the watermark.
	void draw(int page, int pages) {
		if (!this.header.isBlank()) {
			this.desk.tags().artifact(Aside.HEADER, () -> this.desk.pen()
				.centred(strong(), fitted(strong(), this.header, this.desk.house().width()), PageSize.A4.getWidth() / 2, HEADER));
		}
		this.desk.tags().artifact(Aside.FOOTER, () -> footer("Page " + page + " of " + pages));
		if (this.cover.draft()) {
			this.desk.tags().artifact(Aside.WATERMARK, this::watermark);
		}
	}

	private void footer(String number) {
		var house = this.desk.house();
		float width = this.small.width(number);
		this.desk.pen().line(House.RULE, 0.5f, house.left(), FOOTER + 14, house.right(), FOOTER + 14);
		this.desk.pen().words(() -> {
			if (!this.footer.isBlank()) {
				this.desk.pen().show(this.small, fitted(this.small, this.footer, house.width() - width - 20), house.left(), FOOTER);
			}
			this.desk.pen().show(this.small, number, house.right() - width, FOOTER);
		});
	}

	private void watermark() {
		var house = this.desk.house();
		var words = this.desk.type().printable(house.look().draftWords(), strong());
		float size = Math.min(WATERMARK_SIZE, WATERMARK_LENGTH / Math.max(1, strong().width(words)) * strong().size());
		this.desk.pen()
			.rising(new Style(house.fonts().bold(), size, House.INK), words, PageSize.A4.getWidth() / 2 + size * 0.28f,
					PageSize.A4.getHeight() / 2, WATERMARK_DEGREES);
	}

	private Style strong() {
		return this.small.in(this.desk.house().fonts().bold()).in(House.INK);
	}

	private static String fitted(Style style, String text, float width) {
		if (style.width(text) <= width) {
			return text;
		}
		int end = text.length();
		while (end > 0 && style.width(text.substring(0, end) + "…") > width) {
			end--;
		}
		return text.substring(0, end).stripTrailing() + "…";
	}

}

package org.packhorse.writer.pdf;

import java.awt.Color;

import org.openpdf.text.PageSize;
import org.packhorse.document.Tone;
import org.packhorse.writer.Look;

/// The house style worked out for paper: colours, sizes and the edges of the page.
record House(Look look, PdfFonts fonts, Color accent, float margin) {

	static final Color INK = new Color(0x1B1F23);

	static final Color GREY = new Color(0x50595F);

	static final Color RULE = new Color(0xCDD3D8);

	static final Color TINT = new Color(0xF2F4F6);

	private static final float POINTS_PER_MILLIMETRE = 72 / 25.4f;

	/// The head and the foot of a page want room, however narrow a house's margins are.
	private static final float LEAST_BAND = 46;

	static House of(Look look) {
		return new House(look, PdfFonts.of(look), colour(look.accent()), points(look.marginMillimetres()));
	}

	static float points(float millimetres) {
		return millimetres * POINTS_PER_MILLIMETRE;
	}

	static Color colour(String hex) {
		return new Color(Integer.parseInt(hex, 16));
	}

	Color fill(Tone tone) {
		return colour(this.look.shade(tone).fill());
	}

	Color text(Tone tone) {
		return colour(this.look.shade(tone).text());
	}

	float left() {
		return this.margin;
	}

	float right() {
		return PageSize.A4.getWidth() - this.margin;
	}

	float width() {
		return right() - left();
	}

	float roof() {
		return PageSize.A4.getHeight() - Math.max(this.margin, LEAST_BAND) - 8;
	}

	float floor() {
		return Math.max(this.margin, LEAST_BAND) + 10;
	}

	Setting title() {
		return setting(this.fonts.bold(), 32, 38, this.accent);
	}

	Setting subtitle() {
		return setting(this.fonts.regular(), 17, 23, GREY);
	}

	/// The heading of a section this deep, from 1.
	Setting heading(int depth) {
		return switch (depth) {
			case 1 -> setting(this.fonts.bold(), 20, 25, this.accent);
			case 2 -> setting(this.fonts.bold(), 15.5f, 20, this.accent);
			case 3 -> setting(this.fonts.bold(), 13, 18, this.accent);
			default -> setting(this.fonts.bold(), 12, 17, INK);
		};
	}

	Setting body() {
		return setting(this.fonts.regular(), 12, 17, INK);
	}

	Setting caption() {
		return setting(this.fonts.bold(), 11, 15, INK);
	}

	Setting cell() {
		return setting(this.fonts.regular(), 10, 13.5f, INK);
	}

	Setting figure() {
		return setting(this.fonts.bold(), 22, 27, this.accent);
	}

	Setting small() {
		return setting(this.fonts.regular(), 9, 12, GREY);
	}

	private static Setting setting(Face face, float size, float leading, Color colour) {
		return new Setting(new Style(face, size, colour), leading);
	}

}

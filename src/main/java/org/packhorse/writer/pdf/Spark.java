package org.packhorse.writer.pdf;

import java.awt.Color;
import java.util.List;

import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfName;
import org.packhorse.document.Inline.Sparkline;

/// A small line of figures among words: one figure of its own with its words, as wide as a long word and two lines tall.
record Spark(Sparkline sparkline, Color colour) {

	/// What stands for it among the characters: nothing that could be drawn or broken.
	static final String PLACE = "\u2060";

	static final float WIDTH = 66;

	private static final float HEIGHT = 20;

	private static final float EDGE = 3;

	private static final float[] SOLID = {};

	/// Draws it on this baseline, below the tag of the words that it stands among.
	void draw(PdfTags tags, Pen pen, Tag parent, float x, float y) {
		var figure = tags.child(parent, PdfName.FIGURE);
		tags.alternative(figure, this.sparkline.alternative());
		tags.areaAmongWords(figure, new Rectangle(x, y - EDGE, x + WIDTH, y + HEIGHT));
		tags.content(figure, () -> lines(pen, x, y));
	}

	private void lines(Pen pen, float left, float bottom) {
		double[] shares = this.sparkline.shares();
		for (List<Integer> stretch : this.sparkline.stretches()) {
			var points = new float[2 * stretch.size()];
			for (int i = 0; i < stretch.size(); i++) {
				points[2 * i] = x(left, stretch.get(i));
				points[2 * i + 1] = y(bottom, shares[stretch.get(i)]);
			}
			if (stretch.size() > 1) {
				pen.path(this.colour, 1.3f, SOLID, points);
			}
		}
		this.sparkline.dots().forEach(dot -> pen.circle(this.colour, x(left, dot), y(bottom, shares[dot]), 2.4f));
	}

	private float x(float left, int point) {
		int last = this.sparkline.values().size() - 1;
		return last == 0 ? left + WIDTH / 2 : left + EDGE + (WIDTH - 2 * EDGE) * point / last;
	}

	private static float y(float bottom, double share) {
		return bottom + (HEIGHT - EDGE) * (float) share;
	}

}

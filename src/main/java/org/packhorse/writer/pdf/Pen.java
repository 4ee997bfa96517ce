package org.packhorse.writer.pdf;

import java.awt.Color;

import org.jspecify.annotations.Nullable;
import org.openpdf.text.Image;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfGState;

/// Draws words, lines and shapes on the current page, in points from its lower left corner.
final class Pen {

	private static final float SHEER = 0.07f;

	private final PdfContentByte page;

	private final PdfGState sheer = new PdfGState();

	private @Nullable Style style;

	private float x;

	private float y;

	Pen(PdfContentByte page) {
		this.page = page;
		this.sheer.setFillOpacity(SHEER);
	}

	/// The body shows words, with nothing but words in it.
	void words(Runnable body) {
		this.page.beginText();
		this.style = null;
		this.x = 0;
		this.y = 0;
		body.run();
		this.page.endText();
	}

	/// Shows words from this place on, inside [#words].
	void show(Style style, String text, float x, float y) {
		if (this.style == null || this.style.face() != style.face() || this.style.size() != style.size()) {
			this.page.setFontAndSize(style.face().font(), style.size());
		}
		if (this.style == null || !this.style.colour().equals(style.colour())) {
			this.page.setColorFill(style.colour());
		}
		this.style = style;
		// Moves are rounded as they are written: from the rounded place on, so that no error adds up.
		float right = rounded(x - this.x);
		float up = rounded(y - this.y);
		this.page.moveText(right, up);
		this.x += right;
		this.y += up;
		this.page.showText(text);
	}

	/// One line of words, centred on x.
	void centred(Style style, String text, float x, float y) {
		words(() -> show(style, text, x - style.width(text) / 2, y));
	}

	/// Large words rising across the page, centred on this place; what lies below them shows through.
	void rising(Style style, String text, float x, float y, double degrees) {
		float cos = (float) Math.cos(Math.toRadians(degrees));
		float sin = (float) Math.sin(Math.toRadians(degrees));
		float half = style.width(text) / 2;
		this.page.saveState();
		this.page.setGState(this.sheer);
		this.page.beginText();
		this.page.setFontAndSize(style.face().font(), style.size());
		this.page.setColorFill(style.colour());
		this.page.setTextMatrix(cos, sin, -sin, cos, x - half * cos, y - half * sin);
		this.page.showText(text);
		this.page.endText();
		this.page.restoreState();
	}

	/// A filled rectangle.
	void fill(Color colour, float x, float y, float width, float height) {
		this.page.setColorFill(colour);
		this.page.rectangle(x, y, width, height);
		this.page.fill();
	}

	/// A filled rectangle with round corners.
	void round(Color colour, float x, float y, float width, float height) {
		this.page.setColorFill(colour);
		this.page.roundRectangle(x, y, width, height, Math.min(3, height / 2));
		this.page.fill();
	}

	/// The frame of a rectangle.
	void frame(Color colour, float x, float y, float width, float height) {
		stroke(colour, 0.75f);
		this.page.rectangle(x, y, width, height);
		this.page.stroke();
	}

	/// A straight line.
	void line(Color colour, float thickness, float x, float y, float toX, float toY) {
		stroke(colour, thickness);
		this.page.moveTo(x, y);
		this.page.lineTo(toX, toY);
		this.page.stroke();
	}

	/// A line through all points (x, y, x, y …), dashed as given.
	void path(Color colour, float thickness, float[] dash, float[] points) {
		stroke(colour, thickness);
		this.page.setLineDash(dash, 0);
		this.page.setLineCap(PdfContentByte.LINE_CAP_ROUND);
		this.page.setLineJoin(PdfContentByte.LINE_JOIN_ROUND);
		trace(points);
		this.page.stroke();
		this.page.setLineDash(new float[0], 0);
		this.page.setLineCap(PdfContentByte.LINE_CAP_BUTT);
	}

	/// A filled shape with a white edge, through all points.
	void shape(Color colour, float[] points) {
		edged(colour);
		trace(points);
		this.page.closePathFillStroke();
	}

	/// A filled circle with a white edge.
	void circle(Color colour, float x, float y, float radius) {
		edged(colour);
		this.page.circle(x, y, radius);
		this.page.fillStroke();
	}

	/// A picture.
	void image(Image image, float x, float y, float width, float height) {
		this.page.addImage(image, width, 0, 0, height, x, y);
	}

	private void edged(Color colour) {
		stroke(Color.WHITE, 1);
		this.page.setColorFill(colour);
	}

	private void stroke(Color colour, float thickness) {
		this.page.setColorStroke(colour);
		this.page.setLineWidth(thickness);
	}

	private void trace(float[] points) {
		this.page.moveTo(points[0], points[1]);
		for (int i = 2; i < points.length; i += 2) {
			this.page.lineTo(points[i], points[i + 1]);
		}
	}

	private static float rounded(float length) {
		return Math.round(length * 100) / 100f;
	}

}

package org.packhorse.writer.pdf;

import java.awt.Color;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.openpdf.text.Image;
import org.openpdf.text.pdf.PdfGState;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfWriter;

/// Draws words, lines and shapes on the current page, in points from its lower left corner, as the operators of PDF.
///
/// OpenPDF knows the fonts, pictures and transparency of a page; the many small operators between are written here.
final class Pen {

	private static final float SHEER = 0.07f;

	/// Where the curves of a quarter of a circle are bent to.
	private static final float ROUNDNESS = 0.5523f;

	/// What a document knows of one of its faces.
	private static final class Used {

		private final BitSet characters = new BitSet();

		private byte[] name = {};

		private boolean onPage;

	}

	private final PdfWriter writer;

	private final PdfGState sheer = new PdfGState();

	private final Sheet sheet = new Sheet();

	private final Map<Face, Used> faces = new IdentityHashMap<>();

	private final Map<Color, byte[]> colours = new HashMap<>();

	private @Nullable Face face;

	private float size;

	private @Nullable Color fill;

	private @Nullable Color stroke;

	private float thickness;

	private float x;

	private float y;

	Pen(PdfWriter writer) {
		this.writer = writer;
		this.sheer.setFillOpacity(SHEER);
	}

	/// Starts a page: nothing is known of its fonts and colours.
	void page() {
		this.faces.values().forEach(used -> used.onPage = false);
		forget();
	}

	/// Puts what was drawn on the page.
	void finish() {
		this.writer.getDirectContent().getInternalBuffer().append(this.sheet.array(), 0, this.sheet.size());
		this.sheet.clear();
	}

	void beginMarked(PdfName role, int number) {
		this.sheet.bytes(role.getBytes()).text("<</MCID ").whole(number).text(">>BDC\n");
	}

	void beginArtifact(String properties) {
		this.sheet.text("/Artifact<<").text(properties).text(">>BDC\n");
	}

	void endMarked() {
		this.sheet.text("EMC\n");
	}

	/// The body shows words, with nothing but words in it.
	void words(Runnable body) {
		beginWords();
		body.run();
		endWords();
	}

	void beginWords() {
		this.sheet.text("BT\n");
		this.x = 0;
		this.y = 0;
	}

	void endWords() {
		this.sheet.text("ET\n");
	}

	/// Shows words from this place on, inside [#words].
	void show(Style style, String text, float x, float y) {
		set(style);
		// Moves are rounded as they are written: from the rounded place on, so that no error adds up.
		int right = Math.round((x - this.x) * 100);
		int up = Math.round((y - this.y) * 100);
		this.x += right / 100f;
		this.y += up / 100f;
		this.sheet.hundredths(right).space().hundredths(up).text(" Td");
		show(style.face(), text);
	}

	/// Shows words that are read aloud otherwise than they are drawn.
	void show(Style style, String text, String says, float x, float y) {
		this.sheet.text("/Span<</ActualText").unicode(says).text(">>BDC\n");
		show(style, text, x, y);
		this.sheet.text("EMC\n");
	}

	private void set(Style style) {
		if (this.face != style.face() || this.size != style.size()) {
			this.face = style.face();
			this.size = style.size();
			this.sheet.bytes(name(this.face)).space().points(this.size).text("Tf\n");
		}
		fill(style.colour());
	}

	private void show(Face face, String text) {
		var used = this.faces.get(face);
		this.sheet.text("(");
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (!used.characters.get(c)) {
				used.characters.set(c);
				face.learn(c, this.writer);
			}
			this.sheet.bytes(face.code(c));
		}
		this.sheet.text(")Tj\n");
	}

	/// The name of a face on this page.
	private byte[] name(Face face) {
		var used = this.faces.computeIfAbsent(face, _ -> new Used());
		if (!used.onPage) {
			used.name = face.name(this.writer);
			used.onPage = true;
		}
		return used.name;
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
		finish();
		var page = this.writer.getDirectContent();
		page.saveState();
		page.setGState(this.sheer);
		page.beginText();
		page.setFontAndSize(style.face().font(), style.size());
		page.setColorFill(style.colour());
		page.setTextMatrix(cos, sin, -sin, cos, x - half * cos, y - half * sin);
		page.showText(text);
		page.endText();
		page.restoreState();
		forget();
	}

	/// A filled rectangle.
	void fill(Color colour, float x, float y, float width, float height) {
		fill(colour);
		rectangle(x, y, width, height);
		this.sheet.text("f\n");
	}

	/// A filled rectangle with round corners.
	void round(Color colour, float x, float y, float width, float height) {
		fill(colour);
		float r = Math.min(3, height / 2);
		float bend = r * (1 - ROUNDNESS);
		float right = x + width;
		float top = y + height;
		to(x + r, y, "m\n").to(right - r, y, "l\n").curve(right - bend, y, right, y + bend, right, y + r);
		to(right, top - r, "l\n").curve(right, top - bend, right - bend, top, right - r, top);
		to(x + r, top, "l\n").curve(x + bend, top, x, top - bend, x, top - r);
		to(x, y + r, "l\n").curve(x, y + bend, x + bend, y, x + r, y);
		this.sheet.text("f\n");
	}

	/// The frame of a rectangle.
	void frame(Color colour, float x, float y, float width, float height) {
		stroke(colour, 0.75f);
		rectangle(x, y, width, height);
		this.sheet.text("S\n");
	}

	/// A straight line.
	void line(Color colour, float thickness, float x, float y, float toX, float toY) {
		stroke(colour, thickness);
		to(x, y, "m ").to(toX, toY, "l S\n");
	}

	/// A line through all points (x, y, x, y …), dashed as given.
	void path(Color colour, float thickness, float[] dash, float[] points) {
		stroke(colour, thickness);
		this.sheet.text("[");
		for (float part : dash) {
			this.sheet.points(part);
		}
		this.sheet.text("]0 d 1 J 1 j\n");
		trace(points);
		this.sheet.text("S\n[]0 d 0 J\n");
	}

	/// A filled shape with a white edge, through all points.
	void shape(Color colour, float[] points) {
		edged(colour);
		trace(points);
		this.sheet.text("b\n");
	}

	/// A filled circle with a white edge.
	void circle(Color colour, float x, float y, float radius) {
		edged(colour);
		float bend = radius * ROUNDNESS;
		to(x + radius, y, "m\n").curve(x + radius, y + bend, x + bend, y + radius, x, y + radius)
			.curve(x - bend, y + radius, x - radius, y + bend, x - radius, y)
			.curve(x - radius, y - bend, x - bend, y - radius, x, y - radius)
			.curve(x + bend, y - radius, x + radius, y - bend, x + radius, y);
		this.sheet.text("B\n");
	}

	/// A picture.
	void image(Image image, float x, float y, float width, float height) {
		finish();
		this.writer.getDirectContent().addImage(image, width, 0, 0, height, x, y);
	}

	private void edged(Color colour) {
		stroke(Color.WHITE, 1);
		fill(colour);
	}

	private void fill(Color colour) {
		if (!colour.equals(this.fill)) {
			this.fill = colour;
			this.sheet.bytes(parts(colour)).text("rg\n");
		}
	}

	private void stroke(Color colour, float thickness) {
		if (!colour.equals(this.stroke)) {
			this.stroke = colour;
			this.sheet.bytes(parts(colour)).text("RG\n");
		}
		if (this.thickness != thickness) {
			this.thickness = thickness;
			this.sheet.points(thickness).text("w\n");
		}
	}

	/// Red, green and blue as shares of one, to thousandths.
	private byte[] parts(Color colour) {
		return this.colours.computeIfAbsent(colour, Sheet::parts);
	}

	private void rectangle(float x, float y, float width, float height) {
		this.sheet.points(x).points(y).points(width).points(height).text("re\n");
	}

	private Pen to(float x, float y, String operator) {
		this.sheet.points(x).points(y).text(operator);
		return this;
	}

	private Pen curve(float x1, float y1, float x2, float y2, float x, float y) {
		this.sheet.points(x1).points(y1).points(x2).points(y2);
		return to(x, y, "c\n");
	}

	private void trace(float[] points) {
		to(points[0], points[1], "m\n");
		for (int i = 2; i < points.length; i += 2) {
			to(points[i], points[i + 1], "l\n");
		}
	}

	private void forget() {
		this.face = null;
		this.fill = null;
		this.stroke = null;
		this.thickness = -1;
	}

}

package org.packhorse.writer.pdf;

import org.openpdf.text.pdf.PdfAction;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfWriter;
import org.packhorse.document.Block.Section;

/// Where a section's heading stands; known once all is placed.
final class Landmark {

	/// Some air above the heading that a reader is taken to.
	private static final float AIR = 12;

	private final Section section;

	private final int depth;

	private int page = 1;

	private float top;

	Landmark(Section section, int depth) {
		this.section = section;
		this.depth = depth;
	}

	Section section() {
		return this.section;
	}

	int depth() {
		return this.depth;
	}

	int page() {
		return this.page;
	}

	/// The heading's printed text.
	String heading() {
		return (this.section.number() + " " + this.section.title()).strip();
	}

	void standsAt(int page, float top) {
		this.page = page;
		this.top = top + AIR;
	}

	PdfAction action(PdfWriter writer) {
		return PdfAction.gotoLocalPage(this.page, new PdfDestination(PdfDestination.XYZ, 0, this.top, 0), writer);
	}

	/// The heading's piece, which says where it stands.
	record Heading(TextPiece text, Landmark landmark) implements Piece {

		@Override
		public float height() {
			return this.text.height();
		}

		@Override
		public void placed(int page, float top) {
			this.landmark.standsAt(page, top);
		}

		@Override
		public void draw(float top) {
			this.text.draw(top);
		}

	}

}

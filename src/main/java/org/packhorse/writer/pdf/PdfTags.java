package org.packhorse.writer.pdf;

import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfAnnotation;
import org.openpdf.text.pdf.PdfBorderArray;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/// The only class that opens and closes tags. A tag is a block taking a body, so none can stay open; what stands on a page
/// stands either in [#content] or in [#artifact].
final class PdfTags {

	static final PdfName LINK = PdfName.LINK;

	static final PdfName SECT = new PdfName("Sect");

	static final PdfName DIV = new PdfName("Div");

	static final PdfName TR = PdfName.TABLEROW;

	/// What stands on a page without being read aloud, and why.
	enum Aside {

		LAYOUT("/Type/Layout"), REPEATED("/Type/Pagination"), HEADER("/Type/Pagination/Subtype/Header"),
		FOOTER("/Type/Pagination/Subtype/Footer"), WATERMARK("/Type/Pagination/Subtype/Watermark");

		private final String properties;

		Aside(String properties) {
			this.properties = properties;
		}

	}

	/// What a header cell is the header of.
	enum Scope {

		COLUMN("<</O/Table/Scope/Column>>"), ROW("<</O/Table/Scope/Row>>");

		private final String attributes;

		Scope(String attributes) {
			this.attributes = attributes;
		}

	}

	private final PdfWriter writer;

	private final TagTree tree;

	private final Pen pen;

	private Tag open;

	private boolean marking;

	/// Starts the tree of an open document.
	PdfTags(PdfWriter writer, Pen pen) {
		this.writer = writer;
		this.tree = new TagTree(writer);
		this.pen = pen;
		this.open = this.tree.document();
	}

	/// Starts the page of this number, from 1.
	void page(int number) {
		this.tree.page(number);
		this.pen.page();
	}

	/// Ends the last page, and writes the tree of a document of this many.
	void write(int pages) {
		this.tree.write(pages);
	}

	/// A new tag below the open one, with what its body makes below it.
	Tag tag(PdfName role, Runnable body) {
		var tag = child(role);
		within(tag, body);
		return tag;
	}

	/// A new tag below the open one.
	Tag child(PdfName role) {
		return child(this.open, role);
	}

	/// A new tag below this one.
	Tag child(Tag parent, PdfName role) {
		return this.tree.child(parent, role);
	}

	/// The body's tags stand below this one.
	void within(Tag tag, Runnable body) {
		var outer = this.open;
		this.open = tag;
		try {
			body.run();
		}
		finally {
			this.open = outer;
		}
	}

	/// What the body draws on the current page is this tag's content; a tag may have content again, on the next page too.
	void content(Tag tag, Runnable body) {
		begin();
		this.pen.beginMarked(tag.role(), this.tree.marked(tag));
		end(body);
	}

	/// What the body draws on the current page is not read aloud.
	void artifact(Aside aside, Runnable body) {
		begin();
		this.pen.beginArtifact(aside.properties);
		end(body);
	}

	private void begin() {
		if (this.marking) {
			throw new IllegalStateException("content of one tag stands inside another's; draw one after the other");
		}
		this.marking = true;
	}

	private void end(Runnable body) {
		try {
			body.run();
		}
		finally {
			this.pen.endMarked();
			this.marking = false;
		}
	}

	/// The words just drawn for this tag lead to the target when this area of the current page is clicked.
	void link(Tag tag, Target target, Rectangle area) {
		var annotation = PdfAnnotation.createLink(this.writer, area, PdfAnnotation.HIGHLIGHT_INVERT, target.action());
		annotation.setFlags(PdfAnnotation.FLAGS_PRINT);
		annotation.setBorder(new PdfBorderArray(0, 0, 0));
		annotation.put(PdfName.CONTENTS, text(target.says()));
		annotation.put(PdfName.STRUCTPARENT, new PdfNumber(this.tree.linked(tag, annotation.getIndirectReference())));
		this.writer.addAnnotation(annotation);
	}

	/// Says what a header cell heads.
	void scope(Tag header, Scope scope) {
		header.say("/A" + scope.attributes);
	}

	/// Says what a header cell heads that stands beside this many rows.
	void heading(Tag header, Scope scope, int rows) {
		header.say("/A" + (rows == 1 ? scope.attributes : scope.attributes.replace(">>", "/RowSpan " + rows + ">>")));
	}

	/// Says in words what a table holds that has no caption to be seen.
	void summary(Tag table, String words) {
		table.say("/A<</O/Table/Summary " + new Sheet().unicode(words) + ">>");
	}

	/// Says that a cell spans this many columns.
	void spanning(Tag cell, int columns) {
		cell.say("/A<</O/Table/ColSpan " + columns + ">>");
	}

	/// Says how the items of a list are counted.
	void counted(Tag list, String numbering) {
		list.say("/A<</O/List/ListNumbering/" + numbering + ">>");
	}

	/// Says in words what a figure shows.
	void alternative(Tag figure, String words) {
		figure.say("/Alt " + new Sheet().unicode(words));
	}

	/// Says where on its page a figure is.
	void area(Tag figure, Rectangle area) {
		figure.say("/A<</O/Layout/Placement/Block/BBox[" + box(area) + "]>>");
	}

	/// Says where on its page a figure is that stands among words.
	void areaAmongWords(Tag figure, Rectangle area) {
		figure.say("/A<</O/Layout/Placement/Inline/BBox[" + box(area) + "]>>");
	}

	private static Sheet box(Rectangle area) {
		return new Sheet().points(area.getLeft()).points(area.getBottom()).points(area.getRight()).points(area.getTop());
	}

	static PdfString text(String words) {
		return new PdfString(words, PdfObject.TEXT_UNICODE);
	}

}

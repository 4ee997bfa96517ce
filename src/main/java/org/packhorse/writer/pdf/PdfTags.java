package org.packhorse.writer.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfAnnotation;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfBorderArray;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfRectangle;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfStructureElement;
import org.openpdf.text.pdf.PdfWriter;

/// The only class that opens and closes tags. A tag is a block taking a body, so none can stay open; what stands on a page
/// stands either in [#content] or in [#artifact].
final class PdfTags {

	static final PdfName LINK = PdfName.LINK;

	static final PdfName SECT = new PdfName("Sect");

	static final PdfName DIV = new PdfName("Div");

	static final PdfName TR = PdfName.TABLEROW;

	private static final PdfName ARTIFACT = new PdfName("Artifact");

	private static final PdfName SCOPE = new PdfName("Scope");

	private static final PdfName TYPE = PdfName.TYPE;

	/// What stands on a page without being read aloud, and why.
	enum Aside {

		LAYOUT("Layout", ""), REPEATED("Pagination", ""), HEADER("Pagination", "Header"), FOOTER("Pagination", "Footer"),
		WATERMARK("Pagination", "Watermark");

		private final PdfDictionary properties = new PdfDictionary();

		Aside(String type, String subtype) {
			this.properties.put(TYPE, new PdfName(type));
			if (!subtype.isEmpty()) {
				this.properties.put(PdfName.SUBTYPE, new PdfName(subtype));
			}
		}

	}

	/// What a header cell is the header of.
	enum Scope {

		COLUMN("Column"), ROW("Row");

		private final PdfName name;

		Scope(String name) {
			this.name = new PdfName(name);
		}

	}

	private final PdfWriter writer;

	private final PdfContentByte content;

	private final PdfObject[] scopes = new PdfObject[Scope.values().length];

	private PdfStructureElement open;

	private boolean marking;

	/// Starts the tree of an open document.
	PdfTags(PdfWriter writer) {
		this.writer = writer;
		this.content = writer.getDirectContent();
		this.open = new PdfStructureElement(writer.getStructureTreeRoot(), new PdfName("Document"));
		for (Scope scope : Scope.values()) {
			var attributes = owned("Table");
			attributes.put(SCOPE, scope.name);
			this.scopes[scope.ordinal()] = shared(attributes);
		}
	}

	/// A new tag below the open one, with what its body makes below it.
	PdfStructureElement tag(PdfName role, Runnable body) {
		var tag = child(role);
		within(tag, body);
		return tag;
	}

	/// A new tag below the open one.
	PdfStructureElement child(PdfName role) {
		return child(this.open, role);
	}

	/// A new tag below this one.
	PdfStructureElement child(PdfStructureElement parent, PdfName role) {
		kids(parent);
		var tag = new PdfStructureElement(parent, role);
		// The type of a structure element may be left out; a pack has thousands of them.
		tag.remove(TYPE);
		return tag;
	}

	/// The body's tags stand below this one.
	void within(PdfStructureElement tag, Runnable body) {
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
	void content(PdfStructureElement tag, Runnable body) {
		var before = tag.contains(PdfName.K) ? kids(tag) : null;
		tag.remove(PdfName.K);
		marked(() -> this.content.beginMarkedContentSequence(tag), body);
		if (before != null) {
			var number = tag.get(PdfName.K);
			tag.put(PdfName.K, before);
			before.add(reference(number, this.writer.getCurrentPage()));
		}
	}

	/// What the body draws on the current page is not read aloud.
	void artifact(Aside aside, Runnable body) {
		marked(() -> this.content.beginMarkedContentSequence(ARTIFACT, aside.properties, true), body);
	}

	private void marked(Runnable begin, Runnable body) {
		if (this.marking) {
			throw new IllegalStateException("content of one tag stands inside another's; draw one after the other");
		}
		this.marking = true;
		begin.run();
		try {
			body.run();
		}
		finally {
			this.content.endMarkedContentSequence();
			this.marking = false;
		}
	}

	/// The words just drawn for this tag lead to the target when this area of the current page is clicked.
	void link(PdfStructureElement tag, Target target, Rectangle area) {
		var annotation = PdfAnnotation.createLink(this.writer, area, PdfAnnotation.HIGHLIGHT_INVERT, target.action());
		annotation.setFlags(PdfAnnotation.FLAGS_PRINT);
		annotation.setBorder(new PdfBorderArray(0, 0, 0));
		annotation.put(PdfName.CONTENTS, text(target.says()));
		annotation.put(PdfName.STRUCTPARENT, new PdfNumber(this.writer.getStructureTreeRoot().addExistingObject(tag.getReference())));
		var kid = new PdfDictionary(PdfName.OBJR);
		kid.put(PdfName.OBJ, annotation.getIndirectReference());
		kid.put(PdfName.PG, this.writer.getCurrentPage());
		kids(tag).add(kid);
		this.writer.addAnnotation(annotation);
	}

	/// Says what a header cell heads.
	void scope(PdfStructureElement header, Scope scope) {
		header.put(PdfName.A, this.scopes[scope.ordinal()]);
	}

	/// Says that a cell spans this many columns.
	void spanning(PdfStructureElement cell, int columns) {
		var attributes = owned("Table");
		attributes.put(new PdfName("ColSpan"), new PdfNumber(columns));
		cell.put(PdfName.A, attributes);
	}

	/// Says how the items of a list are counted.
	void counted(PdfStructureElement list, String numbering) {
		var attributes = owned("List");
		attributes.put(new PdfName("ListNumbering"), new PdfName(numbering));
		list.put(PdfName.A, attributes);
	}

	/// Says in words what a figure shows.
	void alternative(PdfStructureElement figure, String words) {
		figure.put(PdfName.ALT, text(words));
	}

	/// Says where on its page a figure is.
	void area(PdfStructureElement figure, Rectangle area) {
		var attributes = owned("Layout");
		attributes.put(new PdfName("Placement"), new PdfName("Block"));
		attributes.put(PdfName.BBOX, new PdfRectangle(area));
		figure.put(PdfName.A, attributes);
	}

	static PdfString text(String words) {
		return new PdfString(words, PdfObject.TEXT_UNICODE);
	}

	/// A tag's kids as a list. OpenPDF keeps a lone piece of content as a bare number, loses the tags that stand after one,
	/// and refuses content after tags: as references in a list they may come in any order.
	private static PdfArray kids(PdfStructureElement tag) {
		var kids = tag.get(PdfName.K);
		if (kids instanceof PdfArray array) {
			return array;
		}
		var array = new PdfArray();
		if (kids != null) {
			array.add(reference(kids, tag.get(PdfName.PG)));
		}
		tag.put(PdfName.K, array);
		return array;
	}

	private static PdfDictionary reference(PdfObject number, PdfObject page) {
		var reference = new PdfDictionary(PdfName.MCR);
		reference.put(PdfName.PG, page);
		reference.put(PdfName.MCID, number);
		return reference;
	}

	private static PdfDictionary owned(String owner) {
		var attributes = new PdfDictionary();
		attributes.put(PdfName.O, new PdfName(owner));
		return attributes;
	}

	private PdfObject shared(PdfDictionary attributes) {
		try {
			return this.writer.addToBody(attributes).getIndirectReference();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

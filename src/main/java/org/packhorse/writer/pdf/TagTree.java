package org.packhorse.writer.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.openpdf.text.pdf.PdfBoolean;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfIndirectReference;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfWriter;

/// Writes the tags of a document into its file. OpenPDF would keep a dictionary for each of the thousands of tags of a pack
/// and look through them all; here each is written once, as the bytes that it is.
final class TagTree {

	/// Ready bytes in place of a dictionary's entries.
	private static final class Ready extends PdfDictionary {

		private final Sheet sheet = new Sheet();

		@Override
		public void toPdf(PdfWriter writer, OutputStream out) throws IOException {
			out.write(this.sheet.array(), 0, this.sheet.size());
		}

	}

	/// The order of the tab key on a page. OpenPDF gives an untagged page no other entry of ours, so that the page's number in
	/// the tree follows this name.
	private static final class TabOrder extends PdfName {

		private final int page;

		private TabOrder(int page) {
			super("S");
			this.page = page;
		}

		@Override
		public void toPdf(PdfWriter writer, OutputStream out) throws IOException {
			super.toPdf(writer, out);
			out.write(("/StructParents " + (this.page - 1)).getBytes(StandardCharsets.US_ASCII));
		}

	}

	/// Pages have the numbers below, links those from here on.
	private static final int LINKS = 1 << 20;

	private final PdfWriter writer;

	private final PdfIndirectReference root;

	private final Tag document;

	private final Ready ready = new Ready();

	/// The tags of each page's marked content, by its number on the page.
	private final List<List<Tag>> pages = new ArrayList<>();

	/// The tags of links, in the order of their areas.
	private final List<Tag> links = new ArrayList<>();

	TagTree(PdfWriter writer) {
		this.writer = writer;
		this.root = writer.getPdfIndirectReference();
		this.document = new Tag(reserved(), null, new PdfName("Document"));
		var marked = new PdfDictionary();
		marked.put(PdfName.MARKED, PdfBoolean.PDFTRUE);
		writer.getExtraCatalog().put(PdfName.MARKINFO, marked);
		writer.getExtraCatalog().put(PdfName.STRUCTTREEROOT, this.root);
	}

	/// Starts the page of this number.
	void page(int number) {
		this.writer.setTabs(new TabOrder(number));
	}

	Tag document() {
		return this.document;
	}

	Tag child(Tag parent, PdfName role) {
		return new Tag(reserved(), parent, role);
	}

	/// The number of a piece of content that a tag gets on the current page.
	int marked(Tag tag) {
		int page = this.writer.getCurrentPageNumber();
		while (this.pages.size() < page) {
			this.pages.add(new ArrayList<>());
		}
		var onPage = this.pages.get(page - 1);
		onPage.add(tag);
		tag.add(new Kid.Marked(page, onPage.size() - 1));
		return onPage.size() - 1;
	}

	/// The number by which the annotation of a link names its tag.
	int linked(Tag tag, PdfIndirectReference annotation) {
		tag.add(new Kid.Linked(annotation.getNumber(), this.writer.getCurrentPageNumber()));
		this.links.add(tag);
		return LINKS + this.links.size() - 1;
	}

	/// Writes everything; the document has this many pages and is complete.
	void write(int pages) {
		write(this.document);
		int parents = parents(pages);
		put(started().text("<</Type/StructTreeRoot/K ").reference(this.document.object()).text("/ParentTree ").reference(parents).text(">>"),
				this.root.getNumber());
	}

	private void write(Tag tag) {
		for (Kid kid : tag.kids()) {
			if (kid instanceof Tag below) {
				write(below);
			}
		}
		var sheet = started();
		var parent = tag.parent();
		sheet.text("<</S").bytes(tag.role().getBytes()).text("/P ").reference(parent == null ? this.root.getNumber() : parent.object());
		int page = page(tag);
		if (page > 0) {
			sheet.text("/Pg ").reference(reference(page));
		}
		sheet.text(tag.attributes());
		kids(sheet, tag.kids(), page);
		put(sheet.text(">>"), tag.object());
	}

	/// The page of most of a tag's content: that of the first.
	private static int page(Tag tag) {
		for (Kid kid : tag.kids()) {
			if (kid instanceof Kid.Marked marked) {
				return marked.page();
			}
		}
		return 0;
	}

	private void kids(Sheet sheet, List<Kid> kids, int page) {
		if (kids.isEmpty()) {
			return;
		}
		sheet.text(kids.size() == 1 ? "/K " : "/K[");
		for (int i = 0; i < kids.size(); i++) {
			if (i > 0) {
				sheet.space();
			}
			kid(sheet, kids.get(i), page);
		}
		if (kids.size() > 1) {
			sheet.text("]");
		}
	}

	private void kid(Sheet sheet, Kid kid, int page) {
		switch (kid) {
			case Tag below -> sheet.reference(below.object());
			case Kid.Marked marked when marked.page() == page -> sheet.whole(marked.number());
			case Kid.Marked marked -> sheet.text("<</Type/MCR/Pg ").reference(reference(marked.page())).text("/MCID ").whole(marked.number()).text(">>");
			case Kid.Linked linked -> sheet.text("<</Type/OBJR/Obj ").reference(linked.annotation()).text("/Pg ").reference(reference(linked.page())).text(">>");
		}
	}

	/// From the numbers of pages and links back to tags.
	private int parents(int pages) {
		var arrays = new int[pages];
		for (int page = 0; page < Math.min(pages, this.pages.size()); page++) {
			var sheet = started().text("[");
			this.pages.get(page).forEach(tag -> sheet.reference(tag.object()).space());
			arrays[page] = put(sheet.text("]"), reserved());
		}
		var sheet = started().text("<</Nums[");
		for (int page = 0; page < pages; page++) {
			if (arrays[page] > 0) {
				sheet.whole(page).space().reference(arrays[page]).space();
			}
		}
		for (int link = 0; link < this.links.size(); link++) {
			sheet.whole(LINKS + link).space().reference(this.links.get(link).object()).space();
		}
		return put(sheet.text("]>>"), reserved());
	}

	private int reference(int page) {
		return this.writer.getPageReference(page).getNumber();
	}

	private int reserved() {
		return this.writer.getPdfIndirectReference().getNumber();
	}

	private Sheet started() {
		this.ready.sheet.clear();
		return this.ready.sheet;
	}

	private int put(Sheet sheet, int object) {
		try {
			this.writer.addToBody(this.ready, object);
			return object;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

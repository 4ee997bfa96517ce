package org.packhorse.pack;

import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/// Header, footer and "page x of y" of the PDF yardstick: a page event, and a template that gets the number of pages at the end.
final class PlainPdfMargins extends PdfPageEventHelper {

	private final String header;

	private final String footer;

	private final Font font;

	private PdfTemplate pages;

	PlainPdfMargins(String header, String footer, Font font) {
		this.header = header;
		this.footer = footer;
		this.font = font;
	}

	@Override
	public void onOpenDocument(PdfWriter writer, Document pdf) {
		this.pages = writer.getDirectContent().createTemplate(40, 12);
	}

	@Override
	public void onEndPage(PdfWriter writer, Document pdf) {
		var page = writer.getDirectContent();
		float foot = pdf.bottom() - 20;
		ColumnText.showTextAligned(page, Element.ALIGN_LEFT, new Phrase(this.header, this.font), pdf.left(), pdf.top() + 12, 0);
		ColumnText.showTextAligned(page, Element.ALIGN_LEFT, new Phrase(this.footer, this.font), pdf.left(), foot, 0);
		var number = new Phrase("Page " + writer.getPageNumber() + " of ", this.font);
		ColumnText.showTextAligned(page, Element.ALIGN_RIGHT, number, pdf.right() - 15, foot, 0);
		page.addTemplate(this.pages, pdf.right() - 15, foot);
	}

	@Override
	public void onCloseDocument(PdfWriter writer, Document pdf) {
		ColumnText.showTextAligned(this.pages, Element.ALIGN_LEFT, new Phrase(String.valueOf(writer.getPageNumber() - 1), this.font), 0, 0, 0);
	}

}

package org.packhorse.writer.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;

import org.openpdf.text.Document;
import org.openpdf.text.pdf.PdfDocument;
import org.openpdf.text.pdf.PdfIndirectObject;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfStream;
import org.openpdf.text.pdf.PdfWriter;
import org.packhorse.document.Bytes;
import org.packhorse.writer.packing.Zlib;

/// OpenPDF's writer with pages and fonts packed by the program's own deflating, which takes less time and makes them smaller. OpenPDF
/// is told not to pack these itself: they come here as they are, in the wrapping of zlib.
final class PackingWriter extends PdfWriter {

	/// Two thirds of the time that the default takes, for a few bytes in a hundred more.
	private static final int COMPRESSION = 1;

	/// What a font's program has and no other stream.
	private static final PdfName PROGRAM = new PdfName("Length1");

	/// Room for what a full page holds.
	private static final int PAGE = 64 * 1024;

	private final Zlib zlib = new Zlib();

	private boolean page;

	private PackingWriter(PdfDocument pages, OutputStream out) {
		super(pages, out);
		super.setCompressionLevel(COMPRESSION);
	}

	/// A writer of this document, put together as OpenPDF's own are.
	static PackingWriter of(Document document, OutputStream out) {
		var pages = new PdfDocument();
		pages.setTextRenderingOptions(document.getTextRenderingOptions());
		pages.setGlyphLayoutManager(document.getGlyphLayoutManager());
		document.addDocListener(pages);
		var writer = new PackingWriter(pages, out);
		pages.addWriter(writer);
		return writer;
	}

	/// Ends the page that is drawn and starts another.
	void turn(Document document) {
		this.page = true;
		document.newPage();
		this.page = false;
	}

	/// The page that is drawn is the last one; it ends when the document is closed.
	void end() {
		this.page = true;
	}

	@Override
	public void close() {
		this.page = false;
		super.close();
	}

	@Override
	public int getCompressionLevel() {
		return this.page ? Deflater.NO_COMPRESSION : super.getCompressionLevel();
	}

	@Override
	public PdfIndirectObject addToBody(PdfObject object) throws IOException {
		return super.addToBody(object instanceof PdfStream stream ? packed(stream) : object);
	}

	private PdfStream packed(PdfStream stream) throws IOException {
		var content = Zlib.stored(content(stream));
		if (content == null) {
			return stream;
		}
		var bytes = stream.contains(PROGRAM) ? FontPrograms.packed(Bytes.of(content)) : this.zlib.packed(content);
		var packed = new PdfStream(bytes);
		for (PdfName key : stream.getKeys()) {
			if (!key.equals(PdfName.LENGTH)) {
				packed.put(key, stream.get(key));
			}
		}
		return packed;
	}

	private static byte[] content(PdfStream stream) throws IOException {
		var content = new ByteArrayOutputStream(PAGE);
		stream.writeContent(content);
		return content.toByteArray();
	}

}

package org.packhorse.writer.pdf;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.packhorse.document.Cover;
import org.packhorse.document.PackDocument;
import org.packhorse.writer.Look;
import org.packhorse.writer.NotRendered;
import org.packhorse.writer.PackFormat;
import org.packhorse.writer.PackWriter;
import org.springframework.stereotype.Component;

/// Writes packs as tagged PDF (PDF/UA-1) on A4: lays everything out, places it on pages, then draws page by page.
@Component
class PdfPackWriter implements PackWriter {

	@Override
	public PackFormat format() {
		return PackFormat.PDF;
	}

	@Override
	public List<NotRendered> write(PackDocument document, Look look, OutputStream out) throws IOException {
		try (var file = new Document(PageSize.A4)) {
			var writer = PackingWriter.of(file, new LeftOpen(out));
			PdfMetadata.describe(writer, document.cover());
			file.open();
			PdfMetadata.identify(writer, document.cover());
			return write(document, look, file, writer);
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

	private static List<NotRendered> write(PackDocument document, Look look, Document file, PackingWriter writer) {
		var house = House.of(look);
		var glyphs = new Glyphs();
		var landmarks = new Landmarks(writer, glyphs, document.blocks());
		var pen = new Pen(writer);
		var tags = new PdfTags(writer, pen);
		var desk = new Desk(house, tags, pen, new Ink(tags, pen), new Typesetter(house, glyphs, landmarks),
				new Flow(house.roof(), house.floor()));

		new PdfCover(desk, document.cover()).layOut();
		if (document.cover().front() == Cover.Front.PAGE) {
			new PdfContents(desk, landmarks).layOut();
		}
		new PdfBlocks(desk, document).layOut();
		draw(desk, new PdfMargins(desk, document.cover()), () -> writer.turn(file));
		writer.end();
		landmarks.bookmark();
		return glyphs.lost();
	}

	private static void draw(Desk desk, PdfMargins margins, Runnable turn) {
		var pages = desk.flow().pages();
		for (int i = 0; i < pages.size(); i++) {
			if (i > 0) {
				desk.pen().finish();
				turn.run();
			}
			desk.tags().page(i + 1);
			pages.get(i).forEach(placed -> placed.piece().draw(placed.top()));
			margins.draw(i + 1, pages.size());
		}
		desk.pen().finish();
		desk.tags().write(pages.size());
	}

	/// OpenPDF closes what it writes to; the caller's stream is the caller's.
	private static final class LeftOpen extends FilterOutputStream {

		private LeftOpen(OutputStream out) {
			super(out);
		}

		@Override
		public void write(byte[] bytes, int from, int length) throws IOException {
			this.out.write(bytes, from, length);
		}

		@Override
		public void close() throws IOException {
			flush();
		}

	}

}

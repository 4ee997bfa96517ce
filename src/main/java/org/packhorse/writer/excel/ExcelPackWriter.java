package org.packhorse.writer.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.packhorse.document.PackDocument;
import org.packhorse.document.Position;
import org.packhorse.writer.Look;
import org.packhorse.writer.NotRendered;
import org.packhorse.writer.PackFormat;
import org.packhorse.writer.PackWriter;
import org.springframework.stereotype.Component;

/// Writes a pack as an Excel workbook: cover, contents, a sheet for the words of each section and one for every table.
/// Sheets are streamed as XML straight into the zip; a model of the workbook in memory would cost many times as much.
@Component
final class ExcelPackWriter implements PackWriter {

	@Override
	public PackFormat format() {
		return PackFormat.XLSX;
	}

	@Override
	public List<NotRendered> write(PackDocument document, Look look, OutputStream out) throws IOException {
		var unshown = new Unshown();
		if (document.cover().draft()) {
			unshown.add(Position.NONE, "watermark", "a sheet has none; its cover and the head of every printed page say " + look.draftWords());
		}
		var house = new HouseStyles(look);
		var book = new BookLayout(house, unshown).lay(document);
		var parts = new Parts(out);
		new Binding(parts, book, document.cover(), house, unshown).bind();
		parts.finish();
		return unshown.all();
	}

}

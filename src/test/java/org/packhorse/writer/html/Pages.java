package org.packhorse.writer.html;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.packhorse.document.Block;
import org.packhorse.document.Cover;
import org.packhorse.document.PackDocument;
import org.packhorse.document.Position;
import org.packhorse.writer.Look;
import org.packhorse.writer.NotRendered;

/// Pages written for tests.
record Pages(String text, List<NotRendered> notRendered) {

	static final Position AT = new Position("test/document.ftlx", 7);

	static Pages of(PackDocument document) {
		return of(document, Look.plain());
	}

	static Pages of(PackDocument document, Look look) {
		var out = new ByteArrayOutputStream();
		try {
			var missed = new HtmlPackWriter().write(document, look, out);
			return new Pages(out.toString(StandardCharsets.UTF_8), missed);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// A page of these blocks under a plain cover.
	static Pages of(Block... blocks) {
		return of(new PackDocument(new Cover("Title", "", "", "en-GB", "", LocalDate.of(2026, 3, 31), false, false, List.of()), List.of(blocks)));
	}

	Document parsed() {
		return Jsoup.parse(this.text);
	}

}

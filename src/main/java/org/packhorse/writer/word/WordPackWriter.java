package org.packhorse.writer.word;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

import org.packhorse.document.PackDocument;
import org.packhorse.writer.Look;
import org.packhorse.writer.NotRendered;
import org.packhorse.writer.PackFormat;
import org.packhorse.writer.PackWriter;
import org.springframework.stereotype.Component;

/// Writes packs as Word files that an editor can work on: real styles, real numbering, real tables and charts.
@Component
final class WordPackWriter implements PackWriter {

	@Override
	public PackFormat format() {
		return PackFormat.DOCX;
	}

	@Override
	public List<NotRendered> write(PackDocument document, Look look, OutputStream out) throws IOException {
		var notices = new Notices();
		var styles = WordStyles.of(look, document.cover());
		var file = new WordFile(out, notices);
		try {
			new WordPack(document, look, styles, notices).write(file);
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
		file.finish();
		return notices.list();
	}

}

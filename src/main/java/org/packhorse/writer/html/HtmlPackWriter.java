package org.packhorse.writer.html;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.packhorse.document.PackDocument;
import org.packhorse.writer.Look;
import org.packhorse.writer.NotRendered;
import org.packhorse.writer.PackFormat;
import org.packhorse.writer.PackWriter;
import org.springframework.stereotype.Component;

/// Writes a pack as one self-contained accessible page: no script, nothing loaded from elsewhere, nothing held in memory.
@Component
class HtmlPackWriter implements PackWriter {

	@Override
	public PackFormat format() {
		return PackFormat.HTML;
	}

	@Override
	public List<NotRendered> write(PackDocument document, Look look, OutputStream out) throws IOException {
		var html = new HtmlText(out);
		new HtmlPage(document, look, html).write();
		html.flush();
		return html.notRendered();
	}

}

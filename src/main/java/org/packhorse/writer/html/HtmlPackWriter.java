package org.packhorse.writer.html;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
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
		var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
		var html = new HtmlText(writer);
		new HtmlPage(document, look, html).write();
		writer.flush();
		return html.notRendered();
	}

}

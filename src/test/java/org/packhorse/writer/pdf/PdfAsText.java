package org.packhorse.writer.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import org.packhorse.document.PackDocument;
import org.packhorse.writer.Look;

final class PdfAsText {
	static byte[] bytes(PackDocument document, Look look) throws IOException {
		var out = new ByteArrayOutputStream();
		System.err.println(new PdfPackWriter().write(document, look, out));
		java.nio.file.Files.write(java.nio.file.Path.of("target/" + document.cover().draft() + document.blocks().toString().length() + ".pdf"), out.toByteArray());
		return out.toByteArray();
	}
}

package org.packhorse.pack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.ZipInputStream;

import org.openpdf.text.pdf.PRStream;
import org.openpdf.text.pdf.PdfReader;
import org.packhorse.writer.PackFormat;

/// What a file holds before it is packed, and the packing alone: no writer can be quicker than that.
final class Deflated {

	private Deflated() {
	}

	/// The parts of a Word or Excel file, the streams of a PDF, the text of a page.
	static byte[] contents(PackFormat format, byte[] file) throws IOException {
		return switch (format) {
			case DOCX, XLSX -> parts(file);
			case PDF -> streams(file);
			case HTML -> file;
		};
	}

	/// Packs the contents as a ZIP entry is packed.
	static byte[] deflate(byte[] contents) {
		try (var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
			var out = new byte[contents.length + 64];
			deflater.setInput(contents);
			deflater.finish();
			return java.util.Arrays.copyOf(out, deflater.deflate(out));
		}
	}

	private static byte[] parts(byte[] file) throws IOException {
		var all = new ByteArrayOutputStream();
		try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
			while (zip.getNextEntry() != null) {
				zip.transferTo(all);
			}
		}
		return all.toByteArray();
	}

	private static byte[] streams(byte[] file) throws IOException {
		var all = new ByteArrayOutputStream();
		try (var pdf = new PdfReader(file)) {
			for (int i = 0; i < pdf.getXrefSize(); i++) {
				if (pdf.getPdfObject(i) instanceof PRStream stream) {
					all.write(PdfReader.getStreamBytes(stream));
				}
			}
		}
		return all.toByteArray();
	}

}

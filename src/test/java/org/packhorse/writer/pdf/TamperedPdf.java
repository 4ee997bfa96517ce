package org.packhorse.writer.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

import org.openpdf.text.pdf.PRStream;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.PdfStamper;
import org.packhorse.writer.Look;

/// Changes what a PDF's pages show and leaves all else, its tags too, as they are.
public final class TamperedPdf {

	private TamperedPdf() {
	}

	/// Other words in place of these, letter for letter.
	public static byte[] words(byte[] pdf, String before, String after) throws IOException {
		var fonts = PdfFonts.of(Look.plain());
		return changed(pdf, page -> {
			for (Face face : new Face[] { fonts.regular(), fonts.bold() }) {
				page = page.replace(codes(face, before), codes(face, after));
			}
			return page;
		});
	}

	private static String codes(Face face, String words) {
		var codes = new StringBuilder();
		for (char c : words.toCharArray()) {
			codes.append(face.code(c) == null ? "\u0000absent" : new String(face.code(c), StandardCharsets.ISO_8859_1));
		}
		return codes.toString();
	}

	/// Another fill in place of this one, on every page.
	public static byte[] colour(byte[] pdf, String before, String after) throws IOException {
		return changed(pdf, page -> page.replace(parts(before), parts(after)));
	}

	private static String parts(String rgb) {
		return new String(Sheet.parts(House.colour(rgb)), StandardCharsets.ISO_8859_1);
	}

	private static byte[] changed(byte[] pdf, UnaryOperator<String> change) throws IOException {
		var reader = new PdfReader(pdf);
		boolean found = false;
		for (int page = 1; page <= reader.getNumberOfPages(); page++) {
			var before = new String(reader.getPageContent(page), StandardCharsets.ISO_8859_1);
			var after = change.apply(before);
			found |= !after.equals(before);
			((PRStream) PdfReader.getPdfObject(reader.getPageN(page).get(PdfName.CONTENTS))).setData(after.getBytes(StandardCharsets.ISO_8859_1));
		}
		if (!found) {
			throw new AssertionError("no page shows what is to be changed");
		}
		var out = new ByteArrayOutputStream();
		new PdfStamper(reader, out).close();
		return out.toByteArray();
	}

}

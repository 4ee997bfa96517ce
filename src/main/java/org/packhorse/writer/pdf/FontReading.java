package org.packhorse.writer.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PRStream;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.PdfString;

/// Which characters the codes of a font stand for, by the table that screen readers and copying go by.
record FontReading(Map<Integer, String> characters) {

	/// The lines "<0024><0024><0041>" of the table.
	private static final Pattern RANGE = Pattern.compile("<([0-9a-fA-F]{4})><([0-9a-fA-F]{4})><([0-9a-fA-F]{4})>");

	/// The fonts of a page by their names on it.
	static Map<String, FontReading> of(@Nullable PdfDictionary fonts) throws IOException {
		var read = new HashMap<String, FontReading>();
		if (fonts != null) {
			for (PdfName name : fonts.getKeys()) {
				if (fonts.getAsDict(name).getAsStream(PdfName.TOUNICODE) instanceof PRStream table) {
					read.put(name.toString(), of(PdfReader.getStreamBytes(table)));
				}
			}
		}
		return read;
	}

	private static FontReading of(byte[] table) {
		var characters = new HashMap<Integer, String>();
		RANGE.matcher(new String(table, StandardCharsets.ISO_8859_1))
			.results()
			.forEach(match -> characters.put(Integer.parseInt(match.group(1), 16), Character.toString(Integer.parseInt(match.group(3), 16))));
		return new FontReading(characters);
	}

	String decoded(PdfString shown) {
		byte[] codes = shown.getBytes();
		var text = new StringBuilder();
		for (int i = 0; i + 1 < codes.length; i += 2) {
			text.append(this.characters.getOrDefault((codes[i] & 0xff) << 8 | codes[i + 1] & 0xff, "\u25A1"));
		}
		return text.toString();
	}

}

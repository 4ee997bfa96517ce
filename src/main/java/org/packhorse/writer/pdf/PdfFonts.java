package org.packhorse.writer.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.packhorse.document.Bytes;
import org.packhorse.writer.Look;

/// The three cuts that a pack is set in.
record PdfFonts(Face regular, Face bold, Face italic) {

	private static final Map<Look.Fonts, PdfFonts> HOUSES = new ConcurrentHashMap<>();

	/// The house's own fonts, or Liberation Sans.
	static PdfFonts of(Look look) {
		return look.fonts() == null ? Liberation.SANS : HOUSES.computeIfAbsent(look.fonts(), PdfFonts::read);
	}

	private static PdfFonts read(Look.Fonts fonts) {
		return new PdfFonts(Face.of("regular", fonts.regular()), Face.of("bold", fonts.bold()), Face.of("italic", fonts.italic()));
	}

	/// Read only when a pack asks for it, then kept.
	private static final class Liberation {

		private static final PdfFonts SANS = read(new Look.Fonts(file("Regular"), file("Bold"), file("Italic")));

		private static Bytes file(String cut) {
			var path = "/liberation/LiberationSans-" + cut + ".ttf";
			try (var in = PdfFonts.class.getResourceAsStream(path)) {
				if (in == null) {
					throw new IllegalStateException("the font " + path + " is missing from openpdf-fonts-extra");
				}
				return Bytes.of(in.readAllBytes());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}

package org.packhorse.writer.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

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

	/// The face of DejaVu Sans that stands in where one of these lacks a character. Its oblique cut has no Arabic, a script that knows
	/// no italics, and so the upright one stands in for that too.
	Face standIn(Face face) {
		return face == this.bold ? DejaVu.BOLD : DejaVu.REGULAR;
	}

	/// Whether the character shows in every cut, by the face itself or by the one that stands in.
	boolean showInEveryCut(char c) {
		return Stream.of(this.regular, this.bold, this.italic).allMatch(face -> face.has(c) || standIn(face).has(c));
	}

	private static Bytes resource(String path) {
		try (var in = PdfFonts.class.getResourceAsStream(path)) {
			if (in == null) {
				throw new IllegalStateException("the font " + path + " is missing from the program");
			}
			return Bytes.of(in.readAllBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// Read only when a pack asks for a character that its own font lacks, then kept.
	private static final class DejaVu {

		private static final Face REGULAR = face("");

		private static final Face BOLD = face("-Bold");

		private static Face face(String cut) {
			return Face.of("DejaVuSans" + cut, resource("/net/sf/jasperreports/fonts/dejavu/DejaVuSans" + cut + ".ttf"));
		}

	}

	/// Read only when a pack asks for it, then kept.
	private static final class Liberation {

		private static final PdfFonts SANS = read(new Look.Fonts(file("Regular"), file("Bold"), file("Italic")));

		private static Bytes file(String cut) {
			return resource("/liberation/LiberationSans-" + cut + ".ttf");
		}

	}

}

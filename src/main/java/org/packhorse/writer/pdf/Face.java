package org.packhorse.writer.pdf;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.zip.Deflater;

import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfWriter;
import org.packhorse.document.Bytes;

/// One cut of a font (regular, bold, italic) with the widths of its characters at hand; shared by all documents.
final class Face {

	private static final short UNASKED = -1;

	private static final short ABSENT = -2;

	private final BaseFont font;

	/// Asking the font costs a look into its maps; packs ask for the same few characters a hundred thousand times.
	/// Documents on several threads may fill the same place, always with the same number.
	private final short[] widths = new short[Character.MAX_VALUE + 1];

	/// What OpenPDF writes for each character. Documents on several threads may fill the same place, always with the same bytes.
	private final byte[][] codes = new byte[Character.MAX_VALUE + 1][];

	private Face(BaseFont font) {
		this.font = font;
		Arrays.fill(this.widths, UNASKED);
	}

	/// Reads a TrueType file; `name` is only for messages.
	static Face of(String name, Bytes file) {
		try {
			var font = BaseFont.createFont(name + ".ttf", BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, file.array(), null);
			// OpenPDF's set is wrong for composite glyphs such as é; the standard lets it be left out.
			font.setIncludeCidSet(false);
			// PackingWriter packs it.
			font.setCompressionLevel(Deflater.NO_COMPRESSION);
			font.setSecureRandom(new SameEveryTime());
			return new Face(font);
		}
		catch (Exception ex) {
			throw new IllegalArgumentException("the house's " + name + " font cannot be read: " + ex.getMessage()
					+ ". Give a TrueType (.ttf) file that may be embedded.", ex);
		}
	}

	/// The bytes that show a character, as they stand between the brackets of a string.
	byte[] code(char c) {
		return this.codes[c];
	}

	/// Tells a document that it shows the character, so that the font it carries has it.
	void learn(char c, PdfWriter writer) {
		var aside = new PdfContentByte(writer);
		aside.setFontAndSize(this.font, 1);
		int before = aside.getInternalBuffer().size();
		aside.showText(String.valueOf(c));
		if (this.codes[c] == null) {
			var shown = aside.getInternalBuffer().toByteArray();
			this.codes[c] = Arrays.copyOfRange(shown, before + 1, shown.length - ")Tj\n".length());
		}
	}

	/// Puts the face among the fonts of the current page; this is its name there.
	byte[] name(PdfWriter writer) {
		var aside = new PdfContentByte(writer);
		aside.setFontAndSize(this.font, 1);
		var set = aside.getInternalBuffer().toString();
		return set.substring(0, set.indexOf(' ')).getBytes(StandardCharsets.US_ASCII);
	}

	BaseFont font() {
		return this.font;
	}

	boolean has(char c) {
		return width(c) != ABSENT;
	}

	float width(char c, float size) {
		return Math.max(width(c), 0) * size / 1000;
	}

	float width(String text, float size) {
		int width = 0;
		for (int i = 0; i < text.length(); i++) {
			width += Math.max(width(text.charAt(i)), 0);
		}
		return width * size / 1000;
	}

	private short width(char c) {
		short width = this.widths[c];
		if (width == UNASKED) {
			width = Character.isSurrogate(c) || !this.font.charExists(c) ? ABSENT : (short) this.font.getWidth(c);
			this.widths[c] = width;
		}
		return width;
	}

	/// The prefix of an embedded subset's name is random; the same tree has to give the same bytes.
	private static final class SameEveryTime extends SecureRandom {

		@Override
		public double nextDouble() {
			return 0;
		}

	}

}

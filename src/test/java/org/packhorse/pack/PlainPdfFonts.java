package org.packhorse.pack;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;
import org.packhorse.writer.Look;

/// The fonts of the PDF yardstick in one size: Liberation Sans, embedded, with all its letters (Identity-H); files are read
/// once.
final class PlainPdfFonts {

	private static final Map<String, BaseFont> READ = new ConcurrentHashMap<>();

	private final BaseFont regular = read("Regular");

	private final BaseFont bold = read("Bold");

	private final BaseFont italic = read("Italic");

	private final Font plain;

	private final Font strong;

	private final Font stressed;

	private final Font head;

	private final float size;

	PlainPdfFonts(float size) throws IOException {
		this.size = size;
		this.plain = new Font(this.regular, size);
		this.strong = new Font(this.bold, size);
		this.stressed = new Font(this.italic, size);
		this.head = new Font(this.bold, size, Font.NORMAL, PlainPack.colour("FFFFFF"));
	}

	private static BaseFont read(String cut) throws IOException {
		var kept = READ.get(cut);
		if (kept != null) {
			return kept;
		}
		var name = "LiberationSans-" + cut + ".ttf";
		try (var file = Objects.requireNonNull(BaseFont.class.getResourceAsStream("/liberation/" + name))) {
			var font = BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, file.readAllBytes(), null);
			READ.put(cut, font);
			return font;
		}
	}

	BaseFont baseFont() {
		return this.regular;
	}

	Font regular() {
		return this.plain;
	}

	Font bold() {
		return this.strong;
	}

	Font head() {
		return this.head;
	}

	Font bold(String colour) {
		return new Font(this.bold, this.size, Font.NORMAL, PlainPack.colour(colour));
	}

	/// On a shade, or black on white.
	Font regular(Look.@Nullable Shade on) {
		return on == null ? this.plain : new Font(this.regular, this.size, Font.NORMAL, PlainPack.colour(on.text()));
	}

	Font bold(Look.@Nullable Shade on) {
		return on == null ? this.strong : new Font(this.bold, this.size, Font.NORMAL, PlainPack.colour(on.text()));
	}

	Font italic(Look.@Nullable Shade on) {
		return on == null ? this.stressed : new Font(this.italic, this.size, Font.NORMAL, PlainPack.colour(on.text()));
	}

}

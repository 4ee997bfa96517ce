package org.packhorse.writer;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Bytes;
import org.packhorse.document.Cover;
import org.packhorse.document.Tone;
import org.packhorse.document.Value;

/// How a house's packs look: the part of a house style that writers need.
///
/// @param accent the colour of headings, rules and the first chart line, as `RRGGBB`
/// @param tones fill and text colour for each tone; every tone is there
/// @param font the font family that Word, Excel and HTML name; the PDF embeds `fonts`, or Liberation Sans when that is null
/// @param fonts the house's own font files, or null
/// @param marginMillimetres page margin on all four sides
/// @param header words at the head of every page; `{organisation}`, `{title}`, `{marking}` and `{asAt}` stand for the cover's
/// @param footer words at the foot of every page, with the same names; "Page x of y" follows by itself
/// @param logo a PNG or JPEG for the cover, or null
/// @param logoAlternative the logo's text alternative, or blank
/// @param draftWords the watermark's words on a draft
/// @param wordStyles the house's own `house.docx`, whose styles Word files take, or null
public record Look(String accent, Map<Tone, Shade> tones, String font, @Nullable Fonts fonts, int marginMillimetres, String header,
		String footer, @Nullable Bytes logo, String logoAlternative, String draftWords, @Nullable Bytes wordStyles) {

	/// A fill colour and the colour of text on it, both as `RRGGBB`.
	public record Shade(String fill, String text) {
	}

	/// TrueType files of one family.
	public record Fonts(Bytes regular, Bytes bold, Bytes italic) {
	}

	public Look {
		tones = Map.copyOf(tones);
	}

	/// The colours of a tone.
	public Shade shade(Tone tone) {
		return this.tones.get(tone);
	}

	/// The look of `houses/default`: GOV.UK-like colours of at least 4.5:1 contrast, amber with dark text.
	public static Look plain() {
		var tones = Map.of(Tone.DONE, new Shade("1D5C9E", "FFFFFF"), Tone.GOOD, new Shade("00703C", "FFFFFF"), Tone.WATCH,
				new Shade("FFBF47", "0B0C0C"), Tone.CONCERN, new Shade("B10E1E", "FFFFFF"), Tone.UNKNOWN, new Shade("E3E5E6", "0B0C0C"));
		return new Look("1D3D5C", tones, "Arial", null, 18, "{marking}", "{organisation}: {title}", null, "", "DRAFT", null);
	}

	/// The header's words with the cover's in place of the names.
	public String header(Cover cover) {
		return words(this.header, cover);
	}

	/// The footer's words with the cover's in place of the names.
	public String footer(Cover cover) {
		return words(this.footer, cover);
	}

	private static String words(String pattern, Cover cover) {
		return pattern.replace("{organisation}", cover.organisation())
			.replace("{title}", cover.title())
			.replace("{marking}", cover.marking())
			.replace("{asAt}", new Value.Day(cover.asAt()).print());
	}

}

package org.packhorse.writer.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

import org.packhorse.document.Cover;
import org.packhorse.document.Tone;
import org.packhorse.writer.Look;

/// The page's style sheet: the house's colours, font and words on every printed page, then `page.css`, which is the same for all.
final class HtmlStyle {

	private static final String PAGE = read();

	private final Cover cover;

	private final Look look;

	HtmlStyle(Cover cover, Look look) {
		this.cover = cover;
		this.look = look;
	}

	String css() {
		var css = new StringBuilder();
		css.append(":root { --accent: ").append(colour(this.look.accent())).append("; --font: ").append(quoted(this.look.font()))
			.append(", Arial, Helvetica, \"Liberation Sans\", sans-serif }\n");
		for (Tone tone : Tone.values()) {
			tone(css, tone.name().toLowerCase(Locale.ROOT), this.look.shade(tone));
		}
		printedPage(css);
		if (this.cover.draft()) {
			css.append("body::after { content: ").append(quoted(this.look.draftWords())).append(" }\n");
		}
		return css.append(PAGE).toString();
	}

	private static void tone(StringBuilder css, String tone, Look.Shade shade) {
		css.append(".tone-%s { background: %s; color: %s }\n".formatted(tone, colour(shade.fill()), colour(shade.text())));
		css.append(".edge-").append(tone).append(" { border-color: ").append(colour(shade.fill())).append(" }\n");
	}

	/// Browsers that know page margin boxes print the marking and the page number on every page.
	private void printedPage(StringBuilder css) {
		css.append("@page {\n  size: A4; margin: ").append(this.look.marginMillimetres()).append("mm;\n");
		box(css, "top-center", "auto", quoted(markedHeader(this.cover, this.look)));
		box(css, "bottom-left", "42%", quoted(this.look.footer(this.cover)));
		box(css, "bottom-center", "34%", quoted(this.cover.marking()));
		box(css, "bottom-right", "24%", "\"Page \" counter(page) \" of \" counter(pages)");
		css.append("}\n");
	}

	private void box(StringBuilder css, String place, String width, String content) {
		css.append("  @").append(place).append(" { width: ").append(width).append("; font: 10pt ").append(quoted(this.look.font()))
			.append(", Arial, sans-serif; content: ").append(content).append(" }\n");
	}

	/// The house's header words; a marking that they leave out comes first, for it must be on every page.
	static String markedHeader(Cover cover, Look look) {
		var header = look.header(cover);
		if (cover.marking().isBlank() || header.contains(cover.marking())) {
			return header;
		}
		return header.isBlank() ? cover.marking() : cover.marking() + " · " + header;
	}

	private static String colour(String rgb) {
		return "#" + escaped(rgb);
	}

	private static String quoted(String words) {
		return "\"" + escaped(words) + "\"";
	}

	/// All but letters, digits and spaces goes out as a number, so that no words can end a string, a rule or the style element.
	private static String escaped(String words) {
		var css = new StringBuilder();
		words.codePoints().forEach(sign -> {
			if (Character.isLetterOrDigit(sign) || sign == ' ') {
				css.appendCodePoint(sign);
			}
			else {
				css.append('\\').append(Integer.toHexString(sign)).append(' ');
			}
		});
		return css.toString();
	}

	private static String read() {
		try (var css = Objects.requireNonNull(HtmlStyle.class.getResourceAsStream("page.css"), "page.css is missing from the program")) {
			return new String(css.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

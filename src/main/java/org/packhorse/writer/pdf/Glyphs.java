package org.packhorse.writer.pdf;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.packhorse.document.Position;
import org.packhorse.writer.NotRendered;
import org.packhorse.writer.PackFormat;

/// Sees to it that every character shows: what a font lacks is replaced by a look-alike or a word, and what has neither by
/// a box that the run log names. A PDF would otherwise drop it without a word.
final class Glyphs {

	/// Look-alikes and words of the same meaning; a reader loses nothing, so the log is silent about them.
	private static final Map<Integer, String> SAME = Map.ofEntries(Map.entry(0x2713, "Yes"), Map.entry(0x2714, "Yes"),
			Map.entry(0x2611, "Yes"), Map.entry(0x2705, "Yes"), Map.entry(0x2717, "No"), Map.entry(0x2718, "No"), Map.entry(0x2612, "No"),
			Map.entry(0x274C, "No"), Map.entry(0x2610, "□"), Map.entry(0x2605, "*"), Map.entry(0x2606, "*"), Map.entry(0x26A0, "!"),
			Map.entry(0x2B06, "↑"), Map.entry(0x2B07, "↓"), Map.entry(0x2B05, "←"), Map.entry(0x27A1, "→"), Map.entry(0x2794, "→"),
			Map.entry(0x279C, "→"), Map.entry(0x2B24, "●"), Map.entry(0x2010, "-"), Map.entry(0x2011, "-"), Map.entry(0x2012, "–"),
			Map.entry(0x2015, "—"), Map.entry(0x2212, "–"), Map.entry(0x25AA, "•"), Map.entry(0x25FE, "■"), Map.entry(0x02BC, "’"));

	private static final int SOFT_HYPHEN = 0xAD;

	private static final int FIRST_COMBINING = 0x300;

	private final Set<NotRendered> lost = new LinkedHashSet<>();

	private Position at = Position.NONE;

	/// From here on characters are those of the block at this position.
	void at(Position at) {
		this.at = at;
	}

	/// Says that something of the current block does not show.
	void lost(String what, String why) {
		this.lost.add(new NotRendered(this.at, PackFormat.PDF, what, why));
	}

	List<NotRendered> lost() {
		return new ArrayList<>(this.lost);
	}

	/// The text with nothing in it that the face cannot show.
	String printable(String text, Face face) {
		for (int i = 0; i < text.length(); i++) {
			if (!shows(text.charAt(i), face)) {
				return replaced(Normalizer.normalize(text, Normalizer.Form.NFC), face);
			}
		}
		return text;
	}

	private static boolean shows(int c, Face face) {
		if (c < ' ' || c == SOFT_HYPHEN || Character.isSupplementaryCodePoint(c)) {
			return false;
		}
		return (c < FIRST_COMBINING || !combinesOrRunsLeft(c)) && face.has((char) c);
	}

	private static boolean combinesOrRunsLeft(int c) {
		return switch (Character.getDirectionality(c)) {
			case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
					Character.DIRECTIONALITY_NONSPACING_MARK -> true;
			default -> false;
		};
	}

	private String replaced(String text, Face face) {
		var printable = new StringBuilder(text.length() + 8);
		text.codePoints().forEach(c -> {
			if (shows(c, face)) {
				printable.appendCodePoint(c);
			}
			else {
				printable.append(standIn(c, face));
			}
		});
		return printable.toString();
	}

	private String standIn(int c, Face face) {
		if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
			return " ";
		}
		if (invisible(c)) {
			return "";
		}
		var same = SAME.get(c);
		if (same != null && same.chars().allMatch(s -> face.has((char) s))) {
			return same;
		}
		lost(String.format(Locale.ROOT, "the character %s (U+%04X, %s)", Character.toString(c), c, Character.getName(c)),
				combinesOrRunsLeft(c) ? "the PDF writer does not join or turn this script's letters; a box stands in its place"
						: "the font has no such character; a box stands in its place");
		return face.has('□') ? "□" : "?";
	}

	/// Joiners, direction marks, variation selectors, soft hyphens: nothing of them was ever to be seen.
	private static boolean invisible(int c) {
		return switch (Character.getType(c)) {
			case Character.FORMAT, Character.CONTROL -> true;
			default -> c >= 0xFE00 && c <= 0xFE0F;
		};
	}

}

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
import org.packhorse.writer.pdf.LineBreaker.Run;

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
		return shows(text, face) ? text : replaced(Normalizer.normalize(text, Normalizer.Form.NFC), face);
	}

	/// Whether the face shows all of the text, a line break being nothing to show.
	boolean shows(String text, Face face) {
		for (int i = 0; i < text.length(); i++) {
			if (!shows(text.charAt(i), face)) {
				return false;
			}
		}
		return true;
	}

	/// The text in the style's own face and, where that lacks a character or the script runs from right to left, in the other's.
	List<Run> runs(String text, Style own, Style other) {
		var runs = new ArrayList<Run>();
		var normal = Normalizer.normalize(text, Normalizer.Form.NFC);
		for (int from = 0, to; from < normal.length(); from = to) {
			if (runsLeft(normal.codePointAt(from))) {
				to = endOfLeftward(normal, from);
				leftward(runs, normal.substring(from, to), other);
			}
			else {
				boolean stands = standsIn(normal.codePointAt(from), own.face(), other.face());
				for (to = next(normal, from); to < normal.length() && !runsLeft(normal.codePointAt(to))
						&& stands == standsIn(normal.codePointAt(to), own.face(), other.face());) {
					to = next(normal, to);
				}
				runs.add(new Run(stands ? other : own, replaced(normal.substring(from, to), stands ? other.face() : own.face())));
			}
		}
		return runs;
	}

	/// The text as it can be told apart once it was printed: look-alikes are one character, and so are all that the fonts do not have.
	static String folded(String text, PdfFonts fonts) {
		var folded = new StringBuilder(text.length());
		boolean leftward = false;
		for (int c : Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().toArray()) {
			boolean mark = Character.getType(c) == Character.NON_SPACING_MARK;
			leftward = mark ? leftward : runsLeft(c);
			var same = SAME.get(c);
			if (same != null) {
				folded.append(same);
			}
			else if (!invisible(c)) {
				boolean lost = Character.isSupplementaryCodePoint(c) || mark && !leftward || !fonts.showInEveryCut((char) c);
				folded.appendCodePoint(lost && !Character.isWhitespace(c) ? '□' : c);
			}
		}
		return folded.toString();
	}

	private static int next(String text, int i) {
		return i + Character.charCount(text.codePointAt(i));
	}

	private static boolean standsIn(int c, Face own, Face other) {
		return !shows(c, own) && shows(c, other);
	}

	/// Word by word, so that lines can break between them; a space belongs to the word before it.
	private void leftward(List<Run> runs, String text, Style style) {
		for (int from = 0, to; from < text.length(); from = to) {
			int space = text.indexOf(' ', from);
			to = space < 0 ? text.length() : space + 1;
			var joined = ArabicLetters.joined(text.substring(from, to));
			var shown = new StringBuilder(joined.length());
			joined.codePoints().forEach(c -> shown.append(c < Character.MIN_SUPPLEMENTARY_CODE_POINT && style.face().has((char) c)
					? Character.toString(c) : standIn(c, style.face())));
			runs.add(new Run(style, shown.toString(), true));
		}
	}

	/// Where the letters from right to left end, with the spaces and marks between them.
	private static int endOfLeftward(String text, int from) {
		int end = from;
		for (int i = from; i < text.length(); i = next(text, i)) {
			int c = text.codePointAt(i);
			if (runsLeft(c)) {
				end = next(text, i);
			}
			else if (c != ' ' && Character.getType(c) != Character.NON_SPACING_MARK) {
				return end;
			}
			else if (c != ' ') {
				end = next(text, i);
			}
		}
		return end;
	}

	private static boolean runsLeft(int c) {
		return switch (Character.getDirectionality(c)) {
			case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> true;
			default -> false;
		};
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
				"neither the house's font nor DejaVu Sans has such a character; a box stands in its place");
		return face.has('□') ? "□" : "?";
	}

	/// Joiners, direction marks, variation selectors, soft hyphens: nothing of them was ever to be seen.
	private static boolean invisible(int c) {
		return switch (Character.getType(c)) {
			case Character.FORMAT -> true;
			default -> c >= 0xFE00 && c <= 0xFE0F;
		};
	}

}

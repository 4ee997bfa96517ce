package org.packhorse.tracker;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What is done to words before they are understood.
final class Characters {

	private static final int LISTED = 8;

	/// Longer words are no slip of the pen, and comparing them would take memory by the square.
	private static final int LONGEST_SLIP = 300;

	private Characters() {
	}

	/// Without blanks at either end; a non-breaking space is a blank, wherever it stands.
	static String stripped(String text) {
		return text.replace('\u00a0', ' ').replace('\u202f', ' ').replace("\ufeff", "").replace("\u200b", "").strip();
	}

	/// Whether the text carries a character that is none: control codes other than tab and line ends, halves of a pair.
	static boolean hasIllegal(String text) {
		return text.codePoints()
			.anyMatch((c) -> (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7f || c == 0xfffe || c == 0xffff
					|| (c >= 0xd800 && c <= 0xdfff));
	}

	/// Words in which case, hyphens, underscores and runs of blanks make no difference.
	static String folded(String text) {
		return text.toLowerCase(Locale.ROOT).replaceAll("[-_\\s]+", " ").strip();
	}

	/// The text as a message shows it: shortened, line ends made visible.
	static String shown(String text) {
		var line = text.replaceAll("\\R", "⏎").replaceAll("\\p{Cntrl}", "�");
		return (line.length() > 60) ? line.substring(0, 57) + "…" : line;
	}

	/// Sentences that name what the writer may have meant, or the first of what there is.
	static String suggestion(String wrong, Collection<String> known, String noun) {
		return suggestion(wrong, known, noun, LISTED);
	}

	/// Sentences that name what the writer may have meant, or everything there is.
	static String suggestionAmongAll(String wrong, Collection<String> known, String noun) {
		return suggestion(wrong, known, noun, known.size());
	}

	private static String suggestion(String wrong, Collection<String> known, String noun, int most) {
		if (known.isEmpty()) {
			return "There is no %s yet.".formatted(noun);
		}
		var near = near(wrong, known);
		if (!near.isEmpty()) {
			return "Did you mean %s?".formatted(String.join(" or ", near));
		}
		var first = known.stream().sorted().limit(most).toList();
		return "Known: %s%s.".formatted(String.join(", ", first), (known.size() > most) ? " and more" : "");
	}

	private static List<String> near(String wrong, Collection<String> known) {
		if (wrong.length() > LONGEST_SLIP) {
			return List.of();
		}
		var most = Math.max(1, wrong.length() / 4);
		var folded = folded(wrong);
		return known.stream()
			.filter((word) -> distance(folded, folded(word)) <= most || (folded.length() > 2 && folded(word).startsWith(folded)))
			.sorted(Comparator.comparing((word) -> distance(folded, folded(word))))
			.limit(3)
			.toList();
	}

	/// How many letters must be added, dropped, changed or swapped with their neighbour.
	private static int distance(String a, String b) {
		var d = new int[a.length() + 1][b.length() + 1];
		for (int i = 0; i <= a.length(); i++) {
			for (int j = 0; j <= b.length(); j++) {
				d[i][j] = (i == 0 || j == 0) ? i + j : step(a, b, d, i, j);
			}
		}
		return d[a.length()][b.length()];
	}

	private static int step(String a, String b, int[][] d, int i, int j) {
		var same = a.charAt(i - 1) == b.charAt(j - 1);
		var least = Math.min(d[i - 1][j - 1] + (same ? 0 : 1), Math.min(d[i - 1][j], d[i][j - 1]) + 1);
		var swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
		return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
	}

}

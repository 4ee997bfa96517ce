package org.packhorse.markup;

import org.jspecify.annotations.Nullable;

/// Turns stretches of markup into words: named and numbered characters are put in, white space between words counts as one
/// space and none stays at the ends. Words that come again and again are kept, so that they are made once.
final class Letters {

	private static final int KEPT = 4096;

	private static final int LONGEST_KEPT = 64;

	private final Faults faults;

	private final @Nullable String[] kept = new String[KEPT];

	private final StringBuilder mended = new StringBuilder();

	private boolean spaceBefore;

	private boolean spaceAfter;

	Letters(Faults faults) {
		this.faults = faults;
	}

	/// Whether white space stood before the words that were mended last.
	boolean spaceBefore() {
		return this.spaceBefore;
	}

	/// Whether white space stood after the words that were mended last.
	boolean spaceAfter() {
		return this.spaceAfter;
	}

	/// Whether the letter stands for itself after the one before it.
	static boolean isPlain(char letter, char before) {
		return letter > ' ' ? letter != '&' && letter < Character.MIN_SURROGATE : letter == ' ' && before != ' ';
	}

	/// Words whose letters are all plain, with no space at their ends.
	String plain(char[] letters, int from, int to) {
		this.spaceBefore = false;
		this.spaceAfter = false;
		if (to - from > LONGEST_KEPT) {
			return made(letters, from, to);
		}
		int place = place(letters, from, to);
		var before = this.kept[place];
		if (before != null && same(before, letters, from, to)) {
			return before;
		}
		var made = made(letters, from, to);
		this.kept[place] = made;
		return made;
	}

	/// Rarer white space, such as an em space, does not stand at the ends either.
	private static String made(char[] letters, int from, int to) {
		var made = new String(letters, from, to - from);
		return from < to && (letters[from] > '~' || letters[to - 1] > '~') ? made.strip() : made;
	}

	/// Where words are kept; their ends tell most of them apart.
	private static int place(char[] letters, int from, int to) {
		int hash = to - from;
		for (int i = Math.max(from, to - 8); i < to; i++) {
			hash = 31 * hash + letters[i];
		}
		for (int i = from; i < Math.min(from + 4, to - 8); i++) {
			hash = 31 * hash + letters[i];
		}
		return (hash ^ hash >>> 15) & KEPT - 1;
	}

	private static boolean same(String words, char[] letters, int from, int to) {
		if (words.length() != to - from) {
			return false;
		}
		for (int i = from; i < to; i++) {
			if (words.charAt(i - from) != letters[i]) {
				return false;
			}
		}
		return true;
	}

	/// Words whose letters have to be looked at one by one.
	String mended(char[] letters, int from, int to) {
		this.mended.setLength(0);
		for (int i = from; i < to;) {
			if (letters[i] == '&') {
				i = named(letters, i, to);
			}
			else {
				int letter = Character.codePointAt(letters, i, to);
				add(letter);
				i += Character.charCount(letter);
			}
		}
		this.spaceBefore = !this.mended.isEmpty() && this.mended.charAt(0) == ' ';
		this.spaceAfter = !this.mended.isEmpty() && this.mended.charAt(this.mended.length() - 1) == ' ';
		return this.mended.toString().strip();
	}

	private void add(int letter) {
		if (letter <= ' ' && isSpace((char) letter)) {
			if (this.mended.isEmpty() || this.mended.charAt(this.mended.length() - 1) != ' ') {
				this.mended.append(' ');
			}
		}
		else if (letter < ' ' || Character.getType(letter) == Character.SURROGATE || letter == 0xFFFE || letter == 0xFFFF) {
			this.faults.sure("The markup holds a control character (U+%04X)".formatted(letter), "Take the character out");
		}
		else {
			this.mended.appendCodePoint(letter);
		}
	}

	/// Adds the character that `&…;` stands for, and answers where it ends.
	private int named(char[] letters, int from, int to) {
		int end = from + 1;
		while (end < to && (Character.isLetterOrDigit(letters[end]) || letters[end] == '#')) {
			end++;
		}
		if (end == to || letters[end] != ';' || end == from + 1) {
			this.faults.sure("The markup is not well-formed here or just after: & stands alone", "Write &amp; for & in words of your own");
			this.mended.append('&');
			return from + 1;
		}
		var name = new String(letters, from + 1, end - from - 1);
		int letter = name.startsWith("#") ? numbered(name) : known(name);
		if (letter < 0) {
			this.faults.sure("&" + name + "; is not known in pack markup",
					"Write the character itself; only &amp; &lt; &gt; &quot; and &apos; have names here");
			this.mended.append(letters, from, end + 1 - from);
		}
		else {
			add(letter);
		}
		return end + 1;
	}

	private static int known(String name) {
		return switch (name) {
			case "amp" -> '&';
			case "lt" -> '<';
			case "gt" -> '>';
			case "quot" -> '"';
			case "apos" -> '\'';
			default -> -1;
		};
	}

	private static int numbered(String name) {
		boolean hexadecimal = name.startsWith("#x");
		try {
			int letter = Integer.parseInt(name, hexadecimal ? 2 : 1, name.length(), hexadecimal ? 16 : 10);
			return Character.isValidCodePoint(letter) ? letter : -1;
		}
		catch (NumberFormatException notANumber) {
			return -1;
		}
	}

	/// Only the white space of markup; a no-break space stays what it is.
	static boolean isSpace(char letter) {
		return letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r';
	}

}

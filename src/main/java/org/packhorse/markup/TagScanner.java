package org.packhorse.markup;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Position;
import org.packhorse.markup.PackReader.Refused;

/// Tells tags, words and comments of pack markup apart: the strict part of XML that needs no document type, no entities of
/// its own and no processing instructions, which are refused.
final class TagScanner {

	/// A tag or a run of words that is longer than this is no pack's.
	static final int LONGEST = 2_000_000;

	private static final int UNFINISHED = -1;

	/// Which of the first letters may stand in a name.
	private static final boolean[] NAME = new boolean[128];

	static {
		for (char letter = 0; letter < NAME.length; letter++) {
			NAME[letter] = Character.isLetterOrDigit(letter) || "-_:.".indexOf(letter) >= 0;
		}
	}

	private final String file;

	private final Faults faults;

	private final Letters letters;

	private final PackReader pack;

	private final Map<String, Position> positions = new HashMap<>();

	private char[] markup = {};

	private int to;

	private boolean last;

	private int line = 1;

	private int counted;

	private boolean counting = true;

	private boolean begun;

	/// Where the element was written whose start tag is being read, as far as that is known.
	private @Nullable Position position;

	// Where the name and the value of the attribute stand that was found last.

	private int nameFrom;

	private int nameTo;

	private int valueFrom;

	private int valueTo;

	private boolean valuePlain;

	TagScanner(String file, Faults faults, PackReader pack) {
		this.file = file;
		this.faults = faults;
		this.letters = new Letters(faults);
		this.pack = pack;
	}

	/// Reads as much as is whole, and answers where the rest begins.
	///
	/// @param last whether nothing comes after it
	int read(char[] markup, int from, int to, boolean last) {
		this.markup = markup;
		this.to = to;
		this.last = last;
		this.counted = from;
		int at = from;
		while (at < to) {
			int next = isTag(at) ? tag(at) : words(at);
			if (next == UNFINISHED) {
				break;
			}
			at = next;
			this.begun = true;
		}
		if (last && at < to) {
			throw malformed("a tag or comment has no end");
		}
		countLines(at);
		return at;
	}

	/// Lines are needed only where elements do not say their own.
	private void countLines(int before) {
		for (int i = this.counted; this.counting && i < before; i++) {
			if (this.markup[i] == '\n') {
				this.line++;
			}
		}
		this.counted = before;
	}

	private int words(int from) {
		int start = pastSpace(from);
		int end = start;
		boolean plain = true;
		char before = ' ';
		for (; end < this.to; end++) {
			char letter = this.markup[end];
			if (letter == '<' && isTag(end)) {
				break;
			}
			plain &= Letters.isPlain(letter, before);
			before = letter;
		}
		if (end == this.to && !this.last) {
			return unfinished(from);
		}
		if (start == end) {
			this.pack.text("", true, false);
		}
		else {
			boolean spaceAfter = Letters.isSpace(before);
			var words = plain ? this.letters.plain(this.markup, start, spaceAfter ? end - 1 : end) : this.letters.mended(this.markup, start, end);
			this.pack.text(words, start > from || this.letters.spaceBefore(), spaceAfter || this.letters.spaceAfter());
		}
		return end;
	}

	/// Whether a tag or the like begins here; a `<` that begins none is a fault, and stands for itself.
	private boolean isTag(int at) {
		if (this.markup[at] != '<') {
			return false;
		}
		if (at + 1 == this.to) {
			return true;
		}
		char next = this.markup[at + 1];
		boolean tag = isNameStart(next) || next == '/' || next == '!' || next == '?';
		if (!tag) {
			this.faults.sure("The markup is not well-formed here or just after: < stands alone", "Write &lt; for < in words of your own");
		}
		return tag;
	}

	private int tag(int at) {
		if (at + 1 == this.to) {
			return unfinished(at);
		}
		return switch (this.markup[at + 1]) {
			case '/' -> endTag(at);
			case '!' -> comment(at);
			case '?' -> instruction(at);
			default -> startTag(at);
		};
	}

	private int comment(int at) {
		if (this.to - at < 4 && !this.last) {
			return unfinished(at);
		}
		if (!starts(at, "<!--")) {
			throw new Refused("A document type (<!DOCTYPE …>) or other <!… may not stand in pack markup", "Take it out; <pack> is the first thing");
		}
		int end = find("-->", at + 4);
		return end < 0 ? unfinished(at) : end + 3;
	}

	/// The XML declaration may stand at the very start; it says nothing here.
	private int instruction(int at) {
		if (this.to - at < 6 && !this.last) {
			return unfinished(at);
		}
		if (this.begun || !starts(at, "<?xml ")) {
			throw new Refused("A processing instruction (<?…?>) may not stand in pack markup", "Take it out");
		}
		int end = find("?>", at);
		return end < 0 ? unfinished(at) : end + 2;
	}

	private int endTag(int at) {
		int end = nameEnd(at + 2);
		int close = pastSpace(end);
		if (close == this.to) {
			return unfinished(at);
		}
		if (this.markup[close] != '>') {
			throw malformed("an end tag has more than a name");
		}
		this.pack.close(this.letters.plain(this.markup, at + 2, end));
		return close + 1;
	}

	private int startTag(int at) {
		int i = nameEnd(at + 1);
		var name = this.letters.plain(this.markup, at + 1, i);
		this.pack.next().attributes().clear();
		this.position = null;
		for (int next = pastSpace(i); next < this.to; next = pastSpace(i)) {
			if (this.markup[next] == '>') {
				opened(name, at);
				return next + 1;
			}
			if (this.markup[next] == '/') {
				return emptyTag(at, name, next + 1);
			}
			int end = next == i ? wrongIn(name) : valueEnd(next, name);
			if (end == UNFINISHED) {
				break;
			}
			take(name);
			i = end + 1;
		}
		return unfinished(at);
	}

	private int emptyTag(int at, String name, int end) {
		if (end == this.to) {
			return unfinished(at);
		}
		if (this.markup[end] != '>') {
			throw malformed("a / stands in <" + name + ">");
		}
		opened(name, at);
		this.pack.close(name);
		return end + 1;
	}

	/// Where the closing quote of the attribute stands that begins here.
	private int valueEnd(int from, String name) {
		this.nameFrom = from;
		this.nameTo = nameEnd(from);
		int equals = pastSpace(this.nameTo);
		int quote = equals == this.to ? this.to : pastSpace(equals + 1);
		if (equals < this.to && (this.nameTo == from || this.markup[equals] != '=')) {
			return wrongIn(name);
		}
		if (quote >= this.to) {
			return UNFINISHED;
		}
		char mark = this.markup[quote];
		if (mark != '"' && mark != '\'') {
			return wrongIn(name);
		}
		this.valueFrom = quote + 1;
		int end = quote + 1;
		boolean plain = true;
		char before = ' ';
		for (; end < this.to && this.markup[end] != mark; end++) {
			char letter = this.markup[end];
			if (letter == '<') {
				return wrongIn(name);
			}
			plain &= Letters.isPlain(letter, before);
			before = letter;
		}
		this.valueTo = end;
		this.valuePlain = plain && !Letters.isSpace(before);
		return end == this.to ? UNFINISHED : end;
	}

	private static int wrongIn(String name) {
		throw malformed("an attribute of <" + name + "> has no quotes, or < stands in it");
	}

	/// Gives the attribute that was found last to the element that opens next.
	private void take(String element) {
		var name = this.letters.plain(this.markup, this.nameFrom, this.nameTo);
		if (!name.equals(Vocabulary.AT)) {
			var value = this.valuePlain ? this.letters.plain(this.markup, this.valueFrom, this.valueTo)
					: this.letters.mended(this.markup, this.valueFrom, this.valueTo);
			if (!this.pack.next().attributes().put(name, value)) {
				this.faults.sure("<" + element + "> has the attribute " + name + " twice", "Leave one of them");
			}
		}
		else if (this.position == null) {
			this.position = position(this.letters.plain(this.markup, this.valueFrom, this.valueTo));
			this.faults.latest(this.position);
		}
		else {
			this.faults.sure("An element has an attribute " + Vocabulary.AT, "Take it out; lines are counted without it");
		}
	}

	private void opened(String name, int at) {
		if (this.position == null) {
			this.position = here(at);
			this.faults.latest(this.position);
		}
		else if (!this.pack.hasBegun()) {
			this.counting = false;
		}
		this.pack.open(name, this.position);
	}

	private Position here(int at) {
		countLines(at);
		return new Position(this.file, this.counting ? this.line : 0);
	}

	/// `at` is "file:line" where the template room has written it; markup that never was a template has lines of its own.
	private Position position(String at) {
		var known = this.positions.get(at);
		if (known != null) {
			return known;
		}
		int colon = at.lastIndexOf(':');
		if (colon < 1 || !at.substring(colon + 1).matches("\\d{1,9}")) {
			return new Position(this.file, 0);
		}
		var position = new Position(at.substring(0, colon), Integer.parseInt(at.substring(colon + 1)));
		this.positions.put(at, position);
		return position;
	}

	private int nameEnd(int from) {
		int end = from;
		while (end < this.to && isName(this.markup[end])) {
			end++;
		}
		return end;
	}

	private int pastSpace(int from) {
		int end = from;
		while (end < this.to && Letters.isSpace(this.markup[end])) {
			end++;
		}
		return end;
	}

	private boolean starts(int at, String words) {
		for (int i = 0; i < words.length(); i++) {
			if (at + i >= this.to || this.markup[at + i] != words.charAt(i)) {
				return false;
			}
		}
		return true;
	}

	private int find(String words, int from) {
		for (int i = from; i + words.length() <= this.to; i++) {
			if (starts(i, words)) {
				return i;
			}
		}
		return -1;
	}

	private int unfinished(int from) {
		if (this.to - from > LONGEST) {
			throw new Refused("A tag or a run of words is longer than " + LONGEST + " characters", "Look for a loop that does not end");
		}
		return UNFINISHED;
	}

	private static Refused malformed(String what) {
		return new Refused("The markup is not well-formed here or just after: " + what,
				"Close every element, put quotes round attributes, and write &amp; for & and &lt; for < in words of your own");
	}

	private static boolean isNameStart(char letter) {
		return letter >= 'a' && letter <= 'z' || Character.isLetter(letter) || letter == '_';
	}

	private static boolean isName(char letter) {
		return letter < 128 ? NAME[letter] : Character.isLetterOrDigit(letter);
	}

}

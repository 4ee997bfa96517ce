package org.packhorse.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.packhorse.document.Inline;
import org.packhorse.document.Value;

/// The words of a paragraph, list item or cell while they are put together: white space between words counts as one
/// space, and none stands at the ends or beside a line break.
///
/// Values stand in the words as they print, and are kept beside them for cells and tiles.
final class Prose {

	private static final Pattern SPACES = Pattern.compile("[ \\t\\r\\n]+");

	private final List<Inline> words = new ArrayList<>();

	private final List<Value> values = new ArrayList<>();

	private boolean space;

	List<Inline> words() {
		return List.copyOf(this.words);
	}

	List<Value> values() {
		return List.copyOf(this.values);
	}

	void text(String raw) {
		var text = collapse(raw);
		open(text);
		if (!text.isBlank()) {
			plain(text.strip());
		}
		close(text);
	}

	/// A run of its own, such as strong words; white space at its ends belongs to the words around it.
	void run(String raw, java.util.function.Function<String, Inline> kind) {
		var text = collapse(raw);
		open(text);
		flushSpace();
		this.words.add(kind.apply(text.strip()));
		close(text);
	}

	void value(Value value, String words) {
		this.values.add(value);
		text(words.isBlank() ? value.print() : words);
	}

	void lineBreak() {
		this.space = false;
		this.words.add(new Inline.LineBreak());
	}

	private void open(String text) {
		this.space |= text.startsWith(" ");
	}

	private void close(String text) {
		this.space |= text.endsWith(" ");
	}

	private void flushSpace() {
		if (this.space && !this.words.isEmpty() && !(this.words.getLast() instanceof Inline.LineBreak)) {
			append(" ");
		}
		this.space = false;
	}

	private void plain(String text) {
		flushSpace();
		append(text);
	}

	private void append(String text) {
		if (!this.words.isEmpty() && this.words.getLast() instanceof Inline.Words before) {
			this.words.set(this.words.size() - 1, new Inline.Words(before.text() + text));
		}
		else {
			this.words.add(new Inline.Words(text));
		}
	}

	/// Only the white space of markup; a no-break space stays what it is.
	static String collapse(String raw) {
		return isCollapsed(raw) ? raw : SPACES.matcher(raw).replaceAll(" ");
	}

	/// Most words have nothing to collapse, and looking is much cheaper than replacing.
	private static boolean isCollapsed(String raw) {
		char before = 'x';
		for (int i = 0; i < raw.length(); i++) {
			char letter = raw.charAt(i);
			if (letter == '\t' || letter == '\r' || letter == '\n' || letter == ' ' && before == ' ') {
				return false;
			}
			before = letter;
		}
		return true;
	}

}

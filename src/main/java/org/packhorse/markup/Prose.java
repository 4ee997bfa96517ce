package org.packhorse.markup;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Inline;
import org.packhorse.document.Value;

/// The words of a paragraph, list item or cell while they are put together: white space between words counts as one
/// space, and none stands at the ends or beside a line break.
///
/// Values stand in the words as they print, and are kept beside them for cells and tiles.
final class Prose {

	private final List<Inline> done = new ArrayList<>();

	private final List<Value> values = new ArrayList<>();

	/// Plain words to which more may still come.
	private @Nullable String run;

	private boolean leading;

	private boolean space;

	void clear() {
		this.done.clear();
		this.values.clear();
		this.run = null;
		this.leading = false;
		this.space = false;
	}

	List<Inline> words() {
		if (this.run != null) {
			this.done.add(new Inline.Words(this.run));
			this.run = null;
		}
		return List.copyOf(this.done);
	}

	/// The words where nothing but plain ones can be.
	String plain() {
		return this.run == null ? "" : this.run;
	}

	List<Value> values() {
		return this.values;
	}

	/// Words without white space at their ends, and whether some was there.
	void text(String words, boolean before, boolean after) {
		open(before);
		if (!words.isEmpty()) {
			flushSpace();
			append(words);
		}
		this.space |= after;
	}

	/// A run of its own, such as strong words; white space at its ends belongs to the words around it.
	void run(Prose inside, Inline made) {
		open(inside.leading);
		flushSpace();
		flushRun();
		this.done.add(made);
		this.space |= inside.space;
	}

	/// A value, printed where nobody has put it in words.
	void value(Value value, Prose inside) {
		this.values.add(value);
		boolean printed = inside.plain().isEmpty();
		text(printed ? value.print() : inside.plain(), !printed && inside.leading, !printed && inside.space);
	}

	void lineBreak() {
		this.space = false;
		flushRun();
		this.done.add(new Inline.LineBreak());
	}

	private void open(boolean before) {
		this.space |= before;
		this.leading |= before && isEmpty();
	}

	private boolean isEmpty() {
		return this.run == null && this.done.isEmpty();
	}

	private void flushSpace() {
		if (this.space && !isEmpty() && (this.run != null || !(this.done.getLast() instanceof Inline.LineBreak))) {
			append(" ");
		}
		this.space = false;
	}

	private void flushRun() {
		if (this.run != null) {
			this.done.add(new Inline.Words(this.run));
			this.run = null;
		}
	}

	private void append(String words) {
		this.run = this.run == null ? words : this.run.concat(words);
	}

}

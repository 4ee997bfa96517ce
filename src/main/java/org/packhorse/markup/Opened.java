package org.packhorse.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Position;
import org.packhorse.markup.Vocabulary.Tag;

/// An element that is open while markup is read, with what its insides have been made into so far. It serves one element
/// after another of the same depth.
final class Opened {

	private static final int SHOWN = 40;

	private final Attributes attributes;

	private final Prose prose = new Prose();

	private final List<Object> parts = new ArrayList<>();

	private String name = "";

	private Position at = Position.NONE;

	private @Nullable Tag tag;

	private boolean misplaced;

	private boolean spoilt;

	private String stray = "";

	private Numbering numbering = Numbering.of(false);

	private String number = "";

	Opened(Faults faults) {
		this.attributes = new Attributes(this, faults);
	}

	/// Begins with another element; its attributes have been put in already.
	void begin(String name, Position at) {
		this.name = name;
		this.at = at;
		this.tag = null;
		this.misplaced = false;
		this.spoilt = false;
		this.stray = "";
		this.number = "";
		this.prose.clear();
		this.parts.clear();
	}

	/// Says which element of the vocabulary this is; until then it is unknown, and nothing is made of it.
	void know(Tag tag) {
		this.tag = tag;
	}

	boolean isKnown() {
		return this.tag != null;
	}

	Tag tag() {
		return Objects.requireNonNull(this.tag);
	}

	String name() {
		return this.name;
	}

	Position at() {
		return this.at;
	}

	Attributes attributes() {
		return this.attributes;
	}

	Prose prose() {
		return this.prose;
	}

	/// How paragraphs and sections inside are counted.
	Numbering numbering() {
		return this.numbering;
	}

	/// The number that the element itself has, or blank.
	String number() {
		return this.number;
	}

	void number(String number, Numbering numbering) {
		this.number = number;
		this.numbering = numbering;
	}

	/// Whether its place is one where it may stand; otherwise nothing is made of it.
	boolean isWanted() {
		return this.tag != null && !this.misplaced;
	}

	void misplace() {
		this.misplaced = true;
	}

	/// Whether a part of it is at fault, so that no further fault of the whole follows from it.
	boolean isSpoilt() {
		return this.spoilt;
	}

	void spoil() {
		this.spoilt = true;
	}

	void text(String words, boolean before, boolean after) {
		if (this.tag == null) {
			return;
		}
		if (this.tag.words()) {
			this.prose.text(words, before, after);
		}
		else if (!words.isEmpty() && this.stray.length() <= SHOWN) {
			this.stray = this.stray.isEmpty() ? words : this.stray + " " + words;
		}
	}

	/// The start of words that stand where none may.
	String stray() {
		return this.stray.length() > SHOWN ? this.stray.substring(0, SHOWN) + "…" : this.stray;
	}

	/// Takes in what a child has been made into.
	void add(Object part) {
		this.parts.add(part);
	}

	List<Object> parts() {
		return this.parts;
	}

	/// The parts of one kind, in their order.
	<T> List<T> parts(Class<T> kind) {
		var found = new ArrayList<T>(this.parts.size());
		for (Object part : this.parts) {
			if (kind.isInstance(part)) {
				found.add(kind.cast(part));
			}
		}
		return found;
	}

}

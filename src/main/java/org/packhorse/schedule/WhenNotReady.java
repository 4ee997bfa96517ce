package org.packhorse.schedule;

import java.util.Locale;

/// What becomes of a fire when updates, readings or words that the pack needs are missing, or a fault is open.
public enum WhenNotReady {

	/// The pack waits until they are there.
	HOLD("hold"),

	/// The pack is made and names what is missing.
	GO("go with the gaps printed");

	private final String words;

	WhenNotReady(String words) {
		this.words = words;
	}

	/// What an author writes.
	@Override
	public String toString() {
		return this.words;
	}

	static WhenNotReady of(String words) {
		var small = words.toLowerCase(Locale.ROOT);
		return small.equals(HOLD.words) ? HOLD : small.equals(GO.words) || small.equals("go") ? GO : refuse();
	}

	private static WhenNotReady refuse() {
		throw new IllegalArgumentException();
	}

}

package org.packhorse.writer.word;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Counts one list as Word counts it, to know beforehand which number an automatic one will print.
///
/// Headings stand on the even levels 0 to 8, the paragraphs below each of the first four on the odd level after it.
/// So both have a counter of their own, and a section's first paragraph and its first subsection may both be 2.1.1.
final class Counting {

	static final int LEVELS = 9;

	/// The most parts that an automatic number can have.
	private static final int PARTS = 5;

	private final int[] starts = new int[LEVELS];

	private final int[] counts = new int[LEVELS];

	/// Levels without an item of their own above one that has: programs differ in what their first item would print.
	private final boolean[] implied = new boolean[LEVELS];

	/// A list that counts every level from 1.
	Counting() {
		Arrays.fill(this.starts, 1);
	}

	/// A list whose first item, on this level, has this number.
	Counting(int level, int[] number) {
		this();
		int[] shown = shown(level);
		for (int i = 0; i < shown.length; i++) {
			this.starts[shown[i]] = number[i];
		}
	}

	/// The level of a heading whose number has this many parts, or -1 when there is none.
	static int headingLevel(int parts) {
		return parts <= PARTS ? 2 * (parts - 1) : -1;
	}

	/// The level of a paragraph whose number has this many parts, or -1 when there is none.
	static int paragraphLevel(int parts) {
		return parts == 1 ? 0 : parts <= PARTS ? 2 * (parts - 2) + 1 : -1;
	}

	/// The levels whose counters stand in this level's number: its headings', then its own.
	static int[] shown(int level) {
		int[] headings = IntStream.rangeClosed(0, level / 2).map(heading -> 2 * heading).toArray();
		return level % 2 == 0 ? headings : IntStream.concat(Arrays.stream(headings), IntStream.of(level)).toArray();
	}

	int start(int level) {
		return this.starts[level];
	}

	/// Counts an item when it is sure to print this number; otherwise nothing is counted.
	boolean counts(int level, int[] number) {
		int[] shown = shown(level);
		for (int i = 0; i < shown.length; i++) {
			if (printed(shown[i], shown[i] == level) != number[i]) {
				return false;
			}
		}
		count(level, number[number.length - 1]);
		return true;
	}

	private int printed(int level, boolean own) {
		int count = this.counts[level];
		if (count > 0) {
			return own ? count + 1 : count;
		}
		return own && this.implied[level] ? -1 : this.starts[level];
	}

	/// Every deeper level starts again.
	private void count(int level, int number) {
		for (int parent = 0; parent < level; parent++) {
			this.implied[parent] |= this.counts[parent] == 0;
		}
		this.counts[level] = number;
		Arrays.fill(this.counts, level + 1, LEVELS, 0);
		Arrays.fill(this.implied, level + 1, LEVELS, false);
	}

}

package org.packhorse.writer.word;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Counts one list as Word counts it, to know beforehand which number an automatic one will print.
///
/// Levels 0 to 5 are headings and print every number down to their own (2.1.1 is level 2). Levels 6 to 8 are the
/// paragraphs below the first three of them: they have a counter of their own, so that a section's first paragraph
/// and its first subsection may both be 2.1.1.
final class Counting {

	static final int LEVELS = 9;

	private static final int HEADINGS = 6;

	private final int[] starts = new int[LEVELS];

	private final int[] counts = new int[LEVELS];

	/// Levels without an item whose start was printed by a deeper one: programs differ in what their first item would print.
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
		return parts <= HEADINGS ? parts - 1 : -1;
	}

	/// The level of a paragraph whose number has this many parts, or -1 when there is none.
	static int paragraphLevel(int parts) {
		return parts >= 2 && parts <= 4 ? parts + 4 : headingLevel(parts);
	}

	/// The levels whose counters stand in this level's number.
	static int[] shown(int level) {
		int parents = level < HEADINGS ? level : level - HEADINGS + 1;
		return IntStream.concat(IntStream.range(0, parents), IntStream.of(level)).toArray();
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
		count(shown, level, number[number.length - 1]);
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
	private void count(int[] shown, int level, int number) {
		for (int parent : shown) {
			this.implied[parent] |= this.counts[parent] == 0 && parent != level;
		}
		this.counts[level] = number;
		Arrays.fill(this.counts, level + 1, LEVELS, 0);
		Arrays.fill(this.implied, level + 1, LEVELS, false);
	}

}

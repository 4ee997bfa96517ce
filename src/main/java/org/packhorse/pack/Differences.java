package org.packhorse.pack;

import java.util.ArrayList;
import java.util.List;

import org.packhorse.writer.Said;

/// Gathers the differences of one file in sentences: the first ones in words, all of them by number.
final class Differences {

	static final int MOST = 25;

	private static final int LONGEST = 90;

	private static final int BEFORE = 25;

	private final String file;

	private final List<String> sentences = new ArrayList<>();

	private int count;

	Differences(String file) {
		this.file = file;
	}

	void add(String difference) {
		if (++this.count <= MOST) {
			this.sentences.add(this.file + ": " + difference + ".");
		}
	}

	/// Compares words; white space does not count.
	void words(String where, String expected, String found) {
		if (!Said.bare(expected).equals(Said.bare(found))) {
			var wanted = Said.of(expected).words();
			var read = Said.of(found).words();
			int from = Math.max(0, common(wanted, read) - BEFORE);
			add("%s: expected %s, found %s".formatted(where, quoted(wanted, from), quoted(read, from)));
		}
	}

	private static String quoted(String words, int from) {
		if (words.isEmpty()) {
			return "nothing";
		}
		return words.length() <= LONGEST ? "'" + words + "'" : "'" + (from > 0 ? "…" : "") + shortened(words.substring(Math.min(from, words.length()))) + "'";
	}

	private static int common(String one, String other) {
		int common = 0;
		while (common < Math.min(one.length(), other.length()) && one.charAt(common) == other.charAt(common)) {
			common++;
		}
		return common;
	}

	/// Words in a length that a sentence can quote.
	static String shortened(String words) {
		return words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
	}

	boolean isEmpty() {
		return this.count == 0;
	}

	int count() {
		return this.count;
	}

	/// The sentences, and how many more there are.
	List<String> sentences() {
		var all = new ArrayList<>(this.sentences);
		if (this.count > MOST) {
			all.add("%s: %d more differences.".formatted(this.file, this.count - MOST));
		}
		return all;
	}

}

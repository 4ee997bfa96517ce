package org.packhorse.cli;

/// Numbers of things in words: "1 pack", "2 packs".
final class Counted {

	private Counted() {
	}

	/// The number and the noun, with an s unless there is one.
	static String of(long count, String noun) {
		return "%,d %s".formatted(count, noun(count, noun));
	}

	/// The noun alone.
	static String noun(long count, String noun) {
		return count == 1 ? noun : noun + "s";
	}

}

package org.packhorse.rag;

import java.util.Collection;
import java.util.Map;

/// How many there are of each colour, and the rated ones' shares as whole percentages that sum to 100.
///
/// @param counts for every colour, 0 included
/// @param shares for every colour that rates, by largest remainder; all 0 when nothing is rated
public record Tally(Map<Rag, Integer> counts, Map<Rag, Integer> shares) {

	/// Counts colours.
	public static Tally of(Collection<Rag> ratings) {
		throw new UnsupportedOperationException();
	}

	public int count(Rag rating) {
		return this.counts.getOrDefault(rating, 0);
	}

	public int total() {
		return this.counts.values().stream().mapToInt(Integer::intValue).sum();
	}

	/// Those that carry a colour: all but grey and not rated.
	public int rated() {
		return total() - unrated();
	}

	public int unrated() {
		return count(Rag.GREY) + count(Rag.NONE);
	}

}

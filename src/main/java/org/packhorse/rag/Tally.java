package org.packhorse.rag;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;

/// How many there are of each colour, and the rated ones' shares as whole percentages that sum to 100.
///
/// @param counts for every colour, 0 included
/// @param shares for every colour that rates, by largest remainder; all 0 when nothing is rated
public record Tally(Map<Rag, Integer> counts, Map<Rag, Integer> shares) {

	public Tally {
		counts = Collections.unmodifiableMap(new EnumMap<>(counts));
		shares = Collections.unmodifiableMap(new EnumMap<>(shares));
	}

	/// Counts colours.
	public static Tally of(Collection<Rag> ratings) {
		var counts = new EnumMap<Rag, Integer>(Rag.class);
		for (var rating : Rag.values()) {
			counts.put(rating, Collections.frequency(ratings, rating));
		}
		return new Tally(counts, shares(counts));
	}

	/// How many have the colour.
	public int count(Rag rating) {
		return this.counts.getOrDefault(rating, 0);
	}

	/// How many there are in all.
	public int total() {
		return sum(this.counts);
	}

	/// Those that carry a colour: all but grey and not rated.
	public int rated() {
		return total() - unrated();
	}

	/// Those that are grey or not rated.
	public int unrated() {
		return count(Rag.GREY) + count(Rag.NONE);
	}

	// Every colour gets its whole percentage; what is missing to 100 goes, a point each, to the largest remainders.
	// Of equal remainders the larger count goes first, then the worse colour.
	private static Map<Rag, Integer> shares(Map<Rag, Integer> counts) {
		var colours = Arrays.stream(Rag.values()).filter(Rag::rated).toList();
		var rated = colours.stream().mapToInt(counts::get).sum();
		var shares = new EnumMap<Rag, Integer>(Rag.class);
		colours.forEach(colour -> shares.put(colour, rated == 0 ? 0 : counts.get(colour) * 100 / rated));
		if (rated > 0) {
			var remainder = Comparator.<Rag>comparingInt(colour -> counts.get(colour) * 100 % rated);
			var first = remainder.thenComparing(counts::get).reversed().thenComparing(Comparator.naturalOrder());
			colours.stream().sorted(first).limit(100 - sum(shares)).forEach(colour -> shares.merge(colour, 1, Integer::sum));
		}
		return shares;
	}

	private static int sum(Map<Rag, Integer> numbers) {
		return numbers.values().stream().mapToInt(Integer::intValue).sum();
	}

}

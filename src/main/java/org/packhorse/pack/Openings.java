package org.packhorse.pack;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// With which digits figures can begin, however they are printed: most numbers of a file are none of them and need no closer look.
final class Openings {

	/// No more digits than every long has.
	private static final int MOST_DIGITS = 18;

	private static final int GROUP = 3;

	private final long[] openings;

	/// @param forms the figures, plainly written
	Openings(Collection<String> forms) {
		this.openings = forms.stream()
			.map(form -> new BigDecimal(form).toBigInteger())
			// What is printed with many decimals may have been rounded up.
			.flatMap(whole -> Stream.of(whole, whole.subtract(BigInteger.ONE)))
			.filter(whole -> whole.signum() >= 0)
			.map(BigInteger::toString)
			.flatMapToLong(Openings::openings)
			.distinct()
			.sorted()
			.toArray();
	}

	/// All digits together, or those in front of the first comma.
	private static LongStream openings(String whole) {
		var first = Long.parseLong(whole.substring(0, (whole.length() - 1) % GROUP + 1));
		return whole.length() > MOST_DIGITS ? LongStream.of(first) : LongStream.of(first, Long.parseLong(whole));
	}

	/// Whether a figure may begin with the digits from here to there, among which there are all that stand together.
	boolean mayBegin(String text, int from, int to) {
		if (to - from > MOST_DIGITS) {
			return true;
		}
		long digits = Long.parseLong(text, from, to, 10);
		return digits == 0 && to < text.length() && text.charAt(to) == ',' || Arrays.binarySearch(this.openings, digits) >= 0;
	}

}

package org.packhorse.rag;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.IntStream;

/// How many decimals a number needs so that its rounded form stands to a bound as the number itself does.
final class Decimals {

	/// Enough for any figure that a table holds; an endless fraction is cut here.
	private static final int MOST = 12;

	private Decimals() {
	}

	/// As few as possible, but not fewer than `least`.
	static int telling(BigDecimal number, BigDecimal bound, int least) {
		var truth = number.compareTo(bound);
		return IntStream.range(least, Math.max(least + 1, MOST))
			.filter(decimals -> number.setScale(decimals, RoundingMode.HALF_UP).compareTo(bound) == truth)
			.findFirst()
			.orElse(least);
	}

}

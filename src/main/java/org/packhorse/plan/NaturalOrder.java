package org.packhorse.plan;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The order in which people count sections and actions: 2 before 10, 3.2 before 3.10.
public final class NaturalOrder implements Comparator<String> {

	/// The one order.
	public static final NaturalOrder NATURAL = new NaturalOrder();

	private static final Pattern PART = Pattern.compile("[0-9]+|[^0-9]+");

	private NaturalOrder() {
	}

	@Override
	public int compare(String one, String other) {
		var ones = parts(one);
		var others = parts(other);
		for (int i = 0; i < Math.min(ones.size(), others.size()); i++) {
			int order = part(ones.get(i), others.get(i));
			if (order != 0) {
				return order;
			}
		}
		int order = Integer.compare(ones.size(), others.size());
		return order != 0 ? order : one.compareTo(other);
	}

	private static List<String> parts(String text) {
		return PART.matcher(text).results().map(MatchResult::group).toList();
	}

	private static int part(String one, String other) {
		if (isNumber(one) && isNumber(other)) {
			return new BigInteger(one).compareTo(new BigInteger(other));
		}
		return one.compareToIgnoreCase(other);
	}

	private static boolean isNumber(String part) {
		return part.codePoints().allMatch(c -> c >= '0' && c <= '9');
	}

}

package org.packhorse.markup;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds what somebody probably meant among the names that are known.
public final class NearestName {

	private final List<String> names;

	private NearestName(Collection<String> names) {
		this.names = names.stream().sorted().toList();
	}

	/// The names that are known.
	public static NearestName among(Collection<String> names) {
		return new NearestName(names);
	}

	/// The known name nearest to the one that was written, when one is near enough to be meant.
	public Optional<String> to(String written) {
		return this.names.stream()
			.filter(name -> distance(name, written) <= Math.max(1, Math.min(name.length(), written.length()) / 3))
			.min(Comparator.comparingInt(name -> distance(name, written)));
	}

	/// A remedy: the nearest name, or all of them.
	public String remedy(String written) {
		return to(written).map(name -> "Did you mean " + name + "?")
			.orElseGet(() -> this.names.isEmpty() ? "None may stand here" : "Known here: " + String.join(", ", this.names));
	}

	/// The number of letters to add, drop, change or swap with a neighbour; capitals count for nothing.
	private static int distance(String one, String other) {
		var a = one.toLowerCase(Locale.ROOT);
		var b = other.toLowerCase(Locale.ROOT);
		var rows = new int[a.length() + 1][b.length() + 1];
		for (int i = 0; i <= a.length(); i++) {
			for (int j = 0; j <= b.length(); j++) {
				rows[i][j] = i == 0 || j == 0 ? i + j : step(rows, a, b, i, j);
			}
		}
		return rows[a.length()][b.length()];
	}

	private static int step(int[][] rows, String a, String b, int i, int j) {
		int change = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
		int best = Math.min(change, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
		boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
		return swapped ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
	}

}

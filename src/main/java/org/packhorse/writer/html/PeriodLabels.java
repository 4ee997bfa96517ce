package org.packhorse.writer.html;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// Chooses which periods are named below a chart, so that no name touches the next: every one, every second, every third …,
/// counted back from the last.
///
/// @param index which period
/// @param words its name, cut when it is very long
/// @param x where it stands
/// @param anchor `start`, `middle` or `end`: which part of the words stands at `x`
record PeriodLabels(int index, String words, double x, String anchor) {

	private static final double CHARACTER = 8.2;

	private static final double GAP = 12;

	private static final int LONGEST = 32;

	/// The names that fit between `left` and `right`.
	static List<PeriodLabels> fitting(List<String> periods, IntToDoubleFunction x, double left, double right) {
		var all = new ArrayList<PeriodLabels>();
		for (int i = 0; i < periods.size(); i++) {
			all.add(label(i, periods.get(i), x.applyAsDouble(i), left, right));
		}
		for (int step = 1; step < all.size(); step++) {
			var some = every(step, all);
			if (apart(some)) {
				return some;
			}
		}
		return List.of(all.getLast());
	}

	private static PeriodLabels label(int index, String period, double x, double left, double right) {
		var words = period.length() <= LONGEST ? period : period.substring(0, LONGEST - 1) + "…";
		double half = words.length() * CHARACTER / 2;
		if (x + half > right) {
			return new PeriodLabels(index, words, right, "end");
		}
		return x - half < left ? new PeriodLabels(index, words, left, "start") : new PeriodLabels(index, words, x, "middle");
	}

	private static List<PeriodLabels> every(int step, List<PeriodLabels> all) {
		var some = new ArrayList<PeriodLabels>();
		for (int i = all.size() - 1; i >= 0; i -= step) {
			some.add(all.get(i));
		}
		Collections.reverse(some);
		return some;
	}

	private static boolean apart(List<PeriodLabels> labels) {
		for (int i = 1; i < labels.size(); i++) {
			if (labels.get(i - 1).end() + GAP > labels.get(i).start()) {
				return false;
			}
		}
		return true;
	}

	private double width() {
		return this.words.length() * CHARACTER;
	}

	/// Where the words begin.
	double start() {
		return switch (this.anchor) {
			case "start" -> this.x;
			case "middle" -> this.x - width() / 2;
			default -> this.x - width();
		};
	}

	/// Where the words end.
	double end() {
		return start() + width();
	}

}

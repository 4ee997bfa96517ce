package org.packhorse.disclosure;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/// How far a combination of free numbers can go up while others stay within their room: the simplex method with exact
/// fractions, starting from the true figures, at which all numbers have moved by nothing.
///
/// Each free number stands as two that are not negative, one up and one down. Bland's rule keeps it from going round in
/// circles.
final class Simplex {

	private final int width;

	// One line for each limit, then the aim: coefficients of those that are nil, then the number itself.
	private final Fraction[][] lines;

	private final int[] nil;

	private final int[] standing;

	/// How far it goes and which limits stop it, by how much each; `stops` is null when it goes far enough.
	record Extreme(Fraction move, Fraction @Nullable [] stops) {
	}

	/// @param limits one line for each limit: how it is used up by each free number going up
	/// @param room how much of each limit is left
	Simplex(Fraction[][] limits, Fraction[] room, Fraction[] aim) {
		this.width = aim.length * 2;
		this.lines = new Fraction[limits.length + 1][];
		for (int i = 0; i < limits.length; i++) {
			this.lines[i] = line(limits[i], room[i]);
		}
		this.lines[limits.length] = line(aim, Fraction.ZERO);
		this.nil = new int[this.width];
		this.standing = new int[limits.length];
		Arrays.setAll(this.nil, i -> i);
		Arrays.setAll(this.standing, i -> this.width + i);
	}

	private Fraction[] line(Fraction[] coefficients, Fraction number) {
		var line = new Fraction[this.width + 1];
		for (int j = 0; j < coefficients.length; j++) {
			line[2 * j] = coefficients[j];
			line[2 * j + 1] = coefficients[j].negated();
		}
		line[this.width] = number;
		return line;
	}

	/// Goes up until the aim has moved by `enough` or can go no further.
	Extreme up(Fraction enough) {
		while (true) {
			if (move().compareTo(enough) >= 0) {
				return new Extreme(move(), null);
			}
			int entering = entering();
			if (entering < 0) {
				return new Extreme(move(), stops());
			}
			int leaving = leaving(entering);
			if (leaving < 0) {
				return new Extreme(enough, null);
			}
			pivot(leaving, entering);
		}
	}

	private Fraction[] aim() {
		return this.lines[this.lines.length - 1];
	}

	private Fraction move() {
		return aim()[this.width].negated();
	}

	private int entering() {
		int best = -1;
		for (int j = 0; j < this.width; j++) {
			if (aim()[j].signum() > 0 && (best < 0 || this.nil[j] < this.nil[best])) {
				best = j;
			}
		}
		return best;
	}

	private int leaving(int entering) {
		int best = -1;
		Fraction least = Fraction.ZERO;
		for (int i = 0; i < this.standing.length; i++) {
			if (this.lines[i][entering].signum() <= 0) {
				continue;
			}
			var ratio = this.lines[i][this.width].by(this.lines[i][entering]);
			int order = best < 0 ? -1 : ratio.compareTo(least);
			if (order < 0 || order == 0 && this.standing[i] < this.standing[best]) {
				best = i;
				least = ratio;
			}
		}
		return best;
	}

	private void pivot(int row, int column) {
		var line = this.lines[row];
		var pivot = line[column];
		line[column] = Fraction.ONE;
		for (int j = 0; j <= this.width; j++) {
			line[j] = line[j].signum() == 0 ? line[j] : line[j].by(pivot);
		}
		for (int i = 0; i < this.lines.length; i++) {
			var times = this.lines[i][column];
			if (i == row || times.signum() == 0) {
				continue;
			}
			this.lines[i][column] = Fraction.ZERO;
			for (int j = 0; j <= this.width; j++) {
				this.lines[i][j] = line[j].signum() == 0 ? this.lines[i][j] : this.lines[i][j].minus(times.times(line[j]));
			}
		}
		int swapped = this.nil[column];
		this.nil[column] = this.standing[row];
		this.standing[row] = swapped;
	}

	private Fraction[] stops() {
		var stops = new Fraction[this.standing.length];
		Arrays.fill(stops, Fraction.ZERO);
		for (int j = 0; j < this.width; j++) {
			if (this.nil[j] >= this.width) {
				stops[this.nil[j] - this.width] = aim()[j].negated();
			}
		}
		return stops;
	}

}

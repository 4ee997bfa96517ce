package org.packhorse.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.packhorse.disclosure.Relation.Row;

/// What equations alone tell: Gauss's elimination over exact fractions, which keeps track of the equations it used.
final class Elimination {

	private final List<Quantity> columns;

	private final List<Row> rows;

	// Each reduced row: its coefficients, then how many of each given row are in it.
	private final List<Fraction[]> reduced = new ArrayList<>();

	// The column that each reduced row has to itself.
	private final List<Integer> pivots = new ArrayList<>();

	Elimination(List<Quantity> columns, List<Row> rows) {
		this.columns = columns;
		this.rows = rows;
		for (int i = 0; i < rows.size(); i++) {
			var line = vector(rows.get(i).unknown());
			line[columns.size() + i] = Fraction.ONE;
			add(reduce(line));
		}
	}

	private void add(Fraction[] line) {
		int pivot = 0;
		while (pivot < this.columns.size() && line[pivot].signum() == 0) {
			pivot++;
		}
		if (pivot == this.columns.size()) {
			return;
		}
		var scale = line[pivot];
		for (int j = 0; j < line.length; j++) {
			line[j] = line[j].signum() == 0 ? line[j] : line[j].by(scale);
		}
		for (Fraction[] other : this.reduced) {
			subtract(other, line, other[pivot]);
		}
		this.reduced.add(line);
		this.pivots.add(pivot);
	}

	private Fraction[] reduce(Fraction[] line) {
		for (int i = 0; i < this.reduced.size(); i++) {
			subtract(line, this.reduced.get(i), line[this.pivots.get(i)]);
		}
		return line;
	}

	private static void subtract(Fraction[] from, Fraction[] line, Fraction times) {
		if (times.signum() == 0) {
			return;
		}
		for (int j = 0; j < from.length; j++) {
			if (line[j].signum() != 0) {
				from[j] = from[j].minus(times.times(line[j]));
			}
		}
	}

	List<Quantity> columns() {
		return this.columns;
	}

	private Fraction[] vector(Map<Quantity, Fraction> terms) {
		var line = new Fraction[this.columns.size() + this.rows.size()];
		Arrays.fill(line, Fraction.ZERO);
		terms.forEach((quantity, times) -> line[this.columns.indexOf(quantity)] = times);
		return line;
	}

	/// The rows that together give the combination of quantities; empty when they do not give it.
	Set<Row> rowsBehind(Map<Quantity, Fraction> combination) {
		var line = reduce(vector(combination));
		int width = this.columns.size();
		if (Arrays.stream(line, 0, width).anyMatch(left -> left.signum() != 0)) {
			return Set.of();
		}
		var behind = new LinkedHashSet<Row>();
		for (int i = 0; i < this.rows.size(); i++) {
			if (line[width + i].signum() != 0) {
				behind.add(this.rows.get(i));
			}
		}
		return behind;
	}

	/// How each quantity moves with each free one, as a matrix of columns by free columns.
	Fraction[][] moves() {
		var free = new ArrayList<Integer>();
		for (int j = 0; j < this.columns.size(); j++) {
			if (!this.pivots.contains(j)) {
				free.add(j);
			}
		}
		var moves = new Fraction[this.columns.size()][free.size()];
		for (int f = 0; f < free.size(); f++) {
			for (int j = 0; j < this.columns.size(); j++) {
				moves[j][f] = j == free.get(f) ? Fraction.ONE : Fraction.ZERO;
			}
			for (int i = 0; i < this.reduced.size(); i++) {
				moves[this.pivots.get(i)][f] = this.reduced.get(i)[free.get(f)].negated();
			}
		}
		return moves;
	}

}

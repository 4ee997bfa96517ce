package org.packhorse.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.packhorse.disclosure.Relation.Row;

/// Tries to work out what is withheld from equations that belong together: exactly, and as a range.
final class Attack {

	private final Sensitivity sensitivity;

	private final Elimination elimination;

	private final List<Quantity> columns;

	private final Fraction[][] moves;

	// The limits of the simplex method, one line each: whose they are and which way.
	private final List<Limit> limits = new ArrayList<>();

	private record Limit(int column, int sign, Fraction room) {
	}

	/// A withheld number that can be worked out, and the equations that tell it.
	record Leak(Quantity quantity, Set<Row> behind) {
	}

	/// How far a number can move: the end of its range and the equations that set it; null when it can go far enough.
	private record End(Fraction move, Set<Row> behind) {
	}

	Attack(List<Row> rows, Sensitivity sensitivity) {
		this.sensitivity = sensitivity;
		var quantities = new TreeSet<Quantity>();
		rows.forEach(row -> quantities.addAll(row.unknown().keySet()));
		this.columns = List.copyOf(quantities);
		this.elimination = new Elimination(this.columns, rows);
		this.moves = this.elimination.moves();
		for (int i = 0; i < this.columns.size(); i++) {
			var quantity = this.columns.get(i);
			this.limits.add(new Limit(i, -1, sensitivity.truth(quantity).minus(sensitivity.least(quantity))));
			var most = sensitivity.most(quantity);
			if (most != null) {
				this.limits.add(new Limit(i, 1, most.minus(sensitivity.truth(quantity))));
			}
		}
	}

	/// The first withheld number that can be worked out, exactly before roughly.
	Optional<Leak> leak() {
		var secret = this.columns.stream().filter(this.sensitivity::isProtected).toList();
		return secret.stream()
			.map(this::exactly)
			.filter(Objects::nonNull)
			.findFirst()
			.or(() -> secret.stream().map(this::roughly).filter(Objects::nonNull).findFirst());
	}

	/// The denominators that the equations tell, which join percentages and their numerators.
	Set<Quantity> knownBases() {
		var known = new LinkedHashSet<Quantity>();
		this.columns.stream()
			.filter(quantity -> quantity.kind() == Quantity.Kind.BASE && exactly(quantity) != null)
			.forEach(known::add);
		return known;
	}

	private @Nullable Leak exactly(Quantity quantity) {
		var behind = this.elimination.rowsBehind(Map.of(quantity, Fraction.ONE));
		return behind.isEmpty() ? null : new Leak(quantity, behind);
	}

	private @Nullable Leak roughly(Quantity quantity) {
		var few = this.sensitivity.few(quantity);
		var highest = end(quantity, 1, few == null ? step(quantity) : few.plus(Fraction.ONE).minus(this.sensitivity.truth(quantity)));
		if (highest == null) {
			return null;
		}
		var lowest = end(quantity, -1, few == null ? step(quantity) : this.sensitivity.truth(quantity).minus(this.sensitivity.least(quantity)));
		boolean open = lowest == null && (few == null || inRange(quantity, highest).compareTo(few) >= 0);
		return open ? null : new Leak(quantity, highest.behind().isEmpty() && lowest != null ? lowest.behind() : highest.behind());
	}

	private Fraction inRange(Quantity quantity, End highest) {
		var end = this.sensitivity.truth(quantity).plus(highest.move());
		return this.sensitivity.isWhole(quantity) ? end.floor() : end;
	}

	/// The least by which a number must be able to move for it not to be known.
	private Fraction step(Quantity quantity) {
		return this.sensitivity.isWhole(quantity) ? Fraction.ONE : Fraction.ONE.by(Fraction.of(10));
	}

	private @Nullable End end(Quantity quantity, int sign, Fraction enough) {
		int column = this.columns.indexOf(quantity);
		var aim = scaled(this.moves[column], sign);
		var lines = this.limits.stream().map(limit -> scaled(this.moves[limit.column()], limit.sign())).toArray(Fraction[][]::new);
		var rooms = this.limits.stream().map(Limit::room).toArray(Fraction[]::new);
		var extreme = new Simplex(lines, rooms, aim).up(enough);
		return extreme.stops() == null ? null : new End(extreme.move(), behind(quantity, sign, extreme.stops()));
	}

	/// The number, together with the limits that stop it, is a combination of the equations: these set the end.
	private Set<Row> behind(Quantity quantity, int sign, Fraction[] stops) {
		var combination = new TreeMap<Quantity, Fraction>();
		combination.put(quantity, Fraction.of(sign));
		for (int i = 0; i < stops.length; i++) {
			var limit = this.limits.get(i);
			if (stops[i].signum() != 0) {
				combination.merge(this.columns.get(limit.column()), stops[i].times(Fraction.of(-limit.sign())), Fraction::plus);
			}
		}
		return this.elimination.rowsBehind(combination);
	}

	private static Fraction[] scaled(Fraction[] line, int sign) {
		var scaled = new Fraction[line.length];
		for (int i = 0; i < line.length; i++) {
			scaled[i] = sign < 0 ? line[i].negated() : line[i];
		}
		return scaled;
	}

}

package org.packhorse.disclosure;

import org.jspecify.annotations.Nullable;
import org.packhorse.kpi.Kpi;

/// What a reader knows of a withheld number at the outset, and what must stay open.
final class Sensitivity {

	private static final Fraction ALL = Fraction.of(100);

	private final Table table;

	private final DisclosureRule rule;

	Sensitivity(Table table, DisclosureRule rule) {
		this.table = table;
		this.rule = rule;
	}

	/// The largest number that is too small to be told, or null where the number itself is not one of a few.
	@Nullable Fraction few(Quantity quantity) {
		var most = switch (quantity.kind()) {
			case COUNT -> isCountOfPeople(quantity) ? this.rule.threshold() : -1;
			case REST -> this.rule.threshold();
			case BASE -> this.rule.smallestDenominator() - 1;
			case VALUE, UNRECORDED -> -1;
		};
		return this.table.isSupposed(quantity) || this.table.truth(quantity).compareTo(Fraction.of(most)) > 0 ? null : Fraction.of(most);
	}

	private boolean isCountOfPeople(Quantity quantity) {
		return unit(quantity) != Kpi.Unit.DAYS;
	}

	/// Whether a reader must not be able to work the number out. A denominator of many cases is no secret in itself.
	boolean isProtected(Quantity quantity) {
		return switch (quantity.kind()) {
			case COUNT, VALUE -> true;
			case REST, BASE -> few(quantity) != null;
			case UNRECORDED -> false;
		};
	}

	/// Numbers are not below 0; a withheld count is not 0 where the house shows zeros.
	Fraction least(Quantity quantity) {
		boolean one = switch (quantity.kind()) {
			case COUNT -> unit(quantity) == Kpi.Unit.COUNT && !this.rule.hideZero();
			case BASE -> true;
			case REST, VALUE, UNRECORDED -> false;
		};
		var truth = this.table.truth(quantity);
		var least = one && isWhole(quantity) ? Fraction.ONE : Fraction.ZERO;
		return truth.compareTo(least) < 0 ? truth.compareTo(Fraction.ZERO) < 0 ? truth : Fraction.ZERO : least;
	}

	/// A percentage is not above 100.
	@Nullable Fraction most(Quantity quantity) {
		boolean share = quantity.kind() == Quantity.Kind.VALUE && unit(quantity) == Kpi.Unit.PERCENT;
		return !share ? null : this.table.truth(quantity).compareTo(ALL) > 0 ? this.table.truth(quantity) : ALL;
	}

	boolean isWhole(Quantity quantity) {
		return quantity.kind() != Quantity.Kind.VALUE && this.table.truth(quantity).isWhole();
	}

	Fraction truth(Quantity quantity) {
		return this.table.truth(quantity);
	}

	private Kpi.@Nullable Unit unit(Quantity quantity) {
		var kpi = this.table.kpi(quantity.place().kpi());
		return kpi == null ? null : kpi.unit();
	}

}

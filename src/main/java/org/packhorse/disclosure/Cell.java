package org.packhorse.disclosure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;
import org.packhorse.kpi.Kpi;
import org.packhorse.kpi.Measured;

/// What one reading tells.
///
/// @param count the value of a count, else the numerator
/// @param base the denominator
/// @param value the value as measured, unrounded
record Cell(Kpi kpi, @Nullable BigDecimal count, @Nullable BigDecimal base, @Nullable BigDecimal value) {

	static Cell of(Kpi kpi, Kpi.Reading reading) {
		return of(kpi, Measured.of(kpi.unit(), reading), reading.numerator(), reading.denominator());
	}

	/// A share with its denominator tells the numerator, rounded or not.
	static Cell of(Kpi kpi, @Nullable BigDecimal value, @Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {
		if (kpi.unit() == Kpi.Unit.COUNT) {
			return new Cell(kpi, value == null ? numerator : value, denominator, value);
		}
		boolean reckoned = numerator == null && value != null && denominator != null;
		return new Cell(kpi, reckoned ? product(kpi, value, denominator) : numerator, denominator, value);
	}

	private static BigDecimal product(Kpi kpi, BigDecimal value, BigDecimal denominator) {
		return value.multiply(denominator).divide(BigDecimal.valueOf(kpi.unit().scale()), MathContext.DECIMAL64).setScale(0, RoundingMode.HALF_UP);
	}

	/// Whether the count is one of people or cases, and not of days.
	boolean counts() {
		return this.kpi.unit() != Kpi.Unit.DAYS;
	}

	/// What is left of a percentage's denominator.
	@Nullable BigDecimal rest() {
		return this.kpi.unit() != Kpi.Unit.PERCENT || this.count == null || this.base == null ? null : this.base.subtract(this.count);
	}

	/// One of the cell's figures, or null.
	@Nullable BigDecimal figure(Quantity.Kind kind) {
		return switch (kind) {
			case COUNT -> this.count;
			case BASE -> this.base;
			case REST -> rest();
			// A count's value is its count: one unknown, not two.
			case VALUE -> this.kpi.unit() == Kpi.Unit.COUNT ? null : this.value;
			case UNRECORDED -> null;
		};
	}

}

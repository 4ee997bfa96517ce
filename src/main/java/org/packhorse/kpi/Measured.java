package org.packhorse.kpi;

import java.math.BigDecimal;
import java.math.MathContext;

import org.jspecify.annotations.Nullable;

/// The unrounded value of a reading.
public final class Measured {

	private Measured() {
	}

	/// Numerator over denominator times the unit's scale where both are given, else the value as given; null when there is
	/// a symbol in place of a value, nothing at all, or nothing to divide by (a denominator of 0).
	public static @Nullable BigDecimal of(Kpi.Unit unit, Kpi.Reading reading) {
		if (!reading.symbol().isBlank()) {
			return null;
		}
		if (reading.numerator() == null || reading.denominator() == null) {
			return reading.value();
		}
		if (reading.denominator().signum() == 0) {
			return null;
		}
		// Multiplied first: a quotient that comes out even then does so exactly, and ties with a target are true ties.
		var scaled = reading.numerator().multiply(BigDecimal.valueOf(unit.scale()));
		return scaled.divide(reading.denominator(), MathContext.DECIMAL128);
	}

}

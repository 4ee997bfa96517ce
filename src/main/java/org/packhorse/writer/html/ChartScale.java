package org.packhorse.writer.html;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The value axis of a chart: round numbers from below the lowest value to above the highest.
///
/// @param low the value at the foot of the axis
/// @param high the value at its head
/// @param step the distance of its ticks: 1, 2 or 5 times a power of ten
record ChartScale(BigDecimal low, BigDecimal high, BigDecimal step) {

	private static final BigDecimal TICKS = new BigDecimal(5);

	/// A low value below this share of the high one takes the axis down to zero; above it a zero would squash the lines.
	private static final BigDecimal NEAR_ZERO = new BigDecimal("0.5");

	/// The axis for these values, which are printed with this many decimals; its ticks need no more.
	static ChartScale of(List<BigDecimal> values, int decimals) {
		if (values.isEmpty()) {
			return new ChartScale(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ONE);
		}
		var min = Collections.min(values);
		var max = Collections.max(values);
		if (min.compareTo(max) == 0) {
			var room = min.signum() == 0 ? BigDecimal.ONE : min.abs().multiply(new BigDecimal("0.1"));
			return rounded(min.subtract(min.signum() == 0 ? BigDecimal.ZERO : room), max.add(room), decimals);
		}
		if (min.signum() > 0 && min.compareTo(max.multiply(NEAR_ZERO)) < 0) {
			return rounded(BigDecimal.ZERO, max, decimals);
		}
		if (max.signum() < 0 && max.compareTo(min.multiply(NEAR_ZERO)) > 0) {
			return rounded(min, BigDecimal.ZERO, decimals);
		}
		return rounded(min, max, decimals);
	}

	private static ChartScale rounded(BigDecimal min, BigDecimal max, int decimals) {
		var step = nice(max.subtract(min).divide(TICKS, MathContext.DECIMAL64)).max(BigDecimal.ONE.movePointLeft(decimals));
		return new ChartScale(multiple(min, step, RoundingMode.FLOOR), multiple(max, step, RoundingMode.CEILING), step);
	}

	private static BigDecimal nice(BigDecimal rough) {
		int power = rough.precision() - rough.scale() - 1;
		var first = rough.scaleByPowerOfTen(-power);
		for (int times : new int[] { 1, 2, 5 }) {
			if (first.compareTo(new BigDecimal(times)) <= 0) {
				return new BigDecimal(times).scaleByPowerOfTen(power);
			}
		}
		return BigDecimal.TEN.scaleByPowerOfTen(power);
	}

	private static BigDecimal multiple(BigDecimal value, BigDecimal step, RoundingMode mode) {
		return value.divide(step, 0, mode).multiply(step);
	}

	/// The values of the ticks, from the foot up.
	List<BigDecimal> ticks() {
		var ticks = new ArrayList<BigDecimal>();
		for (var tick = this.low; tick.compareTo(this.high) <= 0; tick = tick.add(this.step)) {
			ticks.add(tick);
		}
		return ticks;
	}

	/// How far up the axis a value stands, from 0 to 1.
	double share(BigDecimal value) {
		return value.subtract(this.low).divide(this.high.subtract(this.low), MathContext.DECIMAL64).doubleValue();
	}

	/// How many decimals the ticks need.
	int decimals() {
		return Math.max(0, this.step.stripTrailingZeros().scale());
	}

}

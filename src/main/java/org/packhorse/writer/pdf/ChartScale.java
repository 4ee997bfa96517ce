package org.packhorse.writer.pdf;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/// The scale of an axis: from a round number to a round number in steps of 1, 2 or 5 (times a power of ten).
record ChartScale(BigDecimal low, BigDecimal high, BigDecimal step) {

	private static final int STEPS = 5;

	/// Where the smallest value is less than this share of the largest, the axis starts at zero.
	private static final BigDecimal NEAR_ZERO = new BigDecimal("0.5");

	/// A scale that all these values lie on; without values, from 0 to 1.
	static ChartScale of(Collection<BigDecimal> values) {
		if (values.isEmpty()) {
			return over(BigDecimal.ZERO, BigDecimal.ONE);
		}
		var min = Collections.min(values);
		var max = Collections.max(values);
		if (min.compareTo(max) == 0) {
			return around(min);
		}
		boolean fromZero = min.signum() > 0 && min.compareTo(max.multiply(NEAR_ZERO)) < 0;
		return over(fromZero ? BigDecimal.ZERO : min, max);
	}

	/// Equal values lie in the middle, with air above and below.
	private static ChartScale around(BigDecimal value) {
		if (value.signum() == 0) {
			return over(BigDecimal.ONE.negate(), BigDecimal.ONE);
		}
		var air = value.abs().divide(BigDecimal.TEN, value.scale() + 3, RoundingMode.HALF_UP).max(BigDecimal.ONE.movePointLeft(value.scale()));
		return over(value.subtract(air), value.add(air));
	}

	private static ChartScale over(BigDecimal min, BigDecimal max) {
		var step = step(max.subtract(min).doubleValue() / STEPS);
		var low = min.divide(step, 0, RoundingMode.FLOOR).multiply(step);
		var high = max.divide(step, 0, RoundingMode.CEILING).multiply(step);
		return new ChartScale(low, high, step);
	}

	/// The smallest round step that is not smaller than this.
	private static BigDecimal step(double least) {
		int power = (int) Math.floor(Math.log10(least));
		for (int digit : new int[] { 1, 2, 5 }) {
			var step = BigDecimal.valueOf(digit).scaleByPowerOfTen(power);
			if (step.doubleValue() >= least * 0.999) {
				return step;
			}
		}
		return BigDecimal.ONE.scaleByPowerOfTen(power + 1);
	}

	/// The numbers beside the axis, from below.
	List<BigDecimal> ticks() {
		var ticks = new ArrayList<BigDecimal>();
		for (var tick = this.low; tick.compareTo(this.high) <= 0; tick = tick.add(this.step)) {
			ticks.add(tick);
		}
		return ticks;
	}

	/// How many decimals the ticks need.
	int decimals() {
		return Math.max(0, this.step.stripTrailingZeros().scale());
	}

	/// Where a value lies, from 0 at the low end to 1 at the high end.
	float share(BigDecimal value) {
		return (float) (value.subtract(this.low).doubleValue() / this.high.subtract(this.low).doubleValue());
	}

}

package org.packhorse.rag;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;
import org.packhorse.kpi.Kpi.Polarity;
import org.packhorse.kpi.Kpi.ToleranceKind;
import org.packhorse.rag.KpiAssessment.Aim;

/// How a value stands to its target, or to the bound of its band that it misses.
///
/// @param bound what the value is measured against; of a band the one missed or, inside it, the lower
/// @param miss by how much it is missed, 0 when met
/// @param allowance how much of a miss is near
record Standing(Aim aim, BigDecimal value, BigDecimal bound, BigDecimal miss, BigDecimal allowance) {

	static @Nullable Standing of(@Nullable Polarity polarity, BigDecimal value, @Nullable Aim aim) {
		if (aim == null || !hasBound(polarity, aim)) {
			return null;
		}
		return switch (polarity) {
			case null -> null;
			case HIGHER -> against(aim, value, aim.target(), null);
			case LOWER -> against(aim, value, null, aim.target());
			case WITHIN -> against(aim, value, aim.low(), aim.high());
		};
	}

	private static boolean hasBound(@Nullable Polarity polarity, Aim aim) {
		return switch (polarity) {
			case null -> false;
			case HIGHER, LOWER -> aim.target() != null;
			case WITHIN -> aim.low() != null || aim.high() != null;
		};
	}

	private static Standing against(Aim aim, BigDecimal value, @Nullable BigDecimal low, @Nullable BigDecimal high) {
		var under = low == null ? BigDecimal.ZERO : low.subtract(value).max(BigDecimal.ZERO);
		var over = high == null ? BigDecimal.ZERO : value.subtract(high).max(BigDecimal.ZERO);
		var bound = low == null || over.signum() > 0 ? high : low;
		if (bound == null) {
			throw new IllegalArgumentException("There is nothing to measure against");
		}
		return new Standing(aim, value, bound, under.max(over), allowance(aim, bound));
	}

	private static BigDecimal allowance(Aim aim, BigDecimal bound) {
		return aim.toleranceKind() == ToleranceKind.POINTS ? aim.tolerance() : bound.abs().multiply(aim.tolerance()).movePointLeft(2);
	}

	boolean met() {
		return this.miss.signum() == 0;
	}

	boolean near() {
		return !met() && this.miss.compareTo(this.allowance) <= 0;
	}

}

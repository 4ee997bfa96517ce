package org.packhorse.rag;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;
import org.packhorse.kpi.Kpi;
import org.packhorse.rag.KpiAssessment.Aim;
import org.packhorse.rag.KpiAssessment.Direction;

/// Tells from two figures of an indicator which way it went, by the aim in force now.
record Course(Kpi kpi, @Nullable Aim aim) {

	Direction between(BigDecimal from, BigDecimal to) {
		return switch (this.kpi.polarity()) {
			case null -> of(from, to, Direction.UP, Direction.DOWN);
			case HIGHER -> of(from, to, Direction.BETTER, Direction.WORSE);
			case LOWER -> of(from, to, Direction.WORSE, Direction.BETTER);
			case WITHIN -> within(from, to);
		};
	}

	/// Nearer the band is better; without a band there is no better, only up and down.
	private Direction within(BigDecimal from, BigDecimal to) {
		var before = miss(from);
		var now = miss(to);
		return before == null || now == null ? of(from, to, Direction.UP, Direction.DOWN)
				: of(before, now, Direction.WORSE, Direction.BETTER);
	}

	private @Nullable BigDecimal miss(BigDecimal value) {
		return Standing.of(Kpi.Polarity.WITHIN, value, this.aim) instanceof Standing standing ? standing.miss() : null;
	}

	private Direction of(BigDecimal from, BigDecimal to, Direction more, Direction less) {
		var change = to.subtract(from);
		var halfUnit = new BigDecimal("0.5").movePointLeft(this.kpi.decimals());
		if (change.abs().compareTo(halfUnit) < 0) {
			return Direction.SAME;
		}
		return change.signum() > 0 ? more : less;
	}

}

package org.packhorse.rag;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;
import org.packhorse.kpi.Kpi;
import org.packhorse.rag.KpiAssessment.Change;
import org.packhorse.rag.KpiAssessment.Direction;

/// Compares an indicator's latest value with earlier ones.
record Changes(KpiFacts facts) {

	/// The change since the period so many months before; null when either period has no value.
	@Nullable Change since(int months) {
		var earlier = this.facts.before(months);
		var from = earlier == null ? null : this.facts.value(earlier);
		var value = this.facts.value();
		return earlier == null || from == null || value == null ? null : new Change(direction(from, value), earlier.periodEnd(), from);
	}

	private Direction direction(BigDecimal from, BigDecimal to) {
		var kpi = this.facts.kpi();
		return switch (kpi.polarity()) {
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
		return Standing.of(Kpi.Polarity.WITHIN, value, this.facts.aim()) instanceof Standing standing ? standing.miss() : null;
	}

	private Direction of(BigDecimal from, BigDecimal to, Direction more, Direction less) {
		var change = to.subtract(from);
		var halfUnit = new BigDecimal("0.5").movePointLeft(this.facts.kpi().decimals());
		if (change.abs().compareTo(halfUnit) < 0) {
			return Direction.SAME;
		}
		return change.signum() > 0 ? more : less;
	}

}

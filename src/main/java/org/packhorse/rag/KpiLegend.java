package org.packhorse.rag;

import java.math.BigDecimal;

import org.packhorse.kpi.Kpi.ToleranceKind;

/// How a legend says each rule for indicators, with the thresholds in force.
record KpiLegend(RagSettings.Kpis settings) {

	String noValue() {
		return "There is no value.";
	}

	String suppressed() {
		return "A symbol stands in place of the latest value: withheld, not available, not applicable, rounded to 0 or unreliable.";
	}

	String stale() {
		return "The latest value is older than %s.".formatted(Say.count(this.settings.stalePeriods(), "period") + " of its own");
	}

	String noPolarity() {
		return "Neither a higher nor a lower value is better: it is shown and compared, not coloured.";
	}

	String noTarget() {
		return "No target is in force.";
	}

	String met() {
		return "The unrounded value meets the target or lies within the band.";
	}

	String near() {
		return "The target is missed by no more than its tolerance%s.".formatted(standard());
	}

	String missed() {
		return "The target is missed by more than its tolerance%s.".formatted(standard());
	}

	private String standard() {
		return ", which is %s unless the target names its own".formatted(tolerance(this.settings.tolerance(), this.settings.toleranceKind()));
	}

	/// "5% of the target", "5 points".
	static String tolerance(BigDecimal tolerance, ToleranceKind kind) {
		return switch (kind) {
			case RELATIVE -> Say.plain(tolerance) + "% of the target";
			case POINTS -> Say.plain(tolerance) + (tolerance.compareTo(BigDecimal.ONE) == 0 ? " point" : " points");
		};
	}

}

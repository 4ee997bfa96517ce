package org.packhorse.rag;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.packhorse.kpi.ControlChart;
import org.packhorse.kpi.ControlChart.Rebase;
import org.packhorse.kpi.Kpi;
import org.packhorse.kpi.Kpi.Polarity;
import org.packhorse.rag.KpiAssessment.Comparison;
import org.packhorse.rag.KpiAssessment.Figure;
import org.packhorse.rag.KpiAssessment.Travel;

/// Puts an indicator's assessment together from its facts and its verdict.
record KpiRating(Kpi.Series series, KpiFacts facts, Verdict verdict) {

	KpiAssessment assessment(Peers peers, boolean screening, List<Rebase> rebases) {
		return new KpiAssessment(this.facts.kpi(), this.verdict, figure(), travel(), comparison(peers), chart(screening, rebases));
	}

	private Figure figure() {
		var latest = this.facts.latest();
		return new Figure(this.facts.value(), KpiReasons.decimals(this.facts), latest == null ? null : latest.periodEnd(),
				latest == null ? "" : latest.symbol(), this.facts.aim(), distance());
	}

	private @Nullable BigDecimal distance() {
		var standing = this.facts.standing();
		if (standing == null) {
			return null;
		}
		var inside = this.facts.kpi().polarity() == Polarity.WITHIN && standing.met();
		return inside ? BigDecimal.ZERO : standing.value().subtract(standing.bound());
	}

	private Travel travel() {
		var changes = new Changes(this.facts);
		return new Travel(changes.since(this.facts.kpi().frequency().months()), changes.since(12));
	}

	private Comparison comparison(Peers peers) {
		return new Comparing(this.series.benchmarks(), this.facts, peers).comparison();
	}

	private @Nullable ControlChart chart(boolean screening, List<Rebase> rebases) {
		var known = new Kpi.Series(this.facts.kpi(), this.facts.known(), this.series.targets(), this.series.benchmarks());
		var aim = this.facts.aim();
		var target = aim == null ? null
				: new Kpi.Target(aim.appliesFrom(), aim.target(), aim.tolerance(), aim.toleranceKind(), aim.low(), aim.high());
		return ControlChart.of(known, target, screening, rebases);
	}

}

package org.packhorse.rag;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// The rules for an indicator in their order: which it is, how a legend says it, when it fits and how a reason says it.
final class KpiRules {

	private record Line(RagRule rule, String legend, Predicate<KpiFacts> fits, Function<KpiFacts, String> reason) {
	}

	private final List<Line> lines;

	KpiRules(RagSettings.Kpis settings) {
		var legend = new KpiLegend(settings);
		var reasons = new KpiReasons(settings);
		this.lines = List.of(
				new Line(RagRule.NO_VALUE, legend.noValue(), KpiRules::nothing, reasons::noValue),
				new Line(RagRule.SUPPRESSED, legend.suppressed(), facts -> facts.value() == null, reasons::suppressed),
				new Line(RagRule.STALE_VALUE, legend.stale(), facts -> new Staleness(settings.stalePeriods()).of(facts), reasons::stale),
				new Line(RagRule.NO_POLARITY, legend.noPolarity(), facts -> facts.kpi().polarity() == null, reasons::noPolarity),
				new Line(RagRule.NO_TARGET, legend.noTarget(), facts -> facts.standing() == null, reasons::noTarget),
				new Line(RagRule.MET, legend.met(), facts -> facts.standing() instanceof Standing standing && standing.met(), reasons::met),
				new Line(RagRule.NEAR, legend.near(), facts -> facts.standing() instanceof Standing standing && standing.near(), reasons::near),
				new Line(RagRule.MISSED, legend.missed(), _ -> true, reasons::missed));
	}

	Verdict verdict(KpiFacts facts) {
		var line = this.lines.stream().filter(candidate -> candidate.fits().test(facts)).findFirst().orElseThrow();
		return new Verdict(line.rule(), line.reason().apply(facts));
	}

	List<LegendLine> legend() {
		return this.lines.stream().map(line -> LegendLine.of(line.rule(), line.legend())).toList();
	}

	private static boolean nothing(KpiFacts facts) {
		return facts.latest() == null || facts.value() == null && facts.latest().symbol().isBlank();
	}

}

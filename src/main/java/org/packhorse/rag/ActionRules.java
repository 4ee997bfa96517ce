package org.packhorse.rag;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import org.packhorse.plan.Update.Colour;
import org.packhorse.plan.Update.State;

/// The rules for an action in their order: which it is, how a legend says it, when it fits and how a reason says it.
final class ActionRules {

	private record Line(RagRule rule, String legend, Predicate<ActionFacts> fits, Function<ActionFacts, String> reason) {
	}

	private final RagSettings settings;

	private final List<Line> lines;

	ActionRules(RagSettings settings) {
		this.settings = settings;
		var legend = new ActionLegend(settings);
		this.lines = List.of(
				new Line(RagRule.WITHDRAWN, legend.withdrawn(), ActionFacts::withdrawn, ActionReasons::withdrawn),
				new Line(RagRule.EMBEDDED, legend.embedded(), this::embedded, ActionReasons::embedded),
				new Line(RagRule.COMPLETE, legend.complete(), ActionFacts::done, ActionReasons::complete),
				new Line(RagRule.NOT_DUE, legend.notDue(), this::notDue, ActionReasons::notDue),
				new Line(RagRule.OVERDUE, legend.overdue(), this::overdue, ActionReasons::overdue),
				new Line(RagRule.SILENT, legend.silent(), this::silent, ActionReasons::quiet),
				new Line(RagRule.DECLARED_RED, legend.declaredRed(), facts -> facts.declared() == Colour.RED, ActionReasons::declared),
				new Line(RagRule.NO_DATE, legend.noDate(), facts -> facts.expected() == null, ActionReasons::noDate),
				new Line(RagRule.FAR_BEHIND, legend.farBehind(), this::farBehind, ActionReasons::farBehind),
				new Line(RagRule.BEHIND, legend.behind(), this::behind, ActionReasons::behind),
				new Line(RagRule.DUE_SOON, legend.dueSoon(), this::dueSoon, ActionReasons::dueSoon),
				new Line(RagRule.MOVED, legend.moved(), this::moved, ActionReasons::moved),
				new Line(RagRule.STALE, legend.stale(), this::stale, ActionReasons::quiet),
				new Line(RagRule.DECLARED_AMBER, legend.declaredAmber(), facts -> facts.declared() == Colour.AMBER, ActionReasons::declared),
				new Line(RagRule.ON_TRACK, legend.onTrack(), _ -> true, ActionReasons::onTrack));
	}

	Verdict verdict(ActionFacts facts) {
		var line = this.lines.stream().filter(candidate -> candidate.fits().test(facts)).findFirst().orElseThrow();
		return new Verdict(line.rule(), line.reason().apply(facts));
	}

	List<LegendLine> legend() {
		return this.lines.stream().map(line -> LegendLine.of(line.rule(), line.legend())).toList();
	}

	private boolean embedded(ActionFacts facts) {
		return facts.state() == State.EMBEDDED && facts.evidence() != null && !facts.kpiRed();
	}

	private boolean notDue(ActionFacts facts) {
		return facts.startsLater() && facts.percent().signum() == 0;
	}

	private boolean overdue(ActionFacts facts) {
		return facts.daysToDue() instanceof Long days && days < 0;
	}

	private boolean silent(ActionFacts facts) {
		return facts.quietDays() > this.settings.reporting().silentDays();
	}

	private boolean stale(ActionFacts facts) {
		return facts.quietDays() > this.settings.reporting().staleDays();
	}

	private boolean farBehind(ActionFacts facts) {
		return behind(facts, this.settings.progress().farBehindRatio());
	}

	private boolean behind(ActionFacts facts) {
		return behind(facts, this.settings.progress().behindRatio());
	}

	private boolean behind(ActionFacts facts, BigDecimal ratio) {
		return facts.expected() instanceof Expected expected
				&& expected.leads(facts.percent(), this.settings.progress().behindPoints()) && expected.above(facts.percent(), ratio);
	}

	private boolean dueSoon(ActionFacts facts) {
		return facts.daysToDue() instanceof Long days && days <= this.settings.dates().dueSoonDays()
				&& facts.expected() instanceof Expected expected && expected.above(facts.percent(), BigDecimal.ONE);
	}

	private boolean moved(ActionFacts facts) {
		return facts.due().moves() >= this.settings.dates().moves();
	}

}

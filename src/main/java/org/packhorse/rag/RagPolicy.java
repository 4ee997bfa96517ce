package org.packhorse.rag;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.packhorse.kpi.ControlChart.Rebase;
import org.packhorse.kpi.Kpi;
import org.packhorse.plan.Action;
import org.packhorse.plan.Plan;
import org.packhorse.plan.Section;

/// Turns facts into colours by an authority's settings.
public final class RagPolicy {

	private final RagSettings settings;

	private final ActionRules actionRules;

	private final KpiRules kpiRules;

	private final RollUp rollUp;

	public RagPolicy(RagSettings settings) {
		this.settings = settings;
		this.actionRules = new ActionRules(settings);
		this.kpiRules = new KpiRules(settings.kpis());
		this.rollUp = new RollUp(settings.rollUp());
	}

	/// Rates an indicator at a date, compared with nobody in particular.
	public KpiAssessment assess(Kpi.Series series, LocalDate asAt) {
		return assess(series, Peers.none(), List.of(), asAt);
	}

	/// Rates an indicator at a date and compares it with others; its chart starts anew at each rebase.
	public KpiAssessment assess(Kpi.Series series, Peers peers, List<Rebase> rebases, LocalDate asAt) {
		var facts = KpiFacts.of(series, this.settings.kpis(), asAt);
		return new KpiRating(series, facts, this.kpiRules.verdict(facts)).assessment(peers, this.settings.kpis().screening(), rebases);
	}

	/// Rates an action at a date.
	///
	/// @param planApprovedOn where an action without a start is measured from
	/// @param linkedKpi the assessed indicator that the action names, or null
	/// @param overrides those set for this action
	public ActionAssessment assess(Action action, @Nullable LocalDate planApprovedOn, @Nullable KpiAssessment linkedKpi,
			List<RatingOverride> overrides, LocalDate asAt) {
		var facts = ActionFacts.of(action, planApprovedOn, linkedKpi, asAt);
		var rating = new ActionRating(facts, this.actionRules.verdict(facts), this.settings.flags().evidenceMonths());
		return rating.assessment(overrides);
	}

	/// Rates a section by its assessed actions; its indicators can raise a flag but not change the colour.
	public SectionAssessment assess(Section section, List<ActionAssessment> actions, List<KpiAssessment> kpis) {
		return new SectionRating(section, actions, kpis).assessment(this.rollUp, this.settings.flags());
	}

	/// Rates a plan by its assessed sections.
	public PlanAssessment assess(Plan plan, List<SectionAssessment> sections) {
		var tally = Tally.of(sections.stream().map(SectionAssessment::rating).toList());
		var actions = Tally.of(sections.stream().flatMap(section -> section.actions().stream()).map(ActionAssessment::rating).toList());
		var priorityReds = sections.stream()
			.filter(section -> section.section().priority() && section.rating() == Rag.RED)
			.map(section -> section.section().no())
			.toList();
		return new PlanAssessment(plan, this.rollUp.verdict(new RollUp.Parts("section", tally, priorityReds)), tally, actions, sections);
	}

	/// What a board should talk about: every red, and every amber that was amber in the previous edition too.
	public List<Rated> exceptions(List<Rated> now, List<Rated> previous) {
		var ambers = previous.stream().filter(rated -> rated.rating() == Rag.AMBER).map(Rated::key).collect(Collectors.toSet());
		return now.stream()
			.filter(rated -> rated.rating() == Rag.RED || rated.rating() == Rag.AMBER && ambers.contains(rated.key()))
			.toList();
	}

	/// How an action stands with its lead's reports at a date.
	public Reported reported(ActionAssessment action, LocalDate asAt) {
		return Reported.of(action, asAt, staleDays());
	}

	/// For how many days a report counts as recent.
	public int staleDays() {
		return this.settings.reporting().staleDays();
	}

	/// The rules in force, with these settings' thresholds filled in.
	public List<LegendLine> legend() {
		return Stream.of(this.actionRules.legend(), this.kpiRules.legend(), this.rollUp.legend()).flatMap(List::stream).toList();
	}

}

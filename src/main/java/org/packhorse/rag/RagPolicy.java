package org.packhorse.rag;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.packhorse.kpi.ControlChart.Rebase;
import org.packhorse.kpi.Kpi;
import org.packhorse.plan.Action;
import org.packhorse.plan.Plan;
import org.packhorse.plan.Section;

/// Turns facts into colours by an authority's settings.
public final class RagPolicy {

	private final RagSettings settings;

	public RagPolicy(RagSettings settings) {
		this.settings = settings;
	}

	/// Rates an indicator at a date, compared with nobody in particular.
	public KpiAssessment assess(Kpi.Series series, LocalDate asAt) {
		return assess(series, Peers.none(), List.of(), asAt);
	}

	/// Rates an indicator at a date and compares it with others; its chart starts anew at each rebase.
	public KpiAssessment assess(Kpi.Series series, Peers peers, List<Rebase> rebases, LocalDate asAt) {
		throw new UnsupportedOperationException(this.settings.toString());
	}

	/// Rates an action at a date.
	///
	/// @param planApprovedOn where an action without a start is measured from
	/// @param linkedKpi the assessed indicator that the action names, or null
	/// @param overrides those set for this action
	public ActionAssessment assess(Action action, @Nullable LocalDate planApprovedOn, @Nullable KpiAssessment linkedKpi,
			List<RatingOverride> overrides, LocalDate asAt) {
		throw new UnsupportedOperationException();
	}

	/// Rates a section by its assessed actions; its indicators can raise a flag but not change the colour.
	public SectionAssessment assess(Section section, List<ActionAssessment> actions, List<KpiAssessment> kpis) {
		throw new UnsupportedOperationException();
	}

	/// Rates a plan by its assessed sections.
	public PlanAssessment assess(Plan plan, List<SectionAssessment> sections) {
		throw new UnsupportedOperationException();
	}

	/// What a board should talk about: every red, and every amber that was amber in the previous edition too.
	public List<Rated> exceptions(List<Rated> now, List<Rated> previous) {
		throw new UnsupportedOperationException();
	}

	/// The rules in force, with these settings' thresholds filled in.
	public List<LegendLine> legend() {
		throw new UnsupportedOperationException();
	}

}

package org.packhorse.pack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

import org.packhorse.kpi.Kpi;
import org.packhorse.plan.Plan;
import org.packhorse.plan.Section;
import org.packhorse.rag.ActionAssessment;
import org.packhorse.rag.KpiAssessment;
import org.packhorse.rag.RagPolicy;
import org.packhorse.rag.RagRule;

/// Updates and readings that a pack lacks at its date, by the very rules that rate it.
final class DataGaps {

	private final Snapshot snapshot;

	private final Assessments assessments;

	private final RagPolicy policy;

	DataGaps(Snapshot snapshot, Assessments assessments) {
		this.snapshot = snapshot;
		this.assessments = assessments;
		this.policy = Rules.of(snapshot.templates()).policy();
	}

	Gaps gaps() {
		var gaps = new ArrayList<Gap>();
		this.assessments.actions().forEach(rated -> add(gaps, rated));
		this.assessments.kpis().forEach(kpi -> add(gaps, kpi));
		return new Gaps(gaps);
	}

	/// For how many days a report counts as recent.
	int recentDays() {
		return this.policy.staleDays();
	}

	private void add(List<Gap> gaps, Assessed.OfAction rated) {
		var action = rated.action();
		var ref = ref(rated);
		switch (this.policy.reported(action, this.snapshot.asAt())) {
			case NEVER -> gaps.add(new Gap(Gap.Kind.NO_UPDATE, lead(action), ref, "Nothing has been reported of action %s yet.".formatted(ref)));
			case TOO_LONG_AGO -> gaps.add(new Gap(Gap.Kind.OLD_UPDATE, lead(action), ref, old(action, ref)));
			case RECENTLY, NOT_WANTED -> {
			}
		}
	}

	private String old(ActionAssessment action, String ref) {
		return "Action %s was last reported on %s, more than %d days before %s.".formatted(ref, Wording.day(action.progress().lastReportedOn()), recentDays(),
				Wording.day(this.snapshot.asAt()));
	}

	/// Refs are told apart by their plan where there are several.
	private String ref(Assessed.OfAction rated) {
		return this.snapshot.plans().size() > 1 ? rated.plan() + " " + rated.action().action().ref() : rated.action().action().ref();
	}

	private static List<String> lead(ActionAssessment action) {
		return action.action().lead().isBlank() ? List.of() : List.of(action.action().lead());
	}

	private void add(List<Gap> gaps, KpiAssessment assessment) {
		var kpi = assessment.kpi();
		if (assessment.rule() == RagRule.NO_VALUE) {
			gaps.add(new Gap(Gap.Kind.NO_READING, leads(kpi), kpi.title(), "There is no reading of the indicator “%s”.".formatted(kpi.title())));
		}
		if (assessment.rule() == RagRule.STALE_VALUE) {
			gaps.add(new Gap(Gap.Kind.OLD_READING, leads(kpi), kpi.title(),
					"The newest reading of the indicator “%s” is for %s, which is too long before %s.".formatted(kpi.title(),
							Wording.period(Objects.requireNonNull(assessment.figure().periodEnd())), Wording.day(this.snapshot.asAt()))));
		}
	}

	/// Those who lead a section that the indicator is to show the difference of, or an action that names it.
	private List<String> leads(Kpi kpi) {
		var leads = new LinkedHashSet<String>();
		for (Plan plan : this.snapshot.plans()) {
			for (Section section : plan.sections()) {
				if (section.kpis().contains(kpi.code())) {
					leads.add(section.lead());
				}
				section.actions().stream().filter(action -> action.kpi().equals(kpi.code())).forEach(action -> leads.add(action.lead()));
			}
		}
		return leads.stream().filter(lead -> !lead.isBlank()).toList();
	}

}

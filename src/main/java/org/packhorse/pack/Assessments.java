package org.packhorse.pack;

import java.util.List;
import java.util.stream.Stream;

import org.packhorse.rag.ActionAssessment;
import org.packhorse.rag.KpiAssessment;
import org.packhorse.rag.LegendLine;
import org.packhorse.rag.Movement;
import org.packhorse.rag.PlanAssessment;
import org.packhorse.rag.Rated;
import org.packhorse.rag.SectionAssessment;

/// What the rules make of a snapshot.
///
/// @param movement against the previous edition; without one, everything in it is empty
/// @param exceptions what the board should talk about
/// @param legend the rules in force
public record Assessments(List<PlanAssessment> plans, List<KpiAssessment> kpis, Movement movement, List<Rated> exceptions,
		List<LegendLine> legend) {

	/// What the rules that are frozen with the facts make of what an audience gets.
	static Assessments of(Disclosed disclosed) {
		return new Assessor(disclosed, Rules.of(disclosed.facts().templates()).policy()).all();
	}

	/// Every action with its place, in the order of the plans.
	List<Assessed.OfAction> actions() {
		return this.plans.stream().flatMap(plan -> plan.sections().stream().flatMap(section -> actions(plan, section).stream())).toList();
	}

	/// Everything that was rated, indicators first.
	List<Assessed> results() {
		return Stream.<Assessed>concat(this.kpis.stream().map(Assessed.OfKpi::new), actions().stream()).toList();
	}

	private static List<Assessed.OfAction> actions(PlanAssessment plan, SectionAssessment section) {
		return section.actions().stream().map((ActionAssessment action) -> new Assessed.OfAction(plan.plan().code(), section.section().no(), action)).toList();
	}

}

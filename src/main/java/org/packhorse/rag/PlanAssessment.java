package org.packhorse.rag;

import java.util.List;

import org.packhorse.plan.Plan;

/// A plan's colour with its sections.
///
/// @param tally of the sections' colours, on which the plan's own rests
/// @param actions of the colours of all its actions
public record PlanAssessment(Plan plan, Verdict verdict, Tally tally, Tally actions, List<SectionAssessment> sections) {

	public PlanAssessment {
		sections = List.copyOf(sections);
	}

	public Rag rating() {
		return this.verdict.rating();
	}

	public RagRule rule() {
		return this.verdict.rule();
	}

	public String reason() {
		return this.verdict.reason();
	}

}

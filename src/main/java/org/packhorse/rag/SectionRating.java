package org.packhorse.rag;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.packhorse.plan.Section;
import org.packhorse.rag.SectionAssessment.Watermelon;

/// Puts a section's assessment together from its assessed actions and indicators.
record SectionRating(Section section, List<ActionAssessment> actions, List<KpiAssessment> kpis) {

	SectionAssessment assessment(RollUp rollUp, RagSettings.Flags flags) {
		var tally = Tally.of(this.actions.stream().map(ActionAssessment::rating).toList());
		var verdict = rollUp.verdict(new RollUp.Parts("action", tally, priorityReds()));
		return new SectionAssessment(this.section, verdict, tally, this.actions, this.kpis, watermelon(tally, flags));
	}

	private List<String> priorityReds() {
		return this.actions.stream()
			.filter(action -> action.action().priority() && action.rating() == Rag.RED)
			.map(action -> action.action().ref())
			.toList();
	}

	private @Nullable Watermelon watermelon(Tally tally, RagSettings.Flags flags) {
		var indicators = Tally.of(this.kpis.stream().map(KpiAssessment::rating).toList());
		var good = tally.count(Rag.GREEN) + tally.count(Rag.COMPLETE) + tally.count(Rag.BLUE);
		var raised = atLeast(flags.watermelonGoodShare(), good, tally.rated())
				&& atLeast(flags.watermelonRedShare(), indicators.count(Rag.RED), indicators.rated());
		return raised ? new Watermelon(good, tally.rated(), indicators.count(Rag.RED), indicators.rated()) : null;
	}

	/// Nothing rated is no share of anything.
	private static boolean atLeast(BigDecimal percent, int part, int whole) {
		return whole > 0 && BigDecimal.valueOf(100L * part).compareTo(percent.multiply(BigDecimal.valueOf(whole))) >= 0;
	}

}

package org.packhorse.rag;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.packhorse.plan.Section;

/// A section's colour with the actions and indicators it rests on.
///
/// @param tally of the actions' colours in effect
/// @param watermelon its figures when the section is green outside and red inside, else null
public record SectionAssessment(Section section, Verdict verdict, Tally tally, List<ActionAssessment> actions,
		List<KpiAssessment> kpis, @Nullable Watermelon watermelon) {

	/// Green outside, red inside: actions go well while the indicators do not.
	public record Watermelon(int goodActions, int ratedActions, int redKpis, int ratedKpis) {

		/// The flag as a reader sees it.
		public String words() {
			return "%d of %d rated actions are green, complete or blue, but %d of %d rated indicators %s red."
				.formatted(this.goodActions, this.ratedActions, this.redKpis, this.ratedKpis, this.redKpis == 1 ? "is" : "are");
		}

	}

	public SectionAssessment {
		actions = List.copyOf(actions);
		kpis = List.copyOf(kpis);
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

	/// The actions that are complete without recent evidence.
	public List<ActionAssessment> evidenceGaps() {
		return this.actions.stream().filter(action -> action.flags().contains(ActionAssessment.Flag.EVIDENCE_GAP)).toList();
	}

	/// The names of its flags: `watermelon`, `evidence-gap`.
	public List<String> flags() {
		var watermelon = this.watermelon == null ? List.<String>of() : List.of("watermelon");
		var gap = evidenceGaps().isEmpty() ? List.<String>of() : List.of("evidence-gap");
		return List.of(watermelon, gap).stream().flatMap(List::stream).toList();
	}

}

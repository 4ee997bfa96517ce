package org.packhorse.rag;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.packhorse.plan.Update;
import org.packhorse.plan.Update.Colour;
import org.packhorse.rag.ActionAssessment.Dates;
import org.packhorse.rag.ActionAssessment.Flag;
import org.packhorse.rag.ActionAssessment.OverrideOutcome;
import org.packhorse.rag.ActionAssessment.OverrideOutcome.Status;
import org.packhorse.rag.ActionAssessment.Progress;

/// Puts an action's assessment together from its facts and its verdict.
record ActionRating(ActionFacts facts, Verdict verdict, int evidenceMonths) {

	ActionAssessment assessment(List<RatingOverride> overrides) {
		var outcomes = new Overrides(overrides, this.verdict, this.facts.asAt()).outcomes();
		return new ActionAssessment(this.facts.action(), this.verdict, progress(), dates(), outcomes, flags(outcomes));
	}

	private Progress progress() {
		var evidence = this.facts.evidence();
		var expected = this.facts.expected();
		return new Progress(this.facts.state(), this.facts.declared(), expected == null ? null : expected.percent(),
				this.facts.percent(), evidence == null ? "" : evidence.evidence(), this.facts.lastReportedOn());
	}

	private Dates dates() {
		var due = this.facts.due();
		return new Dates(this.facts.start(), due.original(), due.now(), due.moves(), due.daysSlipped(), this.facts.daysToDue());
	}

	private Set<Flag> flags(List<OverrideOutcome> outcomes) {
		var flags = EnumSet.noneOf(Flag.class);
		raise(flags, Flag.OPTIMISTIC, optimistic());
		raise(flags, Flag.EVIDENCE_GAP, this.facts.done() && !this.facts.withdrawn() && !recentEvidence());
		raise(flags, Flag.NO_UPDATE, this.facts.known().isEmpty());
		raise(flags, Flag.REOPENED, this.facts.wasDone() && !this.facts.done() && !this.facts.withdrawn());
		raise(flags, Flag.OVERRIDDEN, outcomes.stream().anyMatch(OverrideOutcome::applied));
		raise(flags, Flag.OVERRIDE_REFUSED, outcomes.stream().anyMatch(outcome -> outcome.status() == Status.REFUSED));
		return flags;
	}

	private static void raise(Set<Flag> flags, Flag flag, boolean raised) {
		if (raised) {
			flags.add(flag);
		}
	}

	private boolean optimistic() {
		return this.facts.declared() instanceof Colour declared && colour(declared).betterThan(this.verdict.rating());
	}

	private static Rag colour(Colour declared) {
		return switch (declared) {
			case RED -> Rag.RED;
			case AMBER -> Rag.AMBER;
			case GREEN -> Rag.GREEN;
		};
	}

	private boolean recentEvidence() {
		return this.facts.evidence() instanceof Update update
				&& !update.reportedOn().plusMonths(this.evidenceMonths).isBefore(this.facts.asAt());
	}

}

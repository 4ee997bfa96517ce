package org.packhorse.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.packhorse.authority.DeepDive;
import org.packhorse.authority.Decision;
import org.packhorse.plan.Risk;
import org.packhorse.rag.Rag;

/// What the body said, decided and asked for, and what stands around the plan, as packs print it.
final class BoardLines {

	/// Scores of this and more are red, as on the usual five by five matrix.
	private static final int HIGH = 15;

	/// Scores of this and more are amber.
	private static final int MEDIUM = 8;

	private final Snapshot snapshot;

	BoardLines(Snapshot snapshot) {
		this.snapshot = snapshot;
	}

	List<PackModel.Narrative> narratives() {
		return this.snapshot.proceedings()
			.narratives()
			.stream()
			.filter(narrative -> !narrative.paragraphs().isEmpty())
			.map(narrative -> new PackModel.Narrative(narrative.part(), narrative.reportedOn(), narrative.post(),
					narrative.paragraphs().stream().map(paragraph -> new PackModel.Paragraph(paragraph.words(), paragraph.exempt(),
							paragraph.kind().name().toLowerCase(Locale.ROOT))).toList()))
			.toList();
	}

	List<PackModel.DecisionLine> decisions() {
		return this.snapshot.proceedings()
			.decisions()
			.stream()
			.map(decision -> new PackModel.DecisionLine(decision.metOn(), decision.no(), decision.kind().name().toLowerCase(Locale.ROOT),
					decision.words(), decision.lead(), decision.dueOn(), state(decision), decision.closedOn(), decision.outcome()))
			.toList();
	}

	private String state(Decision decision) {
		if (decision.closedOn() != null) {
			return "closed";
		}
		if (decision.kind() == Decision.Kind.DECISION) {
			return "";
		}
		LocalDate dueOn = decision.dueOn();
		return dueOn != null && dueOn.isBefore(this.snapshot.asAt()) ? "overdue" : "open";
	}

	/// The sections asked for, in the order of asking; a deep dive of no plan is into the section of every plan that has it.
	List<PackModel.DeepDivePage> deepDives(List<PackModel.PlanPage> plans) {
		return this.snapshot.proceedings().deepDives().stream().flatMap(dive -> pages(dive, plans)).toList();
	}

	private static Stream<PackModel.DeepDivePage> pages(DeepDive dive, List<PackModel.PlanPage> plans) {
		return plans.stream()
			.filter(plan -> dive.plan().isEmpty() || dive.plan().equals(plan.code()))
			.flatMap(plan -> plan.sections().stream())
			.filter(section -> section.no().equals(dive.section()))
			.map(section -> new PackModel.DeepDivePage(dive.question(), section));
	}

	List<PackModel.RiskLine> risks() {
		return this.snapshot.risks()
			.stream()
			.map(risk -> new PackModel.RiskLine(risk.ref(), risk.reportedOn(), risk.risk(), risk.section(), risk.likelihood(), risk.impact(),
					risk.score(), Wording.rating(rating(risk)), risk.mitigation(), risk.lead()))
			.toList();
	}

	private static Rag rating(Risk risk) {
		if (risk.score() >= HIGH) {
			return Rag.RED;
		}
		return risk.score() >= MEDIUM ? Rag.AMBER : Rag.GREEN;
	}

	List<PackModel.JudgementLine> judgements() {
		return this.snapshot.judgements()
			.stream()
			.map(one -> new PackModel.JudgementLine(one.publishedOn(), one.inspection(), one.domain(), one.judgement()))
			.toList();
	}

}

package org.packhorse.pack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.packhorse.authority.Meeting;
import org.packhorse.rag.ActionAssessment;
import org.packhorse.rag.KpiAssessment;
import org.packhorse.rag.PlanAssessment;
import org.packhorse.rag.Rag;
import org.packhorse.rag.RagRule;
import org.packhorse.rag.SectionAssessment;
import org.packhorse.rag.Tally;

/// Composes the model that templates see out of what its readers get of a snapshot and what the rules made of that.
final class Composition {

	private static final List<Rag> KPI_RATINGS = List.of(Rag.GREEN, Rag.AMBER, Rag.RED, Rag.NONE);

	private final Snapshot snapshot;

	private final Assessments assessments;

	private final KpiLines kpis;

	private final Map<String, PackModel.ActionLine> actions = new HashMap<>();

	private final Disclosed disclosed;

	Composition(Disclosed disclosed, Assessments assessments) {
		this.disclosed = disclosed;
		this.snapshot = disclosed.facts();
		this.assessments = assessments;
		this.kpis = new KpiLines(this.snapshot);
	}

	PackModel model() {
		var plans = this.assessments.plans().stream().map(this::page).toList();
		var lines = plans.stream().flatMap(plan -> plan.sections().stream()).flatMap(section -> section.actions().stream()).toList();
		var board = new BoardLines(this.snapshot);
		var exceptions = this.assessments.exceptions().stream().map(rated -> this.actions.get(rated.plan() + "\n" + rated.ref())).toList();
		return new PackModel(council(), this.snapshot.asAt(), this.snapshot.version(), this.snapshot.draft(),
				this.snapshot.draft() ? "Draft" : "Final", meeting(this.snapshot.proceedings().next()),
				meeting(this.snapshot.proceedings().last()), ReportLines.of(this.disclosed), board.narratives(), board.decisions(), board.deepDives(plans), board.risks(),
				board.judgements(), Pasts.baseline(this.snapshot), new InspectionPages(this.snapshot, plans).pages(), new Readiness(this.disclosed, this.assessments).sentences(),
				leads(lines), totals(plans), plans, this.assessments.kpis().stream().map(this.kpis::of).toList(),
				new Changes(lines).of(this.snapshot.previous(), this.assessments), exceptions,
				lines.stream().filter(line -> !line.override().isEmpty()).toList(), legend(),
				new DataQuality(this.snapshot, this.assessments).sentences(), DisclosureLines.figures(this.disclosed), DisclosureLines.exempt(this.disclosed));
	}

	private PackModel.Council council() {
		var authority = this.snapshot.authority();
		return new PackModel.Council(authority.name(), authority.code(), authority.region(), authority.neighbourModel());
	}

	private static PackModel.@Nullable Meeting meeting(@Nullable Meeting meeting) {
		return meeting == null ? null : ReportLines.meeting(meeting);
	}

	private PackModel.PlanPage page(PlanAssessment assessed) {
		var plan = assessed.plan();
		return new PackModel.PlanPage(plan.code(), plan.title(), plan.inspection(), plan.approvedOn(), Wording.rating(assessed.rating()),
				assessed.reason(), Wording.counts(assessed.actions(), Changes.ACTION_RATINGS),
				assessed.sections().stream().map(section -> page(plan.code(), section)).toList());
	}

	private PackModel.SectionPage page(String plan, SectionAssessment assessed) {
		var section = assessed.section();
		var narrative = section.narrative();
		var lines = assessed.actions().stream().map(action -> line(plan, assessed, action)).toList();
		return new PackModel.SectionPage(section.no(), section.title(), section.priority(), section.recommendation(), section.aim(), section.lead(),
				narrative == null ? null : narrative.reportedOn(), narrative == null ? "" : narrative.workingWell(),
				narrative == null ? "" : narrative.howAssured(), narrative == null ? "" : narrative.whatNext(), Wording.rating(assessed.rating()),
				assessed.reason(), Wording.counts(assessed.tally(), Changes.ACTION_RATINGS), assessed.tally().unrated(), assessed.flags(),
				flagWords(assessed), lines, assessed.kpis().stream().map(this.kpis::of).toList(), evidence(lines));
	}

	private PackModel.ActionLine line(String plan, SectionAssessment section, ActionAssessment action) {
		var line = ActionLines.of(plan, section.section(), action, this.snapshot.asAt());
		this.actions.put(plan + "\n" + line.ref(), line);
		return line;
	}

	private static List<String> flagWords(SectionAssessment assessed) {
		var words = new ArrayList<String>();
		if (assessed.watermelon() != null) {
			words.add(assessed.watermelon().words());
		}
		int gaps = assessed.evidenceGaps().size();
		if (gaps > 0) {
			words.add(gaps == 1 ? "One complete action has no recent evidence." : gaps + " complete actions have no recent evidence.");
		}
		return words;
	}

	private static List<PackModel.Evidence> evidence(List<PackModel.ActionLine> lines) {
		return lines.stream()
			.filter(line -> !line.evidence().isBlank() || !line.impact().isBlank())
			.map(line -> new PackModel.Evidence(line.ref(), line.rating(), line.evidence(), line.evidenceOn(), line.impact()))
			.toList();
	}

	/// Leads by name; those of no lead come last. Within each the soonest due first, undated ones last.
	private static List<PackModel.LeadPage> leads(List<PackModel.ActionLine> lines) {
		var byLead = lines.stream().collect(Collectors.groupingBy(PackModel.ActionLine::lead, TreeMap::new, Collectors.toList()));
		var soonest = Comparator.comparing(PackModel.ActionLine::dueOn, Comparator.nullsLast(Comparator.naturalOrder()));
		return byLead.entrySet()
			.stream()
			.sorted(Comparator.comparing(entry -> entry.getKey().isEmpty()))
			.map(entry -> new PackModel.LeadPage(entry.getKey(), entry.getValue().stream().sorted(soonest).toList()))
			.toList();
	}

	private PackModel.Totals totals(List<PackModel.PlanPage> plans) {
		var actions = this.assessments.actions().stream().map(Assessed.OfAction::action).toList();
		var kpis = this.assessments.kpis();
		var tally = Tally.of(actions.stream().map(ActionAssessment::rating).toList());
		var kpiTally = Tally.of(kpis.stream().map(KpiAssessment::rating).toList());
		var watermelons = plans.stream().flatMap(plan -> plan.sections().stream()).filter(section -> section.flags().contains("watermelon"));
		return new PackModel.Totals(actions.size(), Wording.counts(tally, Changes.ACTION_RATINGS), count(actions, RagRule.OVERDUE), kpis.size(),
				kpiTally.rated(), kpiTally.count(Rag.GREEN), Wording.counts(kpiTally, KPI_RATINGS),
				watermelons.map(PackModel.SectionPage::title).toList(), count(actions, RagRule.SILENT),
				(int) actions.stream().filter(action -> action.flags().contains(ActionAssessment.Flag.EVIDENCE_GAP)).count(),
				(int) actions.stream().filter(action -> action.dates().moves() > 0).count());
	}

	private static int count(List<ActionAssessment> actions, RagRule rule) {
		return (int) actions.stream().filter(action -> action.rule() == rule).count();
	}

	private List<PackModel.Rule> legend() {
		return this.assessments.legend()
			.stream()
			.map(line -> new PackModel.Rule(line.subject().words(), line.rule(), Wording.rating(line.rating()), line.sentence()))
			.toList();
	}

}

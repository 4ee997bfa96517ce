package org.packhorse.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.packhorse.kpi.Kpi;
import org.packhorse.rag.ActionAssessment;
import org.packhorse.rag.KpiAssessment;
import org.packhorse.rag.RagRule;

/// What a reader must know of the facts behind a pack: what is missing, withheld, old or doubtful.
final class DataQuality {

	private final Snapshot snapshot;

	private final Assessments assessments;

	private final DataGaps lacking;

	private final Gaps gaps;

	DataQuality(Snapshot snapshot, Assessments assessments) {
		this.snapshot = snapshot;
		this.assessments = assessments;
		this.lacking = new DataGaps(snapshot, assessments);
		this.gaps = this.lacking.gaps();
	}

	List<String> sentences() {
		var sentences = new ArrayList<String>();
		actions("%d %s no due date and cannot be measured against time", "action has", "actions have", action -> action.dates().dueOn() == null)
			.forEach(sentences::add);
		gaps("%d %s begun and never been reported on", "action has", "actions have", Gap.Kind.NO_UPDATE).forEach(sentences::add);
		gaps("%d %s not been reported on for more than " + this.lacking.recentDays() + " days", "action has", "actions have", Gap.Kind.OLD_UPDATE)
			.forEach(sentences::add);
		actions("%d %s complete without recent evidence", "action is", "actions are",
				action -> action.flags().contains(ActionAssessment.Flag.EVIDENCE_GAP))
			.forEach(sentences::add);
		actions("%d %s declared in a better colour than the facts allow", "action is", "actions are",
				action -> action.flags().contains(ActionAssessment.Flag.OPTIMISTIC))
			.forEach(sentences::add);
		kpis("have no reading", this.gaps.of(Gap.Kind.NO_READING)).forEach(sentences::add);
		kpis("have their latest reading withheld or marked", RagRule.SUPPRESSED).forEach(sentences::add);
		kpis("have only an old reading", this.gaps.of(Gap.Kind.OLD_READING)).forEach(sentences::add);
		kpis("have no target in force", RagRule.NO_TARGET).forEach(sentences::add);
		symbols().forEach(sentences::add);
		narratives().forEach(sentences::add);
		return sentences;
	}

	private Stream<String> actions(String pattern, String one, String several, Predicate<ActionAssessment> which) {
		var refs = this.assessments.actions().stream().map(Assessed.OfAction::action).filter(which).map(action -> action.action().ref()).toList();
		return sentence(pattern, one, several, refs);
	}

	private Stream<String> gaps(String pattern, String one, String several, Gap.Kind kind) {
		return sentence(pattern, one, several, this.gaps.of(kind));
	}

	private static Stream<String> sentence(String pattern, String one, String several, List<String> refs) {
		return refs.isEmpty() ? Stream.empty()
				: Stream.of(pattern.formatted(refs.size(), refs.size() == 1 ? one : several) + ": " + Wording.listed(refs) + ".");
	}

	private Stream<String> kpis(String what, RagRule rule) {
		return kpis(what, this.assessments.kpis().stream().filter(kpi -> kpi.rule() == rule).map(KpiAssessment::kpi).map(Kpi::title).toList());
	}

	private static Stream<String> kpis(String what, List<String> titles) {
		return titles.isEmpty() ? Stream.empty() : Stream.of("Indicators that " + what + ": " + String.join("; ", titles) + ".");
	}

	private Stream<String> symbols() {
		var withheld = this.snapshot.kpis()
			.stream()
			.filter(series -> series.readings().stream().anyMatch(reading -> reading.symbol().equals("c")))
			.map(series -> series.kpi().title())
			.collect(Collectors.joining("; "));
		return withheld.isEmpty() ? Stream.empty() : Stream.of("Some readings are withheld because they count few children: " + withheld + ".");
	}

	private Stream<String> narratives() {
		var silent = this.snapshot.plans()
			.stream()
			.flatMap(plan -> plan.sections().stream())
			.filter(section -> section.narrative() == null)
			.map(section -> section.no() + " " + section.title())
			.collect(Collectors.joining("; "));
		return silent.isEmpty() ? Stream.empty() : Stream.of("Sections whose three questions have not been answered: " + silent + ".");
	}

}

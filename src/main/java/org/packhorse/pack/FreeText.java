package org.packhorse.pack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.packhorse.disclosure.FreeTextScan;

/// Reads through the words that people wrote for a pack whose readers are not named, for somebody to look again at what may
/// point at one child. It says where and why, not what stands there.
final class FreeText {

	private final Set<String> findings = new LinkedHashSet<>();

	private FreeText() {
	}

	/// What a person should look at, a sentence each.
	static List<String> toLookAt(PackModel model) {
		var text = new FreeText();
		model.narratives().forEach(text::narrative);
		model.decisions().forEach(decision -> text.scan("decision %s of %s".formatted(decision.no(), Wording.day(decision.metOn())), decision.words(),
				decision.outcome()));
		model.deepDives().forEach(dive -> text.scan("the question on section " + dive.section().no(), dive.question()));
		model.risks().forEach(risk -> text.scan("risk " + risk.ref(), risk.risk(), risk.mitigation()));
		model.plans().forEach(plan -> plan.sections().forEach(section -> text.section(plan.code(), section)));
		model.inspections().forEach(inspection -> inspection.findings().forEach(finding -> text.scan("finding %s of %s".formatted(finding.no(), inspection.code()),
				finding.words())));
		if (model.report() != null) {
			text.report(model.report());
		}
		model.kpis().forEach(kpi -> kpi.history().forEach(point -> text.scan("the chart of %s, %s".formatted(kpi.code(), point.period()), point.note())));
		return new ArrayList<>(text.findings);
	}

	/// A report's fields say how to reach its officers, so that telephone numbers and addresses are meant to stand there.
	private void report(PackModel.ReportPage report) {
		scan("the report's title", report.title());
		report.fields().forEach(field -> field.lines().forEach(line -> FreeTextScan.scan("the report's field “%s”".formatted(field.name()), line)
			.stream()
			.filter(finding -> !finding.isContact())
			.forEach(this::add)));
		report.recommendations().forEach(one -> scan("recommendation %d of the report".formatted(one.no()), one.words()));
		report.appendices().forEach(one -> scan("the title of appendix " + one.no(), one.title()));
	}

	private void narrative(PackModel.Narrative narrative) {
		for (int i = 0; i < narrative.paragraphs().size(); i++) {
			scan("the words of “%s”, paragraph %d".formatted(narrative.part(), i + 1), narrative.paragraphs().get(i).words());
		}
	}

	private void section(String plan, PackModel.SectionPage section) {
		scan("section %s of %s".formatted(section.no(), plan), section.title(), section.recommendation(), section.aim(), section.workingWell(),
				section.howAssured(), section.whatNext());
		section.actions().forEach(action -> scan("action %s of %s".formatted(action.ref(), plan), action.action(), action.successMeasure(),
				action.override(), action.evidence(), action.impact(), action.note()));
	}

	private void scan(String place, String... texts) {
		for (String text : texts) {
			FreeTextScan.scan(place, text).forEach(this::add);
		}
	}

	private void add(FreeTextScan.Finding finding) {
		this.findings.add("%s may hold %s".formatted(finding.place(), finding.why()));
	}

}

package org.packhorse.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.packhorse.calendar.BankHolidays;
import org.packhorse.calendar.BankHolidaysMissing;
import org.packhorse.calendar.Deadline;
import org.packhorse.calendar.WorkingDays;
import org.packhorse.plan.Inspection;

/// Inspections as packs print them: their deadlines, their findings, and which section answers what.
final class InspectionPages {

	private final Snapshot snapshot;

	private final List<PackModel.PlanPage> plans;

	private final WorkingDays workingDays;

	InspectionPages(Snapshot snapshot, List<PackModel.PlanPage> plans) {
		this.snapshot = snapshot;
		this.plans = plans;
		this.workingDays = new WorkingDays(new BankHolidays(new HashSet<>(snapshot.holidays())));
	}

	List<PackModel.InspectionPage> pages() {
		return this.snapshot.inspections().stream().map(this::page).toList();
	}

	private PackModel.InspectionPage page(Inspection inspection) {
		var findings = inspection.findings().stream().map(finding -> new PackModel.FindingLine(finding.no(), finding.weight().words(), finding.words(), section(finding))).toList();
		return new PackModel.InspectionPage(inspection.code(), inspection.title(), inspection.kind().words(), inspection.receivedOn(),
				inspection.publishedOn(), deadlines(inspection), findings, others(inspection));
	}

	private PackModel.@Nullable SectionPage section(Inspection.Finding finding) {
		return this.plans.stream()
			.filter(plan -> plan.code().equals(finding.plan()))
			.flatMap(plan -> plan.sections().stream())
			.filter(section -> section.no().equals(finding.section()))
			.findFirst()
			.orElse(null);
	}

	/// Of the plans that answer a finding (of all, when none does) the sections that answer none.
	private List<PackModel.SectionPage> others(Inspection inspection) {
		var answering = inspection.findings().stream().filter(finding -> !finding.section().isEmpty()).map(Inspection.Finding::plan).distinct().toList();
		return this.plans.stream()
			.filter(plan -> answering.isEmpty() || answering.contains(plan.code()))
			.flatMap(plan -> plan.sections().stream().filter(section -> inspection.findings().stream().noneMatch(finding -> answers(plan, section, finding))))
			.toList();
	}

	private static boolean answers(PackModel.PlanPage plan, PackModel.SectionPage section, Inspection.Finding finding) {
		return finding.plan().equals(plan.code()) && finding.section().equals(section.no());
	}

	/// A monitoring visit asks for no plan, unless its letter says so.
	private List<PackModel.DeadlineLine> deadlines(Inspection inspection) {
		var lines = new ArrayList<PackModel.DeadlineLine>();
		boolean asksForAPlan = inspection.kind() != Inspection.Kind.MONITORING_VISIT;
		if (asksForAPlan || inspection.draftDueOn() != null) {
			lines.add(deadline(Deadline.Rule.DRAFT_PLAN, inspection, inspection.draftDueOn(), inspection.draftSentOn()));
		}
		if (asksForAPlan || inspection.finalDueOn() != null) {
			lines.add(deadline(Deadline.Rule.FINAL_PLAN, inspection, inspection.finalDueOn(), inspection.finalSentOn()));
		}
		return lines;
	}

	private PackModel.DeadlineLine deadline(Deadline.Rule rule, Inspection inspection, @Nullable LocalDate stated, @Nullable LocalDate sent) {
		var trigger = Objects.requireNonNull(inspection.trigger());
		var from = inspection.receivedOn() == null ? " The day of receipt is not on file: the days are counted from publication." : "";
		try {
			var deadline = Deadline.of(rule, trigger, stated, this.workingDays);
			return line(rule, deadline.due(), stated, deadline.computed(), deadline.words() + from, sent);
		}
		catch (BankHolidaysMissing missing) {
			var due = stated == null ? "%s: the day is not known.".formatted(rule.words())
					: "%s due %s, as the letter states; it could not be checked.".formatted(rule.words(), Wording.day(stated));
			return line(rule, stated, stated, null, due + " " + missing.getMessage(), sent);
		}
	}

	private PackModel.DeadlineLine line(Deadline.Rule rule, @Nullable LocalDate due, @Nullable LocalDate stated, @Nullable LocalDate counted,
			String words, @Nullable LocalDate sent) {
		return new PackModel.DeadlineLine(rule.words(), rule.workingDays(), due, stated, counted, words, sent, state(due, sent));
	}

	private String state(@Nullable LocalDate due, @Nullable LocalDate sent) {
		if (sent != null) {
			return due != null && sent.isAfter(due) ? "sent late" : "sent";
		}
		if (due == null) {
			return "not known";
		}
		return due.isBefore(this.snapshot.asAt()) ? "overdue" : "due";
	}

}

package org.packhorse.pack;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.packhorse.authority.Narrative;
import org.packhorse.authority.Report;
import org.packhorse.template.Audience;
import org.packhorse.template.FormSettings;
import org.packhorse.template.PackTemplate;

/// Looks at a committee report before it is made: its fields, its appendices and its words. Packs without a form pass.
final class ReportCheck {

	private ReportCheck() {
	}

	/// Everything that is wrong, what refuses a final report first.
	static List<ReportProblem> problems(Snapshot snapshot) {
		var form = PackTemplate.of(snapshot.templates()).form();
		if (form == null) {
			return List.of();
		}
		var report = snapshot.report();
		if (report == null) {
			return List.of(missing(snapshot));
		}
		return problems(snapshot, form, report).sorted((one, other) -> Boolean.compare(other.refused(), one.refused())).toList();
	}

	private static Stream<ReportProblem> problems(Snapshot snapshot, FormSettings form, Report report) {
		var words = ReportWords.of(snapshot.proceedings().narratives(), form.parts());
		return Stream
			.of(audience(snapshot, report), unwritten(snapshot, form), new FormCheck(form, report).problems(), new AppendixCheck(report.appendices(), words).problems(),
					new WordingCheck(snapshot.plans(), form.implications(), report.recommendations(), words).problems())
			.flatMap(List::stream);
	}

	private static List<ReportProblem> unwritten(Snapshot snapshot, FormSettings form) {
		var written = snapshot.proceedings().narratives().stream().map(Narrative::part).toList();
		return form.parts().stream().filter(part -> !written.contains(part)).map(part -> new ReportProblem("narratives", "part " + part,
				"The form asks for it and no words are on file", "Add a row to narratives for each paragraph; where there is nothing, say so in a sentence", false)).toList();
	}

	/// The public gets what is left when exempt paragraphs are taken out; of a report that is exempt as a whole nothing is left.
	private static List<ReportProblem> audience(Snapshot snapshot, Report report) {
		return isAgainstItsAudience(snapshot, report)
				? List.of(new ReportProblem("reports", "exempt", "The whole report is exempt under paragraph %d, and the pack is not for named readers alone".formatted(report.exempt()),
						"Make it as a pack whose audience is restricted, or write 0 here and mark the exempt paragraphs in narratives", true))
				: List.of();
	}

	private static boolean isAgainstItsAudience(Snapshot snapshot, Report report) {
		return report.exempt() > 0 && PackTemplate.of(snapshot.templates()).settings().audience() != Audience.RESTRICTED;
	}

	/// Without a report there is nothing to print, not even as a draft.
	private static ReportProblem missing(Snapshot snapshot) {
		var meeting = snapshot.proceedings().next();
		return meeting == null
				? new ReportProblem("meetings", "", "No meeting of the body that the pack goes to is on file after " + Wording.day(snapshot.asAt()),
						"Add the meeting to meetings and the report to reports, or name an earlier day with --as-at", true)
				: new ReportProblem("reports", "", "No report for %s on %s is on file as at %s".formatted(meeting.bodyTitle(), Wording.day(meeting.meetsOn()),
						Wording.day(snapshot.asAt())), "Add a row to reports for %s, %s".formatted(meeting.body(), meeting.meetsOn()), true);
	}

	/// Stops a report that cannot go out as it is; all that refuses it is said at once.
	static void demand(Snapshot snapshot) {
		var refused = problems(snapshot).stream().filter(ReportProblem::refused).toList();
		boolean refusesDrafts = snapshot.report() == null || isAgainstItsAudience(snapshot, snapshot.report());
		if (!refused.isEmpty() && (refusesDrafts || !snapshot.draft())) {
			throw new PackProblem(PackProblem.Kind.INPUT, "The report cannot go out as it is%s:\n%s".formatted(
					refusesDrafts ? "" : " (--draft makes it all the same and says so)",
					refused.stream().map(problem -> "  " + problem.sentence()).collect(Collectors.joining("\n"))));
		}
	}

}

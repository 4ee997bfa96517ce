package org.packhorse.pack;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.packhorse.authority.Meeting;
import org.packhorse.authority.Narrative;
import org.packhorse.authority.Report;

/// The committee report as packs print it.
final class ReportLines {

	private ReportLines() {
	}

	static PackModel.@Nullable ReportPage of(Disclosed disclosed) {
		var snapshot = disclosed.facts();
		var report = snapshot.report();
		if (report == null) {
			return null;
		}
		var bodies = new HashMap<String, String>();
		var next = snapshot.proceedings().next();
		if (next != null) {
			bodies.put(next.body(), next.bodyTitle());
		}
		report.also().forEach(meeting -> bodies.put(meeting.body(), meeting.bodyTitle()));
		return new PackModel.ReportPage(report.title(), report.keyDecision(), report.noticeOn(), report.exempt(),
				report.also().stream().map(ReportLines::meeting).toList(),
				report.fields().stream().map(field -> new PackModel.FormField(field.name(), field.lines())).toList(),
				report.recommendations().stream().map(one -> recommendation(one, bodies.getOrDefault(one.forBody(), one.forBody()))).toList(),
				report.appendices().stream().map(one -> new PackModel.Appendix(one.no(), one.title())).toList(), ReportDeadlines.days(snapshot),
				disclosed.leavesOutExempt() ? disclosed.exempt().stream().map(Narrative::part).toList() : List.of());
	}

	static PackModel.Meeting meeting(Meeting meeting) {
		return new PackModel.Meeting(meeting.bodyTitle(), meeting.meetsOn(), meeting.title(), meeting.venue());
	}

	private static PackModel.Recommendation recommendation(Report.Recommendation one, String forBody) {
		return new PackModel.Recommendation(one.kind().name().toLowerCase(Locale.ROOT), one.no(), one.words(), forBody);
	}

}

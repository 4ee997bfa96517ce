package org.packhorse.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.packhorse.authority.Meeting;
import org.packhorse.authority.Report;
import org.packhorse.calendar.BankHolidays;
import org.packhorse.calendar.BankHolidaysMissing;
import org.packhorse.calendar.ClearDays;
import org.packhorse.calendar.WorkingDays;

/// By when a committee report and the notices before it must be published: five clear working days before each meeting, and
/// 28 clear days for key decisions and for business in private.
final class ReportDeadlines {

	private final Snapshot snapshot;

	private final Report report;

	private final WorkingDays workingDays;

	/// What is still to come, or has been kept.
	private final List<String> days = new ArrayList<>();

	/// What has been missed, or cannot be worked out.
	private final List<String> missed = new ArrayList<>();

	private ReportDeadlines(Snapshot snapshot, Report report) {
		this.snapshot = snapshot;
		this.report = report;
		this.workingDays = new WorkingDays(new BankHolidays(Set.copyOf(snapshot.holidays())));
		meetings().filter(meeting -> !meeting.meetsOn().isBefore(snapshot.asAt())).forEach(this::agenda);
		if (report.keyDecision()) {
			notice("the key decision", report.noticeOn() != null);
		}
		if (report.exempt() > 0) {
			notice("taking the report in private", report.noticeOn() != null);
		}
	}

	/// Those of the snapshot's report; none without one.
	static List<String> days(Snapshot snapshot) {
		var report = snapshot.report();
		return report == null ? List.of() : new ReportDeadlines(snapshot, report).days;
	}

	/// What the readiness list must say of them.
	static List<String> missed(Snapshot snapshot) {
		var report = snapshot.report();
		return report == null ? List.of() : new ReportDeadlines(snapshot, report).missed;
	}

	private Stream<Meeting> meetings() {
		return Stream.concat(Stream.ofNullable(this.snapshot.proceedings().next()), this.report.also().stream());
	}

	private void agenda(Meeting meeting) {
		try {
			var latest = ClearDays.WORKING.latestPublication(meeting.meetsOn(), ClearDays.OF_AN_AGENDA, this.workingDays);
			var why = "%d clear days before %s meets on %s".formatted(ClearDays.OF_AN_AGENDA, meeting.bodyTitle(), Wording.day(meeting.meetsOn()));
			say(latest, "The agenda with this report", why);
		}
		catch (BankHolidaysMissing missing) {
			this.missed.add("The last day for publishing the agenda of %s on %s cannot be worked out. %s".formatted(meeting.bodyTitle(),
					Wording.day(meeting.meetsOn()), missing.getMessage()));
		}
	}

	private void notice(String of, boolean published) {
		var latest = ClearDays.CALENDAR.latestPublication(this.report.meetsOn(), ClearDays.OF_A_KEY_DECISION, this.workingDays);
		var notice = this.report.noticeOn();
		if (!published || notice == null) {
			say(latest, "Notice of " + of, "%d clear days before the meeting; reports.notice_on says when".formatted(ClearDays.OF_A_KEY_DECISION));
		}
		else if (notice.isAfter(latest)) {
			this.missed.add("Notice of %s was published on %s, and the last day for it was %s: %d clear days before the meeting.".formatted(of,
					Wording.day(notice), Wording.day(latest), ClearDays.OF_A_KEY_DECISION));
		}
		else {
			this.days.add("Notice of %s was published on %s, in time.".formatted(of, Wording.day(notice)));
		}
	}

	private void say(LocalDate latest, String what, String why) {
		if (latest.isBefore(this.snapshot.asAt())) {
			this.missed.add("%s was to be published by %s (%s), which has passed.".formatted(what, Wording.day(latest), why));
		}
		else {
			this.days.add("%s must be published by %s: %s.".formatted(what, Wording.day(latest), why));
		}
	}

}

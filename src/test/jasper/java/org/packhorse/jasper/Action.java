package org.packhorse.jasper;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/// An action with what its lead reported last, and its colour by the rules of the packs.
final class Action {

	final String section;

	final String ref;

	final String words;

	final String lead;

	final boolean priority;

	final LocalDate starts;

	final LocalDate firstDue;

	private LocalDate due;

	private LocalDate reported;

	private String state = "";

	private double percent;

	private String declared = "";

	private int moves;

	private boolean evidence;

	/// A colour and one sentence of reason.
	record Rating(String colour, String reason) {
	}

	Action(Map<String, String> row) {
		this.section = row.get("section");
		this.ref = row.get("ref");
		this.words = row.get("action");
		this.lead = row.get("lead");
		this.priority = row.get("priority").equals("yes");
		this.starts = LocalDate.parse(row.get("starts_on"));
		this.firstDue = row.get("due_on").equals("ongoing") ? null : LocalDate.parse(row.get("due_on"));
		this.due = this.firstDue;
	}

	/// The next report; they come in the order of their days.
	void report(Map<String, String> row) {
		this.reported = LocalDate.parse(row.get("reported_on"));
		this.state = row.get("state");
		this.declared = row.get("declared_rag");
		this.percent = Double.parseDouble(row.get("percent_complete"));
		this.evidence |= !row.get("evidence").isBlank();
		if (!row.get("revised_due_on").isBlank()) {
			this.due = LocalDate.parse(row.get("revised_due_on"));
			this.moves++;
		}
	}

	String progress() {
		var now = this.due == null ? "ongoing" : Say.day(this.due);
		var first = this.moves == 0 ? "" : "\nfirst agreed: " + Say.day(this.firstDue);
		return (this.reported == null ? "nothing reported" : "%.0f%% done".formatted(this.percent)) + "\n" + now + first;
	}

	/// The first rule that fits.
	Rating rating(LocalDate day) {
		if (List.of("superseded", "cancelled", "deferred").contains(this.state)) {
			return new Rating("GREY", "No longer to be done: %s, reported on %s.".formatted(this.state, Say.day(this.reported)));
		}
		if (this.state.equals("embedded") && this.evidence) {
			return new Rating("BLUE", "Embedded with evidence, reported on %s.".formatted(Say.day(this.reported)));
		}
		if (List.of("complete", "evidenced", "embedded").contains(this.state)) {
			return new Rating("COMPLETE", "Reported complete on %s%s.".formatted(Say.day(this.reported), this.evidence ? "" : ", without evidence"));
		}
		if (this.starts.isAfter(day)) {
			return new Rating("GREY", "Not due to start before %s.".formatted(Say.day(this.starts)));
		}
		return open(day);
	}

	private Rating open(LocalDate day) {
		if (this.due != null && day.isAfter(this.due)) {
			return new Rating("RED", "Overdue by %d days: due %s, %.0f%% reported.".formatted(days(this.due, day), Say.day(this.due), this.percent));
		}
		long quiet = days(this.reported == null ? this.starts : this.reported, day);
		if (quiet > 62) {
			return new Rating("RED", "Nothing reported for %d days, since %s.".formatted(quiet, Say.day(this.reported)));
		}
		if (this.declared.equals("red")) {
			return new Rating("RED", "Declared red by its lead on %s.".formatted(Say.day(this.reported)));
		}
		if (this.due == null) {
			return new Rating("AMBER", "It has no due date, so that progress cannot be expected.");
		}
		return paced(day, quiet);
	}

	private Rating paced(LocalDate day, long quiet) {
		double expected = Math.clamp(100.0 * days(this.starts, day) / days(this.starts, this.due), 0, 100);
		var figures = "%.1f%% expected by now, %.0f%% reported".formatted(expected, this.percent);
		if (expected - this.percent >= 5 && this.percent / expected < 0.9) {
			boolean far = this.percent / expected < 0.7;
			return new Rating(far ? "RED" : "AMBER", "%s: %s.".formatted(far ? "Far behind" : "Behind", figures));
		}
		if (days(day, this.due) <= 28 && this.percent < expected) {
			return new Rating("AMBER", "Due soon, on %s: %s.".formatted(Say.day(this.due), figures));
		}
		if (this.moves > 0) {
			return new Rating("AMBER", "Its date moved %s: first %s, now %s.".formatted(this.moves == 1 ? "once" : this.moves + " times", Say.day(this.firstDue), Say.day(this.due)));
		}
		if (quiet > 35) {
			return new Rating("AMBER", "Nothing reported for %d days.".formatted(quiet));
		}
		return this.declared.equals("amber") ? new Rating("AMBER", "Declared amber by its lead on %s.".formatted(Say.day(this.reported)))
				: new Rating("GREEN", "On track: %s.".formatted(figures));
	}

	private static long days(LocalDate from, LocalDate to) {
		return ChronoUnit.DAYS.between(from, to);
	}

}

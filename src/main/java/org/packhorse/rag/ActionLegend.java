package org.packhorse.rag;

import java.math.BigDecimal;

/// How a legend says each rule for actions, with the thresholds in force.
record ActionLegend(RagSettings settings) {

	String withdrawn() {
		return "The action is superseded, cancelled or deferred.";
	}

	String embedded() {
		return "The action is embedded, evidence is given, and the linked indicator, if any, is not red.";
	}

	String complete() {
		return "The action is complete, evidenced or embedded, or its day of completion has come.";
	}

	String notDue() {
		return "The action starts later and no progress is reported.";
	}

	String overdue() {
		return "The due date has passed.";
	}

	String silent() {
		return quiet(this.settings.reporting().silentDays());
	}

	String declaredRed() {
		return "The lead declares the action red.";
	}

	String noDate() {
		return "There is no due date, or no start to measure progress from.";
	}

	String farBehind() {
		return behind(this.settings.progress().farBehindRatio());
	}

	String behind() {
		return behind(this.settings.progress().behindRatio());
	}

	String dueSoon() {
		return "The action is due within %s and its progress is less than expected."
			.formatted(Say.count(this.settings.dates().dueSoonDays(), "day"));
	}

	String moved() {
		var moves = this.settings.dates().moves();
		return moves == 1 ? "The due date was moved; a new date never turns an action green."
				: "The due date was moved %d times or more.".formatted(moves);
	}

	String stale() {
		return quiet(this.settings.reporting().staleDays());
	}

	String declaredAmber() {
		return "The lead declares the action amber.";
	}

	String onTrack() {
		return "None of the above: the action is on track.";
	}

	private String quiet(int days) {
		return "Nothing was reported for more than %s since the start or the last report.".formatted(Say.count(days, "day"));
	}

	private String behind(BigDecimal ratio) {
		return "Progress is at least %s points short of what is expected by now and less than %s%% of it."
			.formatted(Say.plain(this.settings.progress().behindPoints()), Say.plain(ratio.movePointRight(2)));
	}

}

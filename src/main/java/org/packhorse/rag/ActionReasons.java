package org.packhorse.rag;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.packhorse.plan.Update.State;

/// Why an action has its colour, in one sentence with the figures used.
final class ActionReasons {

	private ActionReasons() {
	}

	static String withdrawn(ActionFacts facts) {
		return "The action is %s, as reported on %s.".formatted(state(facts), lastReport(facts));
	}

	static String embedded(ActionFacts facts) {
		var evidence = Objects.requireNonNull(facts.evidence());
		var kpi = facts.linkedKpi();
		return "Embedded, with evidence reported on %s%s.".formatted(Say.day(evidence.reportedOn()),
				kpi == null ? "" : ", and the linked indicator %s is %s".formatted(kpi.kpi().code(), colour(kpi.rating())));
	}

	static String complete(ActionFacts facts) {
		var completed = facts.completedOn();
		var done = completed == null || facts.state() == State.EMBEDDED
				? "Reported %s on %s".formatted(state(facts), lastReport(facts)) : "Completed on " + Say.day(completed);
		var doubts = Stream.of(facts.evidence() == null ? "no evidence is given" : "",
				facts.kpiRed() && facts.linkedKpi() != null ? "the linked indicator %s is red".formatted(facts.linkedKpi().kpi().code()) : "")
			.filter(doubt -> !doubt.isEmpty())
			.collect(Collectors.joining(" and "));
		return done + (doubts.isEmpty() ? "." : ", but " + doubts + ".");
	}

	static String notDue(ActionFacts facts) {
		return "Not due to start until %s.".formatted(day(facts.start()));
	}

	static String overdue(ActionFacts facts) {
		var days = -Objects.requireNonNull(facts.daysToDue());
		return "Overdue by %s: due %s%s, %s.".formatted(Say.count(days, "day"), day(facts.due().now()), firstDue(facts), reported(facts));
	}

	static String quiet(ActionFacts facts) {
		var since = Objects.requireNonNull(facts.quietSince());
		var what = since.equals(facts.lastReportedOn()) ? "the last report" : "the start";
		return "Nothing reported for %s, since %s on %s.".formatted(Say.count(facts.quietDays(), "day"), what, Say.day(since));
	}

	static String declared(ActionFacts facts) {
		var declared = Objects.requireNonNull(facts.declared());
		return "Declared %s by its lead on %s.".formatted(declared.name().toLowerCase(Locale.ROOT), lastReport(facts));
	}

	static String noDate(ActionFacts facts) {
		if (facts.due().now() != null) {
			return "No start date to measure progress from; due %s.".formatted(day(facts.due().now()));
		}
		var words = facts.action().dueWords();
		return words.isBlank() ? "No due date to measure progress against."
				: "No due date to measure progress against: the plan says \"%s\".".formatted(words.strip());
	}

	static String farBehind(ActionFacts facts) {
		return "Far behind: %s, %s, due %s.".formatted(reported(facts), expected(facts), day(facts.due().now()));
	}

	static String behind(ActionFacts facts) {
		return "Behind: %s, %s, due %s.".formatted(reported(facts), expected(facts), day(facts.due().now()));
	}

	static String dueSoon(ActionFacts facts) {
		var days = Objects.requireNonNull(facts.daysToDue());
		var when = days == 0 ? "Due today, " : "Due in %s, on ".formatted(Say.count(days, "day"));
		return "%s%s: %s, %s.".formatted(when, day(facts.due().now()), reported(facts), expected(facts));
	}

	static String moved(ActionFacts facts) {
		var from = facts.due().original() == null ? "the plan gave none" : "first due " + day(facts.due().original());
		return "The due date has moved %s: now due %s, %s.".formatted(times(facts.due().moves()), day(facts.due().now()), from);
	}

	static String onTrack(ActionFacts facts) {
		return "On track: %s, %s, due %s.".formatted(reported(facts), expected(facts), day(facts.due().now()));
	}

	static String colour(Rag rating) {
		return rating.words().toLowerCase(Locale.ROOT);
	}

	private static String reported(ActionFacts facts) {
		return facts.percentGiven() ? "reported %s%% complete".formatted(Say.plain(facts.percent())) : "no progress reported";
	}

	private static String expected(ActionFacts facts) {
		return "%s expected by now".formatted(Say.percent(Objects.requireNonNull(facts.expected()).percent()));
	}

	private static String firstDue(ActionFacts facts) {
		return facts.due().moves() == 0 || facts.due().original() == null ? ""
				: " (moved %s, first due %s)".formatted(times(facts.due().moves()), day(facts.due().original()));
	}

	private static String times(int moves) {
		return switch (moves) {
			case 1 -> "once";
			case 2 -> "twice";
			default -> moves + " times";
		};
	}

	private static String state(ActionFacts facts) {
		return Objects.requireNonNull(facts.state()).words();
	}

	private static String lastReport(ActionFacts facts) {
		return day(facts.lastReportedOn());
	}

	private static String day(@Nullable LocalDate date) {
		return Say.day(Objects.requireNonNull(date));
	}

}

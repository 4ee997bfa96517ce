package org.packhorse.national;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

import org.packhorse.national.Tables.Table;

/// What the lead of an action reported month by month.
final class History {

	static final int MONTHS = 13;

	private static final List<String> EVIDENCE = Words.list("evidence");

	private static final List<String> IMPACT = Words.list("impact");

	private static final List<String> NOTES = Words.list("notes");

	private final PlannedAction action;

	private final FictionalCouncil council;

	private final Random random;

	History(PlannedAction action, FictionalCouncil council, Random random) {
		this.action = action;
		this.council = council;
		this.random = random;
	}

	/// Thirteen months at most: from the action's start to its end, with a month left out now and then.
	void write(Tables tables) {
		int moves = 0;
		for (int month = 0; month < MONTHS; month++) {
			var reported = this.council.reportDay(month);
			if (reported.isBefore(this.action.starts()) || isOver(reported)) {
				continue;
			}
			boolean moving = moves < this.action.moved().size() && !reported.plusMonths(1).isBefore(dueBefore(moves));
			var moved = moving ? this.action.moved().get(moves++).toString() : "";
			if (moving || endsIn(reported) || month == MONTHS - 1 || this.random.nextInt(12) > 0) {
				write(tables, reported, moved, month == MONTHS - 1);
			}
		}
	}

	private LocalDate dueBefore(int moves) {
		return moves == 0 ? this.action.due() : this.action.moved().get(moves - 1);
	}

	private boolean isOver(LocalDate reported) {
		return this.action.fate().isEnd() && YearMonth.from(reported).isAfter(this.action.ended())
				|| this.action.fate() == Fate.SILENT && reported.isAfter(LocalDate.of(2026, 1, 25));
	}

	private boolean endsIn(LocalDate reported) {
		return this.action.fate().isEnd() && YearMonth.from(reported).equals(this.action.ended());
	}

	private void write(Tables tables, LocalDate reported, String moved, boolean last) {
		boolean ends = endsIn(reported);
		int percent = percent(last ? NationalData.AS_AT : reported);
		boolean done = ends && this.action.fate() != Fate.WITHDRAWN;
		var theme = this.council.themes().get(this.action.section() - 1);
		boolean shows = done || this.random.nextInt(3) == 0;
		tables.row(Table.UPDATES, this.council.code(), NationalData.PLAN, this.action.ref(), reported, state(ends, percent), done ? 100 : percent,
				ends ? "" : declared(last), moved, done ? reported.minusDays(3) : "", shows ? Words.phrase(EVIDENCE, this.random, reported, theme) : "",
				shows ? Words.phrase(IMPACT, this.random, reported, theme) : "", Words.phrase(NOTES, this.random, reported, theme));
	}

	private String state(boolean ends, int percent) {
		if (!ends) {
			return percent < 5 ? "not started" : "in progress";
		}
		return switch (this.action.fate()) {
			case EMBEDDED -> "embedded";
			case WITHDRAWN -> List.of("superseded", "cancelled", "deferred").get(this.random.nextInt(3));
			default -> this.random.nextBoolean() ? "complete" : "evidenced";
		};
	}

	/// The lead's own colour, which is kinder than the rules now and then.
	private String declared(boolean last) {
		if (!last) {
			return this.random.nextInt(4) == 0 ? "amber" : "green";
		}
		return switch (this.action.fate()) {
			case DECLARED_RED -> "red";
			case DECLARED_AMBER, OVERDUE -> "amber";
			case BEHIND, FAR_BEHIND, MOVED, ONGOING -> this.random.nextInt(3) == 0 ? "green" : "amber";
			default -> "green";
		};
	}

	private int percent(LocalDate day) {
		var due = this.action.dueNow() != null ? this.action.dueNow() : LocalDate.of(2026, 12, 31);
		double length = ChronoUnit.DAYS.between(this.action.starts(), due);
		double expected = Math.clamp(100 * ChronoUnit.DAYS.between(this.action.starts(), day) / length, 0, 100);
		return (int) Math.min(98, Math.ceil(expected * this.action.pace()));
	}

}

package org.packhorse.national;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;

/// One action of a plan and what became of it.
///
/// @param due when it was first due; none for what goes on
/// @param moved the dates that it was moved to, each reported before the one before had come
/// @param pace its progress in parts of what was to be expected
/// @param ended the month in which it was done or withdrawn, for those that were
record PlannedAction(int section, String ref, String words, boolean priority, LocalDate starts, LocalDate due, List<LocalDate> moved,
		Fate fate, double pace, YearMonth ended) {

	/// An action with a fate and the dates that lead to it as at 31 March 2026.
	static PlannedAction of(int section, int place, String words, Random random) {
		var fate = Fate.draw(random);
		var starts = fate == Fate.NOT_DUE ? LocalDate.of(2026, 4, 15).plusDays(random.nextInt(120)) : LocalDate.of(2025, 1, 20).plusDays(random.nextInt(150));
		var ended = YearMonth.of(2025, 9).plusMonths(random.nextInt(7));
		return new PlannedAction(section, "%d.%02d".formatted(section, place), words, random.nextInt(5) == 0, starts, due(fate, ended, random),
				moved(fate, random), fate, pace(fate, random), ended);
	}

	/// The day that it is due now.
	LocalDate dueNow() {
		return this.moved.isEmpty() ? this.due : this.moved.getLast();
	}

	private static LocalDate due(Fate fate, YearMonth ended, Random random) {
		return switch (fate) {
			case ONGOING -> null;
			case COMPLETE, EMBEDDED -> ended.plusMonths(random.nextInt(4)).atEndOfMonth();
			case OVERDUE -> LocalDate.of(2026, 1, 10).plusDays(random.nextInt(70));
			case MOVED -> LocalDate.of(2025, 10, 31).plusDays(random.nextInt(30));
			case NOT_DUE -> LocalDate.of(2026, 12, 31).plusDays(random.nextInt(60));
			case ON_TRACK, BEHIND, FAR_BEHIND, SILENT, DECLARED_AMBER, DECLARED_RED, WITHDRAWN ->
				LocalDate.of(2026, 6, 15).plusDays(random.nextInt(180));
		};
	}

	private static List<LocalDate> moved(Fate fate, Random random) {
		if (fate != Fate.MOVED) {
			return List.of();
		}
		var last = LocalDate.of(2026, 7, 31).plusDays(random.nextInt(120));
		return random.nextInt(3) == 0 ? List.of(LocalDate.of(2026, 2, 28), last) : List.of(last);
	}

	private static double pace(Fate fate, Random random) {
		return switch (fate) {
			case BEHIND -> 0.75 + random.nextInt(11) / 100.0;
			case FAR_BEHIND -> 0.40 + random.nextInt(24) / 100.0;
			case OVERDUE -> 0.60 + random.nextInt(30) / 100.0;
			case COMPLETE, EMBEDDED, ON_TRACK, MOVED, SILENT, DECLARED_AMBER, DECLARED_RED, NOT_DUE, WITHDRAWN, ONGOING ->
				1.0 + random.nextInt(10) / 100.0;
		};
	}

}

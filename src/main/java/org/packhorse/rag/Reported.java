package org.packhorse.rag;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// How an action stands with what its lead has to report: one that has not begun, is done or was withdrawn owes nothing.
public enum Reported {

	NOT_WANTED, RECENTLY, TOO_LONG_AGO, NEVER;

	private static final Set<RagRule> OWE_NOTHING = EnumSet.of(RagRule.WITHDRAWN, RagRule.EMBEDDED, RagRule.COMPLETE, RagRule.NOT_DUE);

	static Reported of(ActionAssessment action, LocalDate asAt, int staleDays) {
		var last = action.progress().lastReportedOn();
		if (OWE_NOTHING.contains(action.rule())) {
			return NOT_WANTED;
		}
		if (last == null) {
			return NEVER;
		}
		return ChronoUnit.DAYS.between(later(last, action.dates().startsOn()), asAt) > staleDays ? TOO_LONG_AGO : RECENTLY;
	}

	private static LocalDate later(LocalDate last, @Nullable LocalDate start) {
		return start != null && start.isAfter(last) ? start : last;
	}

}

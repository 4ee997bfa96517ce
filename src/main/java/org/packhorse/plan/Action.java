package org.packhorse.plan;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// One action of a plan with the updates that were reported by a date.
///
/// @param ref identifies the action within its plan
/// @param startsOn its own start, or null for the plan's approval date
/// @param dueOn the original due date (the last day of a month that came without a day), or null when it has none
/// @param dueWords what the plan says when it is not a plain date, such as "Dec 2016" or "ongoing"; else blank
/// @param successMeasure how success will be known, or blank
/// @param kpi code of the linked indicator, or blank
/// @param updates what was reported by the date, oldest first, one a day at most
public record Action(String ref, String action, String lead, boolean priority, @Nullable LocalDate startsOn,
		@Nullable LocalDate dueOn, String dueWords, String successMeasure, String kpi, List<Update> updates) {

	public Action {
		updates = List.copyOf(updates);
	}

}

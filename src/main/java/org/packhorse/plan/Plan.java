package org.packhorse.plan;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// An improvement plan as it was known at a date.
///
/// @param code identifies the plan within its authority
/// @param inspection the inspection it answers, in words, or blank
/// @param approvedOn when it was approved; an action without a start date starts then
public record Plan(String code, String title, String inspection, @Nullable LocalDate approvedOn, List<Section> sections) {

	public Plan {
		sections = List.copyOf(sections);
	}

}

package org.packhorse.authority;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// What a body decided at a meeting, or asked somebody to do.
///
/// @param no its number in the minutes
/// @param lead the post that was asked, or blank
/// @param closedOn when it was done or dropped, or null while it is open
/// @param outcome what came of it, or blank
public record Decision(LocalDate metOn, String no, Kind kind, String words, String lead, @Nullable LocalDate dueOn,
		@Nullable LocalDate closedOn, String outcome) {

	/// A decision, or an action that somebody was asked to take.
	public enum Kind {

		DECISION, ACTION

	}

}

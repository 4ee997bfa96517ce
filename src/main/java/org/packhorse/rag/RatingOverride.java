package org.packhorse.rag;

import java.time.LocalDate;

/// A colour that somebody sets in place of the computed one for a while.
///
/// @param post the post that sets it
/// @param approver the second post, which a better colour needs; or blank
/// @param from the first day on which it runs
/// @param until the last day on which it runs
public record RatingOverride(Rag rating, String reason, String post, String approver, LocalDate from, LocalDate until) {

	boolean runsAt(LocalDate day) {
		return !day.isBefore(this.from) && !day.isAfter(this.until);
	}

}

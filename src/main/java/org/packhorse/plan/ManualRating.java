package org.packhorse.plan;

import java.time.LocalDate;

/// A colour set by hand for a time, as the table has it.
///
/// @param action the action's ref
/// @param rating the colour in lower case: red, amber, green, blue, complete or grey
/// @param post who set it
/// @param approver a second post, or blank
public record ManualRating(String plan, String action, String rating, String reason, String post, String approver, LocalDate from, LocalDate until) {
}

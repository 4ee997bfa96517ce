package org.packhorse.kpi;

import java.time.LocalDate;

/// What a reader of an indicator's chart must know.
///
/// @param rebase whether mean and limits begin anew on the day; else it is a note
/// @param words what happened, or why the limits begin anew
public record ChartEvent(String kpi, LocalDate startsOn, boolean rebase, String words) {
}

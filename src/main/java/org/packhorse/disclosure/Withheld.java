package org.packhorse.disclosure;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.packhorse.kpi.Kpi;

/// A reading that the public does not get. Its figures are for the search of the finished files alone; they are in no message
/// and no log, so `toString` leaves them out.
///
/// @param because the reason in words, with the group that would tell
/// @param alreadyPublic whether the public has the figure all the same: an earlier edition showed it, or it follows from what one showed
public record Withheld(Kpi kpi, LocalDate periodEnd, Figures figures, Reason reason, String because, boolean alreadyPublic) {

	/// The figures of a reading: value as a pack would show it before rounding, numerator and denominator.
	public record Figures(@Nullable BigDecimal value, @Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {

		@Override
		public String toString() {
			return "(withheld)";
		}

	}

	@Override
	public String toString() {
		return "%s %s: %s%s".formatted(this.kpi.code(), this.periodEnd, this.because, this.alreadyPublic ? " (already public)" : "");
	}

}

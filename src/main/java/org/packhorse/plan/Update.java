package org.packhorse.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/// What a lead reported of an action on one day; every fact but the day may be missing.
///
/// @param percentComplete 0 to 100
/// @param declared the lead's own colour
/// @param revisedDueOn a new due date asked for or agreed
public record Update(LocalDate reportedOn, @Nullable State state, @Nullable BigDecimal percentComplete, @Nullable Colour declared,
		@Nullable LocalDate revisedDueOn, @Nullable LocalDate completedOn, String evidence, String impact, String note) {

	/// Where an action stands.
	public enum State {

		NOT_STARTED, IN_PROGRESS, COMPLETE, EVIDENCED, EMBEDDED, DEFERRED, CANCELLED, SUPERSEDED;

		/// The state as trackers and packs write it: "not started".
		public String words() {
			return name().toLowerCase(Locale.ROOT).replace('_', ' ');
		}

	}

	/// A colour that a lead may declare.
	public enum Colour {

		RED, AMBER, GREEN

	}

}

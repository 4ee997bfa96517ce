package org.packhorse.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/// An inspection or visit as it was known at a date, with what it found.
///
/// @param code identifies it within its authority
/// @param receivedOn when the council received the letter or report, which is day 0 of its deadlines, or null
/// @param publishedOn when it was published, or null
/// @param draftDueOn the day that the letter states for the draft plan, or null
/// @param finalDueOn the same for the final plan
/// @param draftSentOn when the draft plan was sent, or null
/// @param finalSentOn the same for the final plan
public record Inspection(String code, String title, Kind kind, @Nullable LocalDate receivedOn, @Nullable LocalDate publishedOn,
		@Nullable LocalDate draftDueOn, @Nullable LocalDate finalDueOn, @Nullable LocalDate draftSentOn, @Nullable LocalDate finalSentOn,
		List<Finding> findings) {

	/// What it was.
	public enum Kind {

		INSPECTION, FOCUSED_VISIT, MONITORING_VISIT;

		/// The kind as tables and packs write it: "focused visit".
		public String words() {
			return name().toLowerCase(Locale.ROOT).replace('_', ' ');
		}

	}

	/// What it found to need improvement.
	///
	/// @param no its number in the letter or report
	/// @param plan code of the plan that answers it, or blank
	/// @param section number of the section that answers it, or blank when none does
	public record Finding(String no, Weight weight, String words, String plan, String section) {

		/// How the inspectors call it.
		public enum Weight {

			PRIORITY_ACTION, AREA_FOR_IMPROVEMENT, RECOMMENDATION;

			/// As tables and packs write it: "priority action".
			public String words() {
				return name().toLowerCase(Locale.ROOT).replace('_', ' ');
			}

		}

	}

	public Inspection {
		findings = List.copyOf(findings);
	}

	/// The day that its deadlines are counted from: of receipt, else of publication.
	public @Nullable LocalDate trigger() {
		return this.receivedOn != null ? this.receivedOn : this.publishedOn;
	}

}

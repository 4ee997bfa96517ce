package org.packhorse.rag;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.packhorse.plan.Action;
import org.packhorse.plan.Update.Colour;
import org.packhorse.plan.Update.State;

/// An action's colour at a date, with the facts it rests on.
///
/// @param computed what the rules say, whatever anybody overrides
/// @param overrides those that run at the date, applied or refused; the applied one, if any, comes first
public record ActionAssessment(Action action, Verdict computed, Progress progress, Dates dates, List<OverrideOutcome> overrides,
		Set<Flag> flags) {

	/// How far the action is, as reported by the date.
	///
	/// @param state what the latest update says, null when it says nothing
	/// @param declared the lead's own colour in the latest update
	/// @param expected unrounded percentage that should be done by the date, or null when it cannot be known
	/// @param reported the latest percentage reported, 0 when there is none
	/// @param evidence the latest that is not blank, else blank
	/// @param lastReportedOn when the latest update was reported, or null
	public record Progress(@Nullable State state, @Nullable Colour declared, @Nullable BigDecimal expected, BigDecimal reported,
			String evidence, @Nullable LocalDate lastReportedOn) {
	}

	/// The action's dates, with the memory of every slip.
	///
	/// @param startsOn its own start, else the plan's approval
	/// @param moves how often the due date changed
	/// @param daysSlipped from the original to the present due date, negative when brought forward; null without both
	/// @param daysToDue negative when overdue; null without a due date
	public record Dates(@Nullable LocalDate startsOn, @Nullable LocalDate originalDueOn, @Nullable LocalDate dueOn, int moves,
			@Nullable Long daysSlipped, @Nullable Long daysToDue) {
	}

	/// An override that runs at the date and what became of it.
	///
	/// @param words what the annex says of it: who set it, why, until when; or why it is not applied
	public record OverrideOutcome(RatingOverride override, boolean applied, String words) {
	}

	/// What a reader should know beside the colour.
	public enum Flag {

		/// The declared colour is better than the computed one.
		OPTIMISTIC("optimistic", "The declared colour is better than the facts allow."),

		/// Complete without evidence, or with evidence that is too old.
		EVIDENCE_GAP("evidence-gap", "Complete without recent evidence."),

		/// Nothing was ever reported.
		NO_UPDATE("no-update", "Nothing has been reported yet."),

		/// An earlier update called it complete, the latest does not.
		REOPENED("reopened", "Reported as complete before, but not in the latest update."),

		/// An override replaces the computed colour.
		OVERRIDDEN("overridden", "The colour was set by hand; the computed colour is shown beside it."),

		/// An override runs but may not be applied.
		OVERRIDE_REFUSED("override-refused", "A colour set by hand is not applied.");

		private final String id;

		private final String words;

		Flag(String id, String words) {
			this.id = id;
			this.words = words;
		}

		/// The name that packs carry.
		public String id() {
			return this.id;
		}

		/// The flag as a reader sees it.
		public String words() {
			return this.words;
		}

	}

	public ActionAssessment {
		overrides = List.copyOf(overrides);
		flags = Set.copyOf(flags);
	}

	/// The colour in effect: the override's while one applies, else the computed one.
	public Rag rating() {
		var applied = override();
		return applied == null ? this.computed.rating() : applied.rating();
	}

	/// The rule behind the computed colour.
	public RagRule rule() {
		return this.computed.rule();
	}

	/// Why, in one sentence: of the computed colour.
	public String reason() {
		return this.computed.reason();
	}

	/// The override that replaces the computed colour, or null.
	public @Nullable RatingOverride override() {
		return this.overrides.stream().filter(OverrideOutcome::applied).map(OverrideOutcome::override).findFirst().orElse(null);
	}

}

package org.packhorse.rag;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.packhorse.rag.ActionAssessment.OverrideOutcome;
import org.packhorse.rag.ActionAssessment.OverrideOutcome.Status;

/// Decides which override applies: of those that run and are in order, the one that began last (of equals the one given
/// last); the applied one comes first in the answer.
record Overrides(List<RatingOverride> given, Verdict computed, LocalDate asAt) {

	List<OverrideOutcome> outcomes() {
		var outcomes = new ArrayList<OverrideOutcome>();
		for (var override : running()) {
			var fault = fault(override);
			if (!fault.isEmpty()) {
				outcomes.add(new OverrideOutcome(override, Status.REFUSED, "%s Not applied: %s.".formatted(words(override), fault)));
			}
			else if (outcomes.stream().anyMatch(OverrideOutcome::applied)) {
				outcomes.add(new OverrideOutcome(override, Status.REPLACED, words(override) + " Replaced by a later one."));
			}
			else {
				outcomes.addFirst(new OverrideOutcome(override, Status.APPLIED, words(override)));
			}
		}
		return outcomes;
	}

	private List<RatingOverride> running() {
		return this.given.reversed()
			.stream()
			.filter(override -> override.runsAt(this.asAt))
			.sorted(Comparator.comparing(RatingOverride::from).reversed())
			.toList();
	}

	private String fault(RatingOverride override) {
		if (override.rating() == Rag.NONE) {
			return "an action cannot be set to \"not rated\"";
		}
		if (override.reason().isBlank() || override.post().isBlank()) {
			return "it needs a reason and the post that sets it";
		}
		var alone = override.approver().isBlank() || override.approver().strip().equalsIgnoreCase(override.post().strip());
		return alone && override.rating().betterThan(this.computed.rating())
				? "a better colour needs a second post as approver" : "";
	}

	private String words(RatingOverride override) {
		var approved = override.approver().isBlank() ? "" : ", approved by " + override.approver().strip();
		return "Set to %s by %s%s from %s until %s: %s"
			.formatted(ActionReasons.colour(override.rating()), override.post().isBlank() ? "an unnamed post" : override.post().strip(),
					approved, Say.day(override.from()), Say.day(override.until()), sentence(override.reason()));
	}

	private static String sentence(String reason) {
		var words = reason.strip();
		return words.isEmpty() ? "no reason given." : words.matches(".*[.!?]") ? words : words + ".";
	}

}

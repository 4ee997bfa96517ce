package org.packhorse.disclosure;

import java.util.ArrayList;
import java.util.List;

/// The sentences that a pack prints of what it withholds. They name neither figures nor how many of them are withheld for
/// the sake of another, which would help to guess.
final class Note {

	private final DisclosureRule rule;

	private final List<Withheld> withheld;

	Note(DisclosureRule rule, List<Withheld> withheld) {
		this.rule = rule;
		this.withheld = withheld;
	}

	List<String> sentences() {
		if (this.withheld.isEmpty()) {
			return List.of("No figure of this pack is withheld to protect children and families.");
		}
		var sentences = new ArrayList<String>();
		sentences.add("The letter c stands for a figure that is withheld so that no child or family can be recognised.");
		sentences.add("Withheld are numbers from %s; shares of them, of fewer than %d cases, and of %sall but %s; and any figure from which a withheld one could be worked out."
			.formatted(few(), this.rule.smallestDenominator(), this.rule.hideAll() ? "all or " : "", span()));
		if (!this.rule.hideZero()) {
			sentences.add("A figure of 0 is shown.");
		}
		long indicators = this.withheld.stream().map(one -> one.kpi().code()).distinct().count();
		sentences.add("%s of %s withheld. A withheld point is left out of its chart, and no rating or trend rests on it."
			.formatted(counted(this.withheld.size(), "figure"), counted(indicators, "indicator") + (this.withheld.size() == 1 ? " is" : " are")));
		long known = this.withheld.stream().filter(Withheld::alreadyPublic).count();
		if (known > 0) {
			sentences.add("%s appeared in an earlier edition, or can be worked out from what appeared there, and cannot be taken back."
				.formatted(known == 1 ? "One of them" : known + " of them"));
		}
		return sentences;
	}

	private String few() {
		return (this.rule.hideZero() ? "0 to " : "1 to ") + this.rule.threshold();
	}

	private String span() {
		return this.rule.threshold() == 1 ? "1" : "1 to " + this.rule.threshold();
	}

	private static String counted(long number, String what) {
		return number + " " + what + (number == 1 ? "" : "s");
	}

}

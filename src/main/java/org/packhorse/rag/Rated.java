package org.packhorse.rag;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// An action's colour as one edition shows it; enough to compare two editions.
///
/// @param rating in effect
/// @param rule behind the computed colour
public record Rated(String plan, String ref, Rag rating, RagRule rule, @Nullable LocalDate dueOn) {

	/// What an edition shows of an assessed action.
	public static Rated of(String plan, ActionAssessment action) {
		return new Rated(plan, action.action().ref(), action.rating(), action.rule(), action.dates().dueOn());
	}

	/// Whether nothing more is to be done: blue, complete or withdrawn.
	public boolean closed() {
		return this.rating == Rag.BLUE || this.rating == Rag.COMPLETE
				|| this.rating == Rag.GREY && this.rule == RagRule.WITHDRAWN;
	}

	String key() {
		return this.plan + "\n" + this.ref;
	}

}

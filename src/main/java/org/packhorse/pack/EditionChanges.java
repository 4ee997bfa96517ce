package org.packhorse.pack;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// What is otherwise in an edition than in another one, and what the edition itself says of how things moved.
///
/// @param stated what the edition says of it, or null where it measures no movement
/// @param ratings each rating that differs: plans, sections, actions and indicators in their order
/// @param refusal why nothing can be told, in a sentence, or blank
public record EditionChanges(@Nullable Stated stated, List<Difference> ratings, String refusal) {

	public EditionChanges {
		ratings = List.copyOf(ratings);
	}

	static EditionChanges refused(String why) {
		return new EditionChanges(null, List.of(), why);
	}

	/// The edition's own account, which its readers have too.
	///
	/// @param since what it measures from, in words
	/// @param moved each action and indicator that moved
	public record Stated(String since, int worse, int better, int added, int closed, int dateMoved, List<Moved> moved) {

		public Stated {
			moved = List.copyOf(moved);
		}

	}

	/// One of them, in words: `worse`, `better`, `new`, `newly complete`, `date moved` and so on; days are blank where none moved.
	public record Moved(String what, String ref, String from, String to, String dueBefore, String dueNow) {
	}

	/// A rating that differs.
	///
	/// @param kind `Plan`, `Section`, `Action` or `Indicator`
	/// @param was in words, or `not there`
	/// @param is in words, or `not there`
	public record Difference(String kind, String ref, String title, String was, String is) {
	}

}

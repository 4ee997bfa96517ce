package org.packhorse.rag;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// What changed between two editions.
///
/// Each action falls into one kind, the first that fits: new, dropped, closed, worse, better, unchanged. A moved due date
/// is told beside it. GREEN and GREY rank alike, so starting an action is no movement; an action that leaves COMPLETE or
/// BLUE got worse.
///
/// @param matrix how many went from which colour (outer) to which (inner), of those in both editions
/// @param moves every action, in the order of the later edition, the dropped ones last
public record Movement(Map<Rag, Map<Rag, Integer>> matrix, List<Move> moves) {

	public Movement {
		moves = List.copyOf(moves);
	}

	/// What became of an action.
	public enum Kind {

		/// Not in the earlier edition.
		NEW("new"),

		/// Not in the later edition.
		DROPPED("dropped"),

		/// Newly complete or withdrawn, or blue from a colour still open.
		CLOSED("closed"),

		WORSE("got worse"), BETTER("got better"), UNCHANGED("unchanged");

		private final String words;

		Kind(String words) {
			this.words = words;
		}

		/// The kind as a reader sees it.
		public String words() {
			return this.words;
		}

	}

	/// One action in both editions; `before` is null for a new one, `now` for a dropped one.
	///
	/// @param dateMoved whether its due date is another than before
	public record Move(@Nullable Rated before, @Nullable Rated now, Kind kind, boolean dateMoved) {
	}

	/// Compares two editions.
	public static Movement between(List<Rated> before, List<Rated> now) {
		return new MovementReading(before, now).movement();
	}

	/// How many there are of each kind, 0 included.
	public Map<Kind, Integer> counts() {
		var counts = new EnumMap<Kind, Integer>(Kind.class);
		for (var kind : Kind.values()) {
			counts.put(kind, of(kind).size());
		}
		return Collections.unmodifiableMap(counts);
	}

	/// The actions of one kind.
	public List<Move> of(Kind kind) {
		return this.moves.stream().filter(move -> move.kind() == kind).toList();
	}

	/// The actions whose due date moved.
	public List<Move> dateMoved() {
		return this.moves.stream().filter(Move::dateMoved).toList();
	}

}

package org.packhorse.rag;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.packhorse.rag.Movement.Kind;
import org.packhorse.rag.Movement.Move;

/// Sets two editions side by side.
record MovementReading(List<Rated> before, List<Rated> now) {

	Movement movement() {
		var gone = byKey(this.before);
		var moves = new ArrayList<Move>();
		for (var rated : this.now) {
			moves.add(move(gone.remove(rated.key()), rated));
		}
		gone.values().forEach(rated -> moves.add(new Move(rated, null, Kind.DROPPED, false)));
		return new Movement(matrix(moves), moves);
	}

	private static Map<String, Rated> byKey(List<Rated> edition) {
		var byKey = new LinkedHashMap<String, Rated>();
		edition.forEach(rated -> byKey.put(rated.key(), rated));
		return byKey;
	}

	private static Move move(@Nullable Rated before, Rated now) {
		return before == null ? new Move(null, now, Kind.NEW, false)
				: new Move(before, now, kind(before, now), !Objects.equals(before.dueOn(), now.dueOn()));
	}

	private static Kind kind(Rated before, Rated now) {
		if (now.closed() && !before.closed()) {
			return Kind.CLOSED;
		}
		if (before.rating().betterThan(now.rating())) {
			return Kind.WORSE;
		}
		return now.rating().betterThan(before.rating()) ? Kind.BETTER : Kind.UNCHANGED;
	}

	private static Map<Rag, Map<Rag, Integer>> matrix(List<Move> moves) {
		var matrix = new EnumMap<Rag, Map<Rag, Integer>>(Rag.class);
		for (var from : Rag.values()) {
			var row = new EnumMap<Rag, Integer>(Rag.class);
			for (var to : Rag.values()) {
				row.put(to, (int) moves.stream().filter(move -> went(move, from, to)).count());
			}
			matrix.put(from, Collections.unmodifiableMap(row));
		}
		return Collections.unmodifiableMap(matrix);
	}

	private static boolean went(Move move, Rag from, Rag to) {
		return move.before() != null && move.now() != null && move.before().rating() == from && move.now().rating() == to;
	}

}

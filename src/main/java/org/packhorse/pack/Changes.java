package org.packhorse.pack;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.packhorse.rag.ActionAssessment;
import org.packhorse.rag.KpiAssessment;
import org.packhorse.rag.Movement;
import org.packhorse.rag.Rag;
import org.packhorse.rag.Rated;

/// What changed since the previous edition or a chosen day, as packs print it.
final class Changes {

	static final List<Rag> ACTION_RATINGS = List.of(Rag.RED, Rag.AMBER, Rag.GREEN, Rag.COMPLETE, Rag.BLUE, Rag.GREY);

	private final Map<String, PackModel.ActionLine> lines = new HashMap<>();

	Changes(List<PackModel.ActionLine> actions) {
		actions.forEach(action -> this.lines.put(action.plan() + "\n" + action.ref(), action));
	}

	PackModel.Change of(Snapshot.@Nullable Previous previous, Assessments assessments) {
		if (previous == null) {
			return new PackModel.Change(null, 0, "", 0, 0, 0, 0, 0, List.of(), List.of(), List.of(), List.of());
		}
		var movement = assessments.movement();
		return new PackModel.Change(previous.asAt(), previous.version(), against(previous), movement.of(Movement.Kind.WORSE).size(),
				movement.of(Movement.Kind.BETTER).size(), movement.of(Movement.Kind.NEW).size(), movement.of(Movement.Kind.CLOSED).size(),
				movement.dateMoved().size(), ACTION_RATINGS.stream().map(Wording::rating).toList(), matrix(movement), actions(movement),
				kpis(previous, assessments.kpis()));
	}

	private static String against(Snapshot.Previous previous) {
		return previous.version() == 0 ? "what was known on " + Wording.day(previous.asAt())
				: "version %d of this pack, as at %s".formatted(previous.version(), Wording.day(previous.asAt()));
	}

	private static List<PackModel.MatrixRow> matrix(Movement movement) {
		return ACTION_RATINGS.stream()
			.map(before -> new PackModel.MatrixRow(Wording.rating(before),
					ACTION_RATINGS.stream().map(now -> movement.matrix().getOrDefault(before, Map.of()).getOrDefault(now, 0)).toList()))
			.toList();
	}

	/// Worse first, then better, new, closed, and those of which only the date moved.
	private List<PackModel.Moved> actions(Movement movement) {
		var moved = new ArrayList<PackModel.Moved>();
		for (var kind : List.of(Movement.Kind.WORSE, Movement.Kind.BETTER, Movement.Kind.NEW, Movement.Kind.CLOSED)) {
			movement.of(kind).forEach(move -> moved.add(moved(kind == Movement.Kind.NEW || kind == Movement.Kind.CLOSED ? kind.words() : kind.name().toLowerCase(Locale.ROOT), move)));
		}
		movement.of(Movement.Kind.UNCHANGED).stream().filter(Movement.Move::dateMoved).forEach(move -> moved.add(moved("date moved", move)));
		return moved;
	}

	private PackModel.Moved moved(String what, Movement.Move move) {
		var now = Objects.requireNonNull(move.now());
		var line = this.lines.get(now.plan() + "\n" + now.ref());
		var before = move.before();
		return new PackModel.Moved(what, now.ref(), line.action(), before == null ? null : Wording.rating(before.rating()),
				Wording.rating(now.rating()), reason(line), before == null ? "" : due(before), due(now), before == null ? null : before.dueOn(),
				now.dueOn(), before == null ? 0 : days(before.dueOn(), now.dueOn()), line);
	}

	private static String reason(PackModel.ActionLine line) {
		return line.flags().contains(ActionAssessment.Flag.OVERRIDDEN.id())
				? "%s By the rules: %s. %s".formatted(line.override(), line.computed().words(), line.reason()) : line.reason();
	}

	private static int days(@Nullable LocalDate before, @Nullable LocalDate now) {
		return before == null || now == null ? 0 : Math.toIntExact(ChronoUnit.DAYS.between(before, now));
	}

	private static String due(Rated rated) {
		return rated.dueOn() == null ? "no date" : Wording.day(rated.dueOn());
	}

	private static List<PackModel.Moved> kpis(Snapshot.Previous previous, List<KpiAssessment> kpis) {
		var before = new HashMap<String, Rag>();
		previous.kpis().forEach(kpi -> before.put(kpi.kpi(), kpi.rating()));
		var moved = new ArrayList<PackModel.Moved>();
		for (var kpi : kpis) {
			var was = before.getOrDefault(kpi.kpi().code(), Rag.NONE);
			if (was.betterThan(kpi.rating()) || kpi.rating().betterThan(was)) {
				moved.add(new PackModel.Moved(was.betterThan(kpi.rating()) ? "worse" : "better", kpi.kpi().code(), kpi.kpi().title(),
						Wording.rating(was), Wording.rating(kpi.rating()), kpi.reason(), "", "", null, null, 0, null));
			}
		}
		moved.sort(Comparator.comparing(one -> !one.what().equals("worse")));
		return moved;
	}

}

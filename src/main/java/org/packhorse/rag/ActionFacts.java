package org.packhorse.rag;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.packhorse.plan.Action;
import org.packhorse.plan.Update;
import org.packhorse.plan.Update.Colour;
import org.packhorse.plan.Update.State;

/// What is known of an action at a date. State, declared colour and completion are the latest update's own, also where it
/// leaves them blank: a lead who says nothing of the state has taken back what was said before. Percentage and evidence
/// are the latest that were given.
///
/// @param known the updates reported by the date, oldest first
record ActionFacts(Action action, List<Update> known, @Nullable LocalDate start, DueDate due, LocalDate asAt,
		@Nullable KpiAssessment linkedKpi) {

	private static final Set<State> DONE = EnumSet.of(State.COMPLETE, State.EVIDENCED, State.EMBEDDED);

	private static final Set<State> WITHDRAWN = EnumSet.of(State.SUPERSEDED, State.CANCELLED, State.DEFERRED);

	static ActionFacts of(Action action, @Nullable LocalDate planApprovedOn, @Nullable KpiAssessment linkedKpi, LocalDate asAt) {
		var known = action.updates().stream().filter(update -> !update.reportedOn().isAfter(asAt)).toList();
		var start = action.startsOn() == null ? planApprovedOn : action.startsOn();
		return new ActionFacts(action, known, start, DueDate.of(action.dueOn(), known), asAt, linkedKpi);
	}

	@Nullable Update latest() {
		return this.known.isEmpty() ? null : this.known.getLast();
	}

	@Nullable State state() {
		return latest() instanceof Update update ? update.state() : null;
	}

	@Nullable Colour declared() {
		return latest() instanceof Update update ? update.declared() : null;
	}

	@Nullable LocalDate lastReportedOn() {
		return latest() instanceof Update update ? update.reportedOn() : null;
	}

	/// The day of completion, when it has come.
	@Nullable LocalDate completedOn() {
		return latest() instanceof Update update ? completedOn(update) : null;
	}

	private @Nullable LocalDate completedOn(Update update) {
		return update.completedOn() instanceof LocalDate day && !day.isAfter(this.asAt) ? day : null;
	}

	boolean percentGiven() {
		return this.known.stream().anyMatch(update -> update.percentComplete() != null);
	}

	/// The latest percentage, 0 when none was ever given.
	BigDecimal percent() {
		return this.known.reversed()
			.stream()
			.<BigDecimal>mapMulti((update, percents) -> {
				if (update.percentComplete() instanceof BigDecimal percent) {
					percents.accept(percent);
				}
			})
			.findFirst()
			.orElse(BigDecimal.ZERO);
	}

	/// The update with the latest evidence, or null.
	@Nullable Update evidence() {
		return this.known.reversed().stream().filter(update -> !update.evidence().isBlank()).findFirst().orElse(null);
	}

	@Nullable Expected expected() {
		return Expected.at(this.asAt, this.start, this.due.now());
	}

	boolean withdrawn() {
		return WITHDRAWN.contains(state());
	}

	boolean done() {
		return completedOn() != null || DONE.contains(state());
	}

	/// Whether an update before the latest called the action complete.
	boolean wasDone() {
		return this.known.stream().anyMatch(update -> DONE.contains(update.state()) || completedOn(update) != null);
	}

	boolean kpiRed() {
		return this.linkedKpi != null && this.linkedKpi.rating() == Rag.RED;
	}

	boolean startsLater() {
		return this.start != null && this.start.isAfter(this.asAt);
	}

	/// Days until the due date, negative once it is past; null without one.
	@Nullable Long daysToDue() {
		return this.due.now() == null ? null : ChronoUnit.DAYS.between(this.asAt, this.due.now());
	}

	/// Since when nothing was reported: the later of the start and the last report; null when there is neither.
	@Nullable LocalDate quietSince() {
		var last = lastReportedOn();
		if (last == null || this.start == null) {
			return last == null ? this.start : last;
		}
		return this.start.isAfter(last) ? this.start : last;
	}

	/// For how many days nothing was reported; 0 when that cannot be known.
	long quietDays() {
		var since = quietSince();
		return since == null ? 0 : ChronoUnit.DAYS.between(since, this.asAt);
	}

}

package org.packhorse.pack;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.packhorse.plan.Section;
import org.packhorse.plan.Update;
import org.packhorse.rag.ActionAssessment;
import org.packhorse.rag.RagRule;

/// Assessed actions as packs print them.
final class ActionLines {

	private ActionLines() {
	}

	static PackModel.ActionLine of(String plan, Section section, ActionAssessment assessed, LocalDate asAt) {
		var action = assessed.action();
		var progress = assessed.progress();
		var dates = assessed.dates();
		var flags = assessed.flags().stream().sorted().toList();
		return new PackModel.ActionLine(plan, section.no(), section.title(), action.ref(), action.action(), action.lead(), action.priority(),
				Wording.rating(assessed.rating()), Wording.rating(assessed.computed().rating()), assessed.rule().id(), assessed.reason(),
				progress.state() == null ? "" : progress.state().words(),
				progress.declared() == null ? "" : progress.declared().name().toLowerCase(Locale.ROOT),
				reported(assessed), Wording.percent(progress.expected(), 0), dates.dueOn(), due(assessed), days(asAt, dates.dueOn()),
				action.dueOn(), originalDue(assessed), dates.moves(), Math.toIntExact(Objects.requireNonNullElse(dates.daysSlipped(), 0L)),
				progress.lastReportedOn(), action.successMeasure(), override(assessed),
				flags.stream().map(ActionAssessment.Flag::id).toList(), flags.stream().filter(flag -> !said(flag, assessed)).map(ActionAssessment.Flag::words).toList(),
				progress.evidence(), evidenceOn(action.updates()), last(action.updates(), Update::impact), last(action.updates(), Update::note));
	}

	private static @Nullable Integer days(LocalDate asAt, @Nullable LocalDate dueOn) {
		return dueOn == null ? null : Math.toIntExact(ChronoUnit.DAYS.between(asAt, dueOn));
	}

	/// Nought per cent is what somebody reported; who reported no percentage has none.
	private static PackModel.Figure reported(ActionAssessment assessed) {
		var given = assessed.action().updates().stream().anyMatch(update -> update.percentComplete() != null);
		return given ? Wording.percent(assessed.progress().reported(), 0) : Wording.none("not reported");
	}

	/// Whether the override's words or the reason say the same as the flag.
	private static boolean said(ActionAssessment.Flag flag, ActionAssessment assessed) {
		return flag == ActionAssessment.Flag.OVERRIDDEN || flag == ActionAssessment.Flag.EVIDENCE_GAP
				&& assessed.rule() == RagRule.COMPLETE && assessed.progress().evidence().isBlank();
	}

	private static String due(ActionAssessment assessed) {
		return assessed.dates().dueOn() == null ? originalDue(assessed) : Wording.day(assessed.dates().dueOn());
	}

	private static String originalDue(ActionAssessment assessed) {
		var action = assessed.action();
		if (action.dueOn() != null) {
			return Wording.day(action.dueOn());
		}
		return action.dueWords().isEmpty() ? "no date" : action.dueWords();
	}

	private static String override(ActionAssessment assessed) {
		return assessed.overrides().stream().map(ActionAssessment.OverrideOutcome::words).collect(Collectors.joining(" "));
	}

	private static @Nullable LocalDate evidenceOn(List<Update> updates) {
		return updates.reversed().stream().filter(update -> !update.evidence().isBlank()).findFirst().map(Update::reportedOn).orElse(null);
	}

	private static String last(List<Update> updates, Function<Update, @Nullable String> words) {
		return updates.reversed().stream().map(words).filter(text -> text != null && !text.isBlank()).findFirst().orElse("");
	}

}

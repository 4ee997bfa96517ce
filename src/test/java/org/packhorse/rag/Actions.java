package org.packhorse.rag;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.packhorse.plan.Action;
import org.packhorse.plan.Update;
import org.packhorse.plan.Update.Colour;
import org.packhorse.plan.Update.State;

/// Actions for tests, told in words: `Actions.from("2021-01-01", "2021-04-11").update("2021-03-01", "percent 60", "amber")`.
final class Actions {

	private @Nullable LocalDate starts;

	private @Nullable LocalDate due;

	private String dueWords = "";

	private String ref = "1.1";

	private boolean priority;

	private final List<Update> updates = new ArrayList<>();

	static Actions from(@Nullable String starts, @Nullable String due) {
		var action = new Actions();
		action.starts = starts == null ? null : LocalDate.parse(starts);
		action.due = due == null ? null : LocalDate.parse(due);
		return action;
	}

	Actions dueWords(String words) {
		this.dueWords = words;
		return this;
	}

	Actions ref(String ref) {
		this.ref = ref;
		return this;
	}

	Actions priority() {
		this.priority = true;
		return this;
	}

	/// Facts are a state, a declared colour, or one of `percent 60`, `revised 2021-05-31`, `completed 2021-03-01`,
	/// `evidence audit of twelve cases`.
	Actions update(String reportedOn, String... facts) {
		State state = null;
		BigDecimal percent = null;
		Colour declared = null;
		LocalDate revised = null;
		LocalDate completed = null;
		var evidence = "";
		for (var fact : facts) {
			var words = fact.split(" ", 2);
			switch (words[0]) {
				case "percent" -> percent = new BigDecimal(words[1]);
				case "revised" -> revised = LocalDate.parse(words[1]);
				case "completed" -> completed = LocalDate.parse(words[1]);
				case "evidence" -> evidence = words[1];
				case "red", "amber", "green" -> declared = Colour.valueOf(fact.toUpperCase(Locale.ROOT));
				default -> state = State.valueOf(fact.toUpperCase(Locale.ROOT).replace(' ', '_'));
			}
		}
		this.updates.add(new Update(LocalDate.parse(reportedOn), state, percent, declared, revised, completed, evidence, "", ""));
		return this;
	}

	Action action() {
		return new Action(this.ref, "Do something", "A post", this.priority, this.starts, this.due, this.dueWords, "", "", this.updates);
	}

	ActionAssessment at(String asAt, RatingOverride... overrides) {
		return new RagPolicy(RagSettings.defaults()).assess(action(), null, null, List.of(overrides), LocalDate.parse(asAt));
	}

	ActionAssessment at(String asAt, KpiAssessment linkedKpi) {
		return new RagPolicy(RagSettings.defaults()).assess(action(), null, linkedKpi, List.of(), LocalDate.parse(asAt));
	}

	static String verdict(ActionAssessment assessment) {
		return "%s %s: %s".formatted(assessment.computed().rating(), assessment.rule().id(), assessment.reason());
	}

}

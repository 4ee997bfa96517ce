package org.packhorse.rag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.packhorse.rag.Actions.from;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhorse.plan.Plan;
import org.packhorse.plan.Section;
import org.packhorse.rag.SectionAssessment.Watermelon;

class RollUpTests {

	private final RagPolicy policy = new RagPolicy(RagSettings.defaults());

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', value = {
			"1 RED, 4 GREEN             | AMBER some-red: 1 of 5 rated actions is red: amber up to 20%, red above.",
			"2 RED, 7 GREEN             | RED many-red: 2 of 9 rated actions are red, more than 20%.",
			"3 AMBER, 7 GREEN           | GREEN mostly-on-track: 7 of 10 rated actions are green, complete or blue.",
			"4 AMBER, 6 GREEN           | AMBER many-amber: 4 of 10 rated actions are amber, more than 30%.",
			"1 RED, 5 BLUE              | AMBER some-red: 1 of 6 rated actions is red: amber up to 20%, red above.",
			"3 BLUE                     | BLUE all-embedded: 3 of 3 rated actions are blue.",
			"3 BLUE, 2 GREY             | BLUE all-embedded: 3 of 3 rated actions are blue. 2 more are grey (withdrawn or not due to start).",
			"2 BLUE, 1 COMPLETE         | COMPLETE all-complete: 3 of 3 rated actions are complete or blue.",
			"1 GREEN, 5 BLUE            | GREEN mostly-on-track: 6 of 6 rated actions are green, complete or blue.",
			"2 GREY                     | GREY none-rated: None of its 2 actions is rated.",
			"''                         | GREY none-rated: There is no action to rate.",
			"1 RED, 4 GREEN, 1 GREY     | AMBER some-red: 1 of 5 rated actions is red: amber up to 20%, red above. 1 more is grey (withdrawn or not due to start)." })
	void aSectionsColourFollowsFromTheCounts(String colours, String verdict) {
		assertThat(verdict(section(colours, false))).isEqualTo(verdict);
	}

	@Test
	void aRedPriorityActionMakesItsSectionRed() {
		assertThat(verdict(section("1 RED, 9 GREEN", true))).isEqualTo("RED priority-red: Priority action 1 is red.");
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', value = { "1 2 | Priority sections 1 and 2 are red.", "1 2 3 | Priority sections 1, 2 and 3 are red." })
	void redPrioritySectionsAreListedAsASentenceDoes(String numbers, String reason) {
		var sections = Arrays.stream(numbers.split(" ")).map(no -> this.policy.assess(plainSection(no, true), actions("3 RED", false), List.of())).toList();

		assertThat(this.policy.assess(new Plan("P", "Plan", "", null, List.of()), sections).reason()).isEqualTo(reason);
	}

	@Test
	void anOverriddenColourIsTheOneThatCounts() {
		var red = new RatingOverride(Rag.RED, "Doubts", "Director", "", LocalDate.parse("2021-01-01"), LocalDate.parse("2021-12-31"));
		var action = from("2021-01-01", "2021-04-11").priority().update("2021-01-02", "percent 50").at("2021-01-03", red);

		assertThat(this.policy.assess(plainSection("1", false), List.of(action), List.of()).rating()).isEqualTo(Rag.RED);
	}

	@Test
	void aPlanFollowsTheSameRuleOverItsSections() {
		var plan = new Plan("P", "Plan", "", null, List.of());
		var green = section("3 GREEN", false);
		var red = section("3 RED", false);
		var grey = section("1 GREY", false);

		var assessment = this.policy.assess(plan, List.of(green, green, green, green, red, grey));

		assertThat(assessment.rating()).isEqualTo(Rag.AMBER);
		assertThat(assessment.reason()).isEqualTo("1 of 5 rated sections is red: amber up to 20%, red above. 1 more is grey (none of its actions is rated).");
		assertThat(assessment.actions().count(Rag.GREEN)).isEqualTo(12);
		assertThat(assessment.tally().count(Rag.GREEN)).isEqualTo(4);
	}

	@Test
	void aRedPrioritySectionMakesThePlanRed() {
		var plan = new Plan("P", "Plan", "", null, List.of());
		var priority = this.policy.assess(plainSection("7", true), actions("3 RED", false), List.of());

		assertThat(this.policy.assess(plan, List.of(section("3 GREEN", false), section("3 GREEN", false), section("3 GREEN", false),
				section("3 GREEN", false), priority)).reason())
			.isEqualTo("Priority section 7 is red.");
	}

	@ParameterizedTest(name = "{0} with {1} of {2} indicators red: {3}")
	@CsvSource({ "'4 GREEN, 1 AMBER', 1, 2, true", "'4 GREEN, 1 AMBER', 1, 3, false", "'3 BLUE, 1 COMPLETE', 2, 2, true",
			"'3 GREEN, 1 AMBER', 2, 2, false", "'4 GREEN', 0, 0, false", "'4 GREY', 1, 1, false" })
	void aSectionGreenOutsideAndRedInsideIsAWatermelon(String colours, int red, int rated, boolean raised) {
		var kpis = new ArrayList<KpiAssessment>(List.of(Indicators.coloured(Rag.NONE)));
		for (var i = 0; i < rated; i++) {
			kpis.add(Indicators.coloured(i < red ? Rag.RED : Rag.GREEN));
		}
		var section = this.policy.assess(plainSection("1", false), actions(colours, false), kpis);

		assertThat(section.flags().contains("watermelon")).isEqualTo(raised);
	}

	@Test
	void aWatermelonTellsItsFigures() {
		assertThat(new Watermelon(4, 5, 1, 2).words())
			.isEqualTo("4 of 5 rated actions are green, complete or blue, but 1 of 2 rated indicators is red.");
	}

	@Test
	void evidenceGapsAreListed() {
		var section = this.policy.assess(plainSection("1", false), List.of(from("2021-01-01", "2021-04-11").ref("1.4")
			.update("2021-01-02", "complete")
			.at("2021-01-03")), List.of());

		assertThat(section.flags()).containsExactly("evidence-gap");
		assertThat(section.evidenceGaps()).extracting(gap -> gap.action().ref()).containsExactly("1.4");
	}

	private SectionAssessment section(String colours, boolean firstIsPriority) {
		return this.policy.assess(plainSection("1", false), actions(colours, firstIsPriority), List.of());
	}

	private static Section plainSection(String no, boolean priority) {
		return new Section(no, "A section", priority, "", "", "", null, List.of(), List.of());
	}

	private static String verdict(SectionAssessment section) {
		return "%s %s: %s".formatted(section.rating(), section.rule().id(), section.reason());
	}

	private static List<ActionAssessment> actions(String colours, boolean firstIsPriority) {
		var actions = new ArrayList<ActionAssessment>();
		Arrays.stream(colours.split(", ")).filter(word -> !word.isEmpty()).forEach(word -> {
			for (var n = 0; n < Integer.parseInt(word.substring(0, 1)); n++) {
				actions.add(action(Rag.valueOf(word.substring(2)), String.valueOf(actions.size() + 1), firstIsPriority && actions.isEmpty()));
			}
		});
		return actions;
	}

	/// On day 9 of a hundred.
	private static ActionAssessment action(Rag rating, String ref, boolean priority) {
		var action = from("2021-01-01", "2021-04-11").ref(ref);
		if (priority) {
			action.priority();
		}
		switch (rating) {
			case RED -> action.update("2021-01-09", "red");
			case AMBER -> action.update("2021-01-09", "amber", "percent 9");
			case GREEN -> action.update("2021-01-09", "percent 9");
			case COMPLETE -> action.update("2021-01-09", "complete", "evidence an audit");
			case BLUE -> action.update("2021-01-09", "embedded", "evidence an audit");
			case GREY, NONE -> action.update("2021-01-09", "deferred");
		}
		return action.at("2021-01-10");
	}

}

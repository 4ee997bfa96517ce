package org.packhorse.rag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.packhorse.rag.Actions.from;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.packhorse.rag.ActionAssessment.Flag;
import org.packhorse.rag.ActionAssessment.OverrideOutcome.Status;

class OverrideTests {

	private static final String TODAY = "2021-02-20";

	/// Amber by the rules: 40% where 50% is expected.
	private static Actions amber() {
		return from("2021-01-01", "2021-04-11").update("2021-02-19", "percent 40");
	}

	private static RatingOverride override(Rag rating, String approver, String from, String until) {
		return new RatingOverride(rating, "The audit came early", "Head of Service", approver, LocalDate.parse(from), LocalDate.parse(until));
	}

	@Test
	void anOverrideReplacesTheColourWhileItRuns() {
		var override = override(Rag.RED, "", "2021-02-20", "2021-03-31");

		assertThat(amber().at("2021-02-19", override).rating()).isEqualTo(Rag.AMBER);
		assertThat(amber().at("2021-02-20", override).rating()).isEqualTo(Rag.RED);
		assertThat(amber().update("2021-03-30", "percent 72").at("2021-03-31", override).rating()).isEqualTo(Rag.RED);
		assertThat(amber().update("2021-03-30", "percent 89").at("2021-04-01", override).rating()).isEqualTo(Rag.AMBER);
	}

	@Test
	void theComputedColourStaysBesideIt() {
		var assessment = amber().at(TODAY, override(Rag.RED, "", TODAY, "2021-03-31"));

		assertThat(assessment.computed().rating()).isEqualTo(Rag.AMBER);
		assertThat(assessment.rule()).isEqualTo(RagRule.BEHIND);
		assertThat(assessment.flags()).containsExactly(Flag.OVERRIDDEN);
		assertThat(assessment.overrides()).singleElement()
			.satisfies(outcome -> assertThat(outcome.words()).isEqualTo("Set to red by Head of Service from 20 February 2021 "
					+ "until 31 March 2021: The audit came early."));
	}

	@Test
	void aBetterColourNeedsASecondPost() {
		var alone = amber().at(TODAY, override(Rag.GREEN, "", TODAY, "2021-03-31"));
		var oneself = amber().at(TODAY, override(Rag.GREEN, "head of service ", TODAY, "2021-03-31"));
		var approved = amber().at(TODAY, override(Rag.GREEN, "Director", TODAY, "2021-03-31"));

		assertThat(alone.rating()).isEqualTo(Rag.AMBER);
		assertThat(alone.flags()).containsExactly(Flag.OVERRIDE_REFUSED);
		assertThat(alone.overrides().getFirst().words()).endsWith("Not applied: a better colour needs a second post as approver.");
		assertThat(oneself.rating()).isEqualTo(Rag.AMBER);
		assertThat(approved.rating()).isEqualTo(Rag.GREEN);
		assertThat(approved.override()).isNotNull();
	}

	@Test
	void greyOverAmberIsABetterColourToo() {
		assertThat(amber().at(TODAY, override(Rag.GREY, "", TODAY, "2021-03-31")).rating()).isEqualTo(Rag.AMBER);
	}

	@Test
	void anOverrideNeedsAReasonAndAColour() {
		var silent = new RatingOverride(Rag.RED, " ", "Head of Service", "", LocalDate.parse(TODAY), LocalDate.parse(TODAY));

		assertThat(amber().at(TODAY, silent).overrides().getFirst().status()).isEqualTo(Status.REFUSED);
		assertThat(amber().at(TODAY, override(Rag.NONE, "Director", TODAY, TODAY)).rating()).isEqualTo(Rag.AMBER);
	}

	@Test
	void ofTwoThatRunTheLaterOneApplies() {
		var first = override(Rag.RED, "", "2021-02-01", "2021-03-31");
		var second = override(Rag.GREEN, "Director", "2021-02-10", "2021-03-31");

		var assessment = amber().at(TODAY, second, first);

		assertThat(assessment.rating()).isEqualTo(Rag.GREEN);
		assertThat(assessment.overrides()).extracting(ActionAssessment.OverrideOutcome::status)
			.containsExactly(Status.APPLIED, Status.REPLACED);
	}

	@Test
	void aRefusedOverrideLeavesAnEarlierOneInForce() {
		var first = override(Rag.RED, "", "2021-02-01", "2021-03-31");
		var second = override(Rag.GREEN, "", "2021-02-10", "2021-03-31");

		var assessment = amber().at(TODAY, first, second);

		assertThat(assessment.rating()).isEqualTo(Rag.RED);
		assertThat(assessment.flags()).containsExactly(Flag.OVERRIDDEN, Flag.OVERRIDE_REFUSED);
	}

}

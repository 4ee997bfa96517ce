package org.packhorse.rag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.packhorse.rag.Actions.from;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhorse.rag.ActionAssessment.Flag;

class ActionFlagsTests {

	private static Actions action() {
		return from("2021-01-01", "2021-04-11");
	}

	@ParameterizedTest(name = "declared {0} at {1}%: {2}")
	@CsvSource({ "green, 10, true", "green, 40, true", "green, 50, false", "amber, 10, true", "amber, 40, false" })
	void aDeclaredColourBetterThanTheComputedOneIsOptimistic(String declared, String percent, boolean optimistic) {
		// Day 50: 10% is far behind (red), 40% behind (amber).
		var flags = action().update("2021-02-19", declared, "percent " + percent).at("2021-02-20").flags();

		assertThat(flags.contains(Flag.OPTIMISTIC)).isEqualTo(optimistic);
	}

	@Test
	void aDeclaredGreenOnAWithdrawnActionIsNotOptimistic() {
		assertThat(action().update("2021-02-19", "green", "deferred").at("2021-02-20").flags()).isEmpty();
	}

	@Test
	void completeWithoutEvidenceIsAnEvidenceGap() {
		assertThat(action().update("2021-03-31", "complete").at("2021-04-01").flags()).containsExactly(Flag.EVIDENCE_GAP);
		assertThat(action().update("2021-03-31", "in progress", "percent 90").at("2021-04-01").flags()).isEmpty();
	}

	@Test
	void evidenceOlderThanSixMonthsIsAnEvidenceGap() {
		var embedded = action().update("2021-03-31", "embedded", "evidence an audit");

		assertThat(embedded.at("2021-09-30").flags()).isEmpty();
		assertThat(embedded.at("2021-10-01").flags()).containsExactly(Flag.EVIDENCE_GAP);
		assertThat(embedded.at("2021-10-01").rating()).isEqualTo(Rag.BLUE);
	}

	@Test
	void anActionWithoutAnyUpdateSaysSo() {
		assertThat(action().at("2021-01-02").flags()).containsExactly(Flag.NO_UPDATE);
	}

	@Test
	void anActionThatWasCompleteBeforeIsReopened() {
		var action = action().update("2021-02-01", "complete", "evidence an audit").update("2021-02-20", "in progress", "percent 60");

		assertThat(action.at("2021-02-10").flags()).isEmpty();
		assertThat(action.at("2021-02-20").flags()).containsExactly(Flag.REOPENED);
	}

}

package org.packhorse.rag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.packhorse.rag.RagRule.Subject;

class LegendTests {

	@Test
	void theLegendHasEveryRuleInItsOrder() {
		assertThat(new RagPolicy(RagSettings.defaults()).legend()).extracting(line -> line.subject() + " " + line.rule() + " " + line.rating())
			.containsExactlyElementsOf(Arrays.stream(RagRule.values())
				.map(rule -> rule.subject() + " " + rule.id() + " " + rule.rating())
				.toList());
	}

	@Test
	void theThresholdsInForceAreFilledIn() {
		var house = new RagPolicy(RagSettings.of(Map.of("silent-days", "90", "far-behind-ratio", "0.655", "red-share", "25", "tolerance", "2",
				"tolerance-kind", "points", "stale-periods", "1")));

		assertThat(house.legend()).extracting(LegendLine::sentence)
			.contains("Nothing was reported for more than 90 days since the start or the last report.",
					"Progress is at least 5 points short of what is expected by now and less than 65.5% of it.",
					"The action is due within 28 days and its progress is less than expected.",
					"More than 25% of the rated ones are red.", "The latest value is older than 1 period of its own.",
					"The target is missed by no more than its tolerance, which is 2 points unless the target names its own.");
	}

	@Test
	void ruleIdsAreFoundBySubject() {
		assertThat(RagRule.of(Subject.ACTION, "stale")).contains(RagRule.STALE);
		assertThat(RagRule.of(Subject.KPI, "stale")).contains(RagRule.STALE_VALUE);
		assertThat(RagRule.of(Subject.KPI, "overdue")).isEmpty();
	}

}

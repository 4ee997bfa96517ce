package org.packhorse.rag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.packhorse.rag.Indicators.kpi;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhorse.kpi.Kpi.Frequency;
import org.packhorse.kpi.Kpi.Polarity;
import org.packhorse.rag.KpiAssessment.Change;
import org.packhorse.rag.KpiAssessment.Direction;
import org.packhorse.rag.KpiAssessment.Rank;

class KpiComparisonTests {

	private static final String MARCH = "2021-03-31";

	private static final Peers PEERS = new Peers("E08000013", List.of("E08000010", "E06000003", "E08000003"), "April 2021");

	@ParameterizedTest(name = "{0}: {1} to {2} is {3}")
	@CsvSource({
			"HIGHER, 50, 60,    BETTER",
			"HIGHER, 60, 50,    WORSE",
			"LOWER,  50, 60,    WORSE",
			"LOWER,  60, 50,    BETTER",
			",       50, 60,    UP",
			",       60, 50,    DOWN",
			",       50, 50,    SAME",
			"HIGHER, 50, 50.04, SAME",
			"HIGHER, 50, 50.05, BETTER",
			"LOWER,  50, 50.05, WORSE",
			"WITHIN, 5,  8,     BETTER",
			"WITHIN, 8,  25,    WORSE",
			"WITHIN, 12, 18,    SAME",
			"WITHIN, 8,  22,    SAME" })
	void theDirectionIsReadByPolarity(@Nullable Polarity polarity, String before, String now, Direction direction) {
		var indicator = kpi(polarity).value("2021-02-28", before).value(MARCH, now);
		var assessment = (polarity == Polarity.WITHIN ? indicator.band("10", "20") : indicator).at(MARCH);

		assertThat(assessment.travel().previous()).isNotNull()
			.extracting(Change::direction).isEqualTo(direction);
	}

	@Test
	void bothTheLastPeriodAndAYearAgoAreCompared() {
		var travel = kpi(Polarity.HIGHER).value("2020-03-31", "70").value("2021-02-28", "50").value(MARCH, "60").at(MARCH).travel();

		assertThat(travel.previous()).isNotNull().satisfies(change -> {
			assertThat(change.direction()).isEqualTo(Direction.BETTER);
			assertThat(change.since()).isEqualTo("2021-02-28");
		});
		assertThat(travel.yearOn()).isNotNull().satisfies(change -> {
			assertThat(change.direction()).isEqualTo(Direction.WORSE);
			assertThat(change.from()).isEqualByComparingTo("70");
		});
	}

	@Test
	void aMissingOrWithheldEarlierPeriodGivesNoDirection() {
		assertThat(kpi(Polarity.HIGHER).value("2021-01-31", "50").value(MARCH, "60").at(MARCH).travel().previous()).isNull();
		assertThat(kpi(Polarity.HIGHER).value("2021-02-28", "c").value(MARCH, "60").at(MARCH).travel().previous()).isNull();
	}

	@Test
	void aQuarterlyIndicatorLooksBackAQuarter() {
		var travel = kpi(Polarity.HIGHER).every(Frequency.QUARTERLY).value("2020-12-31", "50").value(MARCH, "60").at(MARCH).travel();

		assertThat(travel.previous()).isNotNull().extracting(Change::direction).isEqualTo(Direction.BETTER);
	}

	@Test
	void theNeighboursMeanIsUnweightedOverThosePresent() {
		var comparison = kpi(Polarity.LOWER).value(MARCH, "60")
			.benchmark("E92000001", MARCH, "64.3")
			.benchmark("E08000010", MARCH, "50")
			.benchmark("E06000003", MARCH, "71")
			.benchmark("E08000003", MARCH, "c")
			.benchmark("E08000010", "2020-03-31", "1")
			.at(MARCH, PEERS)
			.comparison();

		assertThat(comparison.published()).extracting("area").containsExactly("E06000003", "E08000003", "E08000010", "E92000001");
		assertThat(comparison.neighbours()).isNotNull().satisfies(neighbours -> {
			assertThat(neighbours.mean()).isEqualByComparingTo("60.5");
			assertThat(neighbours.n()).isEqualTo(2);
			assertThat(neighbours.of()).isEqualTo(3);
			assertThat(neighbours.model()).isEqualTo("April 2021");
		});
	}

	@Test
	void withoutNeighboursFiguresThereIsNoMean() {
		assertThat(kpi(Polarity.LOWER).value(MARCH, "60").benchmark("E92000001", MARCH, "64.3").at(MARCH, PEERS).comparison().neighbours())
			.isNull();
	}

	@ParameterizedTest(name = "{0}, own value {1}: {2} in quartile {3}")
	@CsvSource({
			"HIGHER, 85, 1, 1",
			"HIGHER, 70, 1, 1",
			"HIGHER, 65, 2, 1",
			"HIGHER, 35, 5, 3",
			"HIGHER, 5,  8, 4",
			"LOWER,  5,  1, 1",
			"LOWER,  85, 8, 4",
			",       85, ,  " })
	void theRankIsByPolarityAmongAuthoritiesOnly(@Nullable Polarity polarity, String value, @Nullable Integer place,
			@Nullable Integer quartile) {
		// Seven others, 10 to 70 in tens; England, a region and the authority's own published figure do not rank.
		var indicator = kpi(polarity).value(MARCH, value)
			.benchmark("E92000001", MARCH, "99")
			.benchmark("E12000002", MARCH, "98")
			.benchmark("E08000013", MARCH, "97");
		for (var n = 1; n <= 7; n++) {
			indicator.benchmark("E0900000" + n, MARCH, BigDecimal.valueOf(10L * n).toPlainString());
		}
		var rank = indicator.at(MARCH, PEERS).comparison().rank();

		assertThat(rank).isEqualTo(place == null || quartile == null ? null : new Rank(place, 8, quartile));
	}

	@Test
	void fewerThanEightAreasAreNotRanked() {
		var indicator = kpi(Polarity.HIGHER).value(MARCH, "50");
		for (var n = 1; n <= 6; n++) {
			indicator.benchmark("E0900000" + n, MARCH, "40");
		}
		assertThat(indicator.at(MARCH, PEERS).comparison().rank()).isNull();
		assertThat(indicator.benchmark("E09000007", MARCH, "40").at(MARCH, PEERS).comparison().rank()).isEqualTo(new Rank(1, 8, 1));
	}

}

package org.packhorse.rag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.packhorse.rag.Indicators.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhorse.kpi.Kpi.Frequency;
import org.packhorse.kpi.Kpi.Polarity;
import org.packhorse.kpi.Kpi.ToleranceKind;
import org.packhorse.kpi.Kpi.Unit;

class KpiRulesTests {

	private static final String MARCH = "2021-03-31";

	@ParameterizedTest(name = "{0}, target {1} ± {2} {3}: {4} is {5}")
	@CsvSource({
			"HIGHER, 90, 5, RELATIVE, 90.0,  GREEN",
			"HIGHER, 90, 5, RELATIVE, 89.9,  AMBER",
			"HIGHER, 90, 5, RELATIVE, 85.5,  AMBER",
			"HIGHER, 90, 5, RELATIVE, 85.4,  RED",
			"HIGHER, 90, 5, RELATIVE, 85.4999, RED",
			"LOWER,  18, 5, RELATIVE, 18,    GREEN",
			"LOWER,  18, 5, RELATIVE, 18.9,  AMBER",
			"LOWER,  18, 5, RELATIVE, 18.91, RED",
			"LOWER,  0,  5, RELATIVE, 0,     GREEN",
			"LOWER,  0,  5, RELATIVE, 0.1,   RED",
			"HIGHER, 90, 5, POINTS,   85.0,  AMBER",
			"HIGHER, 90, 5, POINTS,   84.9,  RED",
			"LOWER,  0,  1, POINTS,   1,     AMBER",
			"HIGHER, 90, 0, POINTS,   89.99, RED" })
	void theBoundariesHold(Polarity polarity, String target, String tolerance, ToleranceKind kind, String value, Rag rating) {
		assertThat(kpi(polarity).target(target, tolerance, kind).value(MARCH, value).at(MARCH).rating()).isEqualTo(rating);
	}

	@ParameterizedTest(name = "band 10 to 20: {0} is {1}")
	@CsvSource({ "10, GREEN", "20, GREEN", "15, GREEN", "9.5, AMBER", "9.49, RED", "21, AMBER", "21.01, RED" })
	void aBandIsMissedByTheToleranceOfTheBoundMissed(String value, Rag rating) {
		assertThat(kpi(Polarity.WITHIN).band("10", "20").value(MARCH, value).at(MARCH).rating()).isEqualTo(rating);
	}

	@ParameterizedTest(name = "{0} of {1}: {2}")
	@CsvSource({ "171, 190, GREEN", "1709, 1900, AMBER", "1, 3, RED" })
	void numeratorAndDenominatorAreComparedUnrounded(String numerator, String denominator, Rag rating) {
		assertThat(kpi(Polarity.HIGHER).target("90").parts(MARCH, numerator, denominator).at(MARCH).rating()).isEqualTo(rating);
	}

	@Test
	void aThirdMeetsATargetThatItMeetsOnlyUnrounded() {
		assertThat(kpi(Polarity.LOWER).target("33.34").parts(MARCH, "1", "3").at(MARCH).rating()).isEqualTo(Rag.GREEN);
		assertThat(kpi(Polarity.LOWER).target("33.33").parts(MARCH, "1", "3").at(MARCH).rating()).isEqualTo(Rag.AMBER);
	}

	@ParameterizedTest(name = "{0} against {1}: {2} decimals")
	@CsvSource({
			"89.96,   90,    2",
			"89.94,   90,    1",
			"89.996,  90,    3",
			"90.04,   90,    1",
			"90,      90,    1" })
	void aMissNeverLooksLikeAHit(String value, String target, int decimals) {
		assertThat(kpi(Polarity.HIGHER).target(target).value(MARCH, value).at(MARCH).figure().decimals()).isEqualTo(decimals);
	}

	@Test
	void theReasonTellsTheFigures() {
		assertThat(Indicators.verdict(kpi(Polarity.HIGHER).target("90").value(MARCH, "91.24").at(MARCH)))
			.isEqualTo("GREEN met: 91.2% in the period to 31 March 2021, which meets the target of 90.0% or more.");
		assertThat(Indicators.verdict(kpi(Polarity.HIGHER).target("90").value(MARCH, "85.5").at(MARCH)))
			.isEqualTo("AMBER near: 85.5% in the period to 31 March 2021, which misses the target of 90.0% or more by "
					+ "4.5 percentage points, within the tolerance of 5% of it (4.5 percentage points).");
		assertThat(Indicators.verdict(kpi(Polarity.LOWER).unit(Unit.RATE, 1).target("500").value(MARCH, "526").at(MARCH)))
			.isEqualTo("RED missed: 526.0 per 10,000 in the period to 31 March 2021, which misses the target of 500.0 per 10,000 or less "
					+ "by 26.0 per 10,000, more than the tolerance of 5% of it (25 per 10,000).");
		assertThat(Indicators.verdict(kpi(Polarity.WITHIN).band("10", "20").value(MARCH, "15").at(MARCH)))
			.isEqualTo("GREEN met: 15.0% in the period to 31 March 2021, which meets the band of 10.0% to 20.0%.");
		assertThat(Indicators.verdict(kpi(Polarity.HIGHER).target("90", "2", ToleranceKind.POINTS).value(MARCH, "89.96").at(MARCH)))
			.isEqualTo("AMBER near: 89.96% in the period to 31 March 2021, which misses the target of 90.0% or more by "
					+ "0.04 percentage points, within the tolerance of 2 percentage points.");
	}

	@Test
	void onePercentagePointIsSingular() {
		assertThat(kpi(Polarity.HIGHER).target("90", "1", ToleranceKind.POINTS).value(MARCH, "89.5").at(MARCH).reason())
			.endsWith("by 0.5 percentage points, within the tolerance of 1 percentage point.");
	}

	@Test
	void theReasonNeverShowsAMissBeyondTheToleranceAsTheToleranceItself() {
		assertThat(kpi(Polarity.HIGHER).target("90").value(MARCH, "85.46").at(MARCH).reason())
			.contains("by 4.54 percentage points, more than the tolerance of 5% of it (4.5 percentage points)");
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|', value = {
			"c | SUPPRESSED | The value for the period to 31 March 2021 is withheld to protect confidentiality (c).",
			"x | SUPPRESSED | The value for the period to 31 March 2021 is not available (x).",
			"low | SUPPRESSED | The value for the period to 31 March 2021 is a figure that rounds to 0 but is not 0 (low).",
			"'' | NO_VALUE | There is no value for the period to 31 March 2021." })
	void withoutAValueThereIsNoColourAndTheReasonSaysWhy(String symbol, RagRule rule, String reason) {
		var assessment = kpi(Polarity.HIGHER).target("90").value("2021-02-28", "95").value(MARCH, symbol).at(MARCH);

		assertThat(assessment.rating()).isEqualTo(Rag.NONE);
		assertThat(assessment.rule()).isEqualTo(rule);
		assertThat(assessment.reason()).isEqualTo(reason);
		assertThat(assessment.figure().value()).isNull();
		assertThat(assessment.figure().symbol()).isEqualTo(symbol);
	}

	@Test
	void nothingAtAllIsNoValue() {
		assertThat(Indicators.verdict(kpi(Polarity.HIGHER).target("90").at(MARCH)))
			.isEqualTo("NONE no-value: No value was reported by 31 March 2021.");
		assertThat(Indicators.verdict(kpi(Polarity.HIGHER).target("90").parts(MARCH, "0", "0").at(MARCH)))
			.isEqualTo("NONE no-value: There was nothing to measure (the denominator is 0) for the period to 31 March 2021.");
	}

	@ParameterizedTest(name = "{0} to {1}, seen on {2}: {3}")
	@CsvSource({
			"MONTHLY,   2021-02-28, 2021-04-30, MET",
			"MONTHLY,   2021-02-28, 2021-05-01, STALE_VALUE",
			"QUARTERLY, 2020-12-31, 2021-06-30, MET",
			"QUARTERLY, 2020-12-31, 2021-07-01, STALE_VALUE",
			"ANNUAL,    2019-03-31, 2021-03-31, MET",
			"ANNUAL,    2019-03-31, 2021-04-01, STALE_VALUE",
			"MONTHLY,   2021-02-15, 2021-04-16, STALE_VALUE" })
	void aValueOlderThanTwoOfItsOwnPeriodsIsStale(Frequency frequency, String periodEnd, String asAt, RagRule rule) {
		assertThat(kpi(Polarity.HIGHER).every(frequency).targetFrom("2019-01-01", "90").value(periodEnd, "95").at(asAt).rule()).isEqualTo(rule);
	}

	@Test
	void aStaleValueIsToldWithItsAge() {
		assertThat(kpi(Polarity.HIGHER).target("90").value("2021-01-31", "95").at("2021-06-30").reason())
			.isEqualTo("The latest value, 95.0% in the period to 31 January 2021, is older than 2 months.");
	}

	@Test
	void withoutPolarityOrTargetThereIsNoColour() {
		assertThat(Indicators.verdict(kpi(null).unit(Unit.COUNT, 0).target("90").value(MARCH, "1234").at(MARCH)))
			.isEqualTo("NONE no-polarity: The value is 1,234 in the period to 31 March 2021; neither higher nor lower is better, "
					+ "so it has no colour.");
		assertThat(Indicators.verdict(kpi(Polarity.LOWER).value(MARCH, "12").at(MARCH)))
			.isEqualTo("NONE no-target: The value is 12.0% in the period to 31 March 2021; no target is in force, so it has no colour.");
		assertThat(kpi(Polarity.WITHIN).target("90").value(MARCH, "12").at(MARCH).rule()).isEqualTo(RagRule.NO_TARGET);
	}

	@Test
	void theTargetInForceIsTheLatestByThePeriodsEnd() {
		var indicator = kpi(Polarity.HIGHER).targetFrom("2020-04-01", "80").targetFrom("2021-04-01", "90").value(MARCH, "85");

		assertThat(indicator.at(MARCH).rating()).isEqualTo(Rag.GREEN);
		assertThat(indicator.at("2021-04-30").figure().aim()).isNotNull()
			.satisfies(aim -> assertThat(aim.target()).isEqualByComparingTo("80"));
		assertThat(indicator.value("2021-04-30", "85").at("2021-04-30").rating()).isEqualTo(Rag.RED);
		assertThat(kpi(Polarity.HIGHER).targetFrom("2021-04-01", "90").value(MARCH, "85").at(MARCH).rule()).isEqualTo(RagRule.NO_TARGET);
	}

	@Test
	void readingsThatEndOrWereRecordedLaterAreNotSeen() {
		var indicator = kpi(Polarity.HIGHER).target("90")
			.value("2021-02-28", "95")
			.value(MARCH, "50", "2021-04-20")
			.value("2021-04-30", "10", "2021-04-01");

		assertThat(indicator.at("2021-04-19").figure().periodEnd()).isEqualTo("2021-02-28");
		assertThat(indicator.at("2021-04-20").figure().periodEnd()).isEqualTo(MARCH);
	}

	@Test
	void ofTwoReadingsOfAPeriodTheLaterRecordedCounts() {
		var indicator = kpi(Polarity.HIGHER).target("90").value(MARCH, "95", "2021-04-20").value(MARCH, "80", "2021-04-10");

		assertThat(indicator.at("2021-04-15").figure().value()).isEqualByComparingTo("80");
		assertThat(indicator.at("2021-04-30").figure().value()).isEqualByComparingTo("95");
	}

	@ParameterizedTest(name = "{0}: {1} against {2} is {3} away")
	@CsvSource({ "HIGHER, 85, 90, -5", "LOWER, 20, 18, 2", "LOWER, 17, 18, -1" })
	void theDistanceIsValueLessTarget(Polarity polarity, String value, String target, BigDecimal distance) {
		assertThat(kpi(polarity).target(target).value(MARCH, value).at(MARCH).figure().distance()).isEqualByComparingTo(distance);
	}

	@ParameterizedTest(name = "{0} is {1} away from 10 to 20")
	@CsvSource({ "8, -2", "15, 0", "23, 3" })
	void theDistanceToABandIsNothingInside(String value, BigDecimal distance) {
		assertThat(kpi(Polarity.WITHIN).band("10", "20").value(MARCH, value).at(MARCH).figure().distance()).isEqualByComparingTo(distance);
	}

	@Test
	void aHousesOwnToleranceIsUsedWhereTheTargetNamesNone() {
		var points = new RagPolicy(RagSettings.of(Map.of("tolerance", "2", "tolerance-kind", "points")));
		var march = LocalDate.parse(MARCH);

		assertThat(points.assess(kpi(Polarity.HIGHER).target("90").value(MARCH, "88").series(), march).rating()).isEqualTo(Rag.AMBER);
		assertThat(points.assess(kpi(Polarity.HIGHER).target("90").value(MARCH, "87.9").series(), march).rating()).isEqualTo(Rag.RED);
		assertThat(points.assess(kpi(Polarity.HIGHER).target("90", "5", ToleranceKind.RELATIVE).value(MARCH, "86").series(), march).rating())
			.isEqualTo(Rag.AMBER);
	}

	@Test
	void onlyMonthlyAndQuarterlySeriesAreCharted() {
		assertThat(kpi(Polarity.HIGHER).value(MARCH, "1").at(MARCH).chart()).isNotNull();
		assertThat(kpi(Polarity.HIGHER).every(Frequency.QUARTERLY).value(MARCH, "1").at(MARCH).chart()).isNotNull();
		assertThat(kpi(Polarity.HIGHER).every(Frequency.ANNUAL).value(MARCH, "1").at(MARCH).chart()).isNull();
	}

	@Test
	void theChartDoesNotSeeLaterReadings() {
		var chart = kpi(Polarity.HIGHER).value("2021-02-28", "1").value(MARCH, "2").value("2021-04-30", "3").at(MARCH).chart();

		assertThat(chart).isNotNull().satisfies(seen -> assertThat(seen.points()).hasSize(2));
	}

}

package org.packhorse.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhorse.kpi.ControlChart.Assurance;
import org.packhorse.kpi.ControlChart.Limits;
import org.packhorse.kpi.ControlChart.Rebase;
import org.packhorse.kpi.ControlChart.Variation;
import org.packhorse.kpi.Kpi.Polarity;

class ControlChartTests {

	/// The series that the NHS-R Community publishes with its results (NHSRplotthedots, vignette on deviations).
	private static final String PUBLISHED = "1 2 1 2 10 1 2 1 2 1 2 1 2 1 2 1 2 1";

	private static final String CALM = "50 52 50 52 50 52 50 52 50 52 50 52";

	@Test
	void thePublishedSeriesHasThePublishedLimits() {
		assertThat(limits(Charted.monthly().of(PUBLISHED))).isEqualTo("-3.06 1.94 6.95");
	}

	@Test
	void screeningDropsTheWildRangesOnceAndNarrowsTheLimitsAsPublished() {
		assertThat(limits(Charted.monthly().screened().of(PUBLISHED))).isEqualTo("-0.72 1.94 4.60");
	}

	@Test
	void screeningLeavesASeriesThatNeverChangesAlone() {
		assertThat(limits(Charted.monthly().screened().of("5 5 5 5 5 5"))).isEqualTo("5.00 5.00 5.00");
	}

	@Test
	void theNearLimitsLieAtTwoThirds() {
		// Mean 51, every moving range 2: limits 51 ± 5.32, near limits 51 ± 3.5467.
		var limits = Objects.requireNonNull(Charted.monthly().of(CALM).limits());

		assertThat(limits.upper()).isEqualByComparingTo("56.32");
		assertThat(limits.lower()).isEqualByComparingTo("45.68");
		assertThat(round(limits.nearUpper())).isEqualTo("54.55");
		assertThat(round(limits.nearLower())).isEqualTo("47.45");
	}

	@Test
	void aPointOutsideALimitIsASignal() {
		assertThat(Charted.monthly().signals(PUBLISHED)).isEqualTo(". . . . limit . . . . . . . . . . . . .");
	}

	@Test
	void everySignalReadsByItsOwnWay() {
		var seven = Charted.monthly().of("5 8 4 7 3 8 1 2 3 4 5 6 7 3 8 4").points();
		assertThat(seven).extracting(ControlChart.Point::way).as("the first of a rise rises with the others, though it lies below the point before it")
			.containsExactly(0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0);
		assertThat(seven.get(6).variation(Polarity.HIGHER)).isEqualTo(Variation.IMPROVEMENT);
		assertThat(seven.get(6).variation(Polarity.LOWER)).isEqualTo(Variation.CONCERN);
		assertThat(seven.get(6).variation(Polarity.WITHIN)).isEqualTo(Variation.NEUTRAL);
		assertThat(seven.get(6).variation(null)).isEqualTo(Variation.NEUTRAL);
		assertThat(seven.getLast().variation(null)).isEqualTo(Variation.COMMON_CAUSE);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({
			"seven rising,              5 8 4 7 3 8 1 2 3 4 5 6 7 3 8 4,   . . . . . . trend trend trend trend trend trend trend . . .",
			"eight falling,             5 8 4 7 3 8 7 6 5 4 3 2 1 8 3 7,   . . . . . trend trend trend trend trend trend trend trend . . .",
			"a tie breaks a rise,       5 8 4 7 3 8 1 2 3 4 4 5 6 7 3 8 4, . . . . . . . . . . . . . . . . .",
			"seven on either side,      1 3 1 3 1 3 1 5 7 5 7 5 7 5,       shift shift shift shift shift shift shift shift shift shift shift shift shift shift",
			"six on the upper side,     1 3 1 3 1 3 1 3 5 7 5 7 5 7,       shift shift shift shift shift shift shift shift . . . . . .",
			"a point on the mean of 4,  1 3 1 3 1 3 1 4 7 5 7 5 7 5 7,     shift shift shift shift shift shift shift . shift shift shift shift shift shift shift",
			"two of three low,          10 11 10 11 10 11 10 11 10 11 10 10 8 9 8 11,    . . . . . . . . . . . . two-of-three . two-of-three .",
			"two of three high,         11 10 11 10 11 10 11 10 11 10 11 11 13 12 13 10, . . . . . . . . . . . . two-of-three . two-of-three .",
			"a limit before a shift,    5 6 5 6 5 6 5 6 5 6 5 6 5 14,      shift shift shift shift shift shift shift shift shift shift shift shift shift limit",
			"no signal,                 50 52 50 52 50 52 50 52 50 52 50 52, . . . . . . . . . . . ." })
	void aRunIsASignalAndAllItsPointsAreMarked(String what, String line, String signals) {
		assertThat(Charted.monthly().signals(line)).as(what).isEqualTo(signals);
	}

	@Test
	void aTrendTakesPrecedenceOverAShift() {
		// The mean is 7: seven below it and seven above it, all rising.
		assertThat(Charted.monthly().signals("0 1 2 3 4 5 6 8 9 10 11 12 13 14")).doesNotContain("shift").contains("trend");
	}

	@ParameterizedTest(name = "{0}, {1}: {2}")
	@CsvSource({
			"up by a limit,    HIGHER, IMPROVEMENT",
			"up by a limit,    LOWER,  CONCERN",
			"up by a limit,    WITHIN, NEUTRAL",
			"up by a limit,    ,       NEUTRAL",
			"down by a limit,  HIGHER, CONCERN",
			"down by a limit,  LOWER,  IMPROVEMENT",
			"rising,           HIGHER, IMPROVEMENT",
			"rising,           LOWER,  CONCERN",
			"falling,          HIGHER, CONCERN",
			"falling,          LOWER,  IMPROVEMENT",
			"a shift up,       LOWER,  CONCERN",
			"two low of three, LOWER,  IMPROVEMENT",
			"calm,             HIGHER, COMMON_CAUSE",
			"calm,             ,       COMMON_CAUSE" })
	void theLastPointsSignalIsReadByPolarity(String what, @Nullable Polarity polarity, Variation variation) {
		var line = switch (what) {
			case "up by a limit" -> "5 6 5 6 5 6 5 6 5 6 5 6 5 14";
			case "down by a limit" -> "5 6 5 6 5 6 5 6 5 6 5 6 5 1";
			case "rising" -> "5 8 4 7 3 8 4 7 1 2 3 4 5 6 7";
			case "falling" -> "5 8 4 7 3 8 4 7 7 6 5 4 3 2 1";
			case "a shift up" -> "1 3 1 3 1 3 1 5 7 5 7 5 7 5";
			case "two low of three" -> "10 11 10 11 10 11 10 11 10 11 10 10 8 9 8";
			default -> CALM;
		};

		assertThat(Charted.monthly().polarity(polarity).of(line).variation()).isEqualTo(variation);
	}

	@ParameterizedTest(name = "{0} target {1}: {2}")
	@CsvSource({
			"HIGHER, 56.33, CONSISTENTLY_FAILS",
			"HIGHER, 56.32, HIT_AND_MISS",
			"HIGHER, 45.68, HIT_AND_MISS",
			"HIGHER, 45.67, CONSISTENTLY_PASSES",
			"LOWER,  56.33, CONSISTENTLY_PASSES",
			"LOWER,  51,    HIT_AND_MISS",
			"LOWER,  45.67, CONSISTENTLY_FAILS",
			",       56.33," })
	void theTargetAgainstTheLimitsSaysWhetherItCanBeMet(@Nullable Polarity polarity, String target, @Nullable Assurance assurance) {
		assertThat(Charted.monthly().polarity(polarity).target(target).of(CALM).assurance()).isEqualTo(assurance);
	}

	@ParameterizedTest(name = "band {0} to {1}: {2}")
	@CsvSource({ "40, 60, CONSISTENTLY_PASSES", "60, 70, CONSISTENTLY_FAILS", "30, 40, CONSISTENTLY_FAILS", "50, 60, HIT_AND_MISS",
			"40, 52, HIT_AND_MISS" })
	void aBandPassesWhenTheLimitsLieWhollyInside(String low, String high, Assurance assurance) {
		assertThat(Charted.monthly().band(low, high).of(CALM).assurance()).isEqualTo(assurance);
	}

	@Test
	void withoutATargetThereIsNoAssurance() {
		assertThat(Charted.monthly().of(CALM).assurance()).isNull();
	}

	@Test
	void twelvePointsMakeFirmLimitsElevenTrialLimitsFiveNone() {
		assertThat(Charted.monthly().of(CALM).trial()).isFalse();
		assertThat(Charted.monthly().of("50 52 50 52 50 52 50 52 50 52 50").trial()).isTrue();
		assertThat(Charted.monthly().of("5 6 5 6 5 6").trial()).isTrue();

		var five = Charted.monthly().target("90").of("5 6 5 6 5");
		assertThat(five.limits()).isNull();
		assertThat(five.mean()).isEqualByComparingTo("5.4");
		assertThat(five.variation()).isNull();
		assertThat(five.assurance()).isNull();
		assertThat(five.signals()).containsOnlyNulls().hasSize(5);
	}

	@Test
	void aMovingRangeNeverSpansAGap() {
		// Across the gaps the ranges would be 8; left out, every range is 1: limits 8.5 ± 2.66.
		var withheld = Charted.monthly().of("5 4 5 4 c 12 13 12 13");
		var missing = Charted.monthly().of("5 4 5 4 - 12 13 12 13");

		assertThat(limits(withheld)).isEqualTo("5.84 8.50 11.16");
		assertThat(limits(missing)).isEqualTo(limits(withheld));
		assertThat(withheld.points()).hasSize(8);
	}

	@Test
	void aGapBreaksARun() {
		assertThat(Charted.monthly().signals("5 8 4 7 3 8 1 2 3 4 - 5 6 7 3 8 4")).doesNotContain("trend");
	}

	@Test
	void fromARebaseTheBaselineStartsAnew() {
		// Seven months around 2, then seven around 6: one baseline sees two shifts, two baselines see none.
		var line = "1 3 1 3 1 3 1 5 7 5 7 5 7 5";
		var rebased = Charted.monthly().rebased("2020-08-01").of(line);

		assertThat(rebased.signals()).containsOnlyNulls();
		assertThat(round(rebased.mean())).isEqualTo("5.86");
		assertThat(rebased.trial()).isTrue();
		assertThat(rebased.points().getFirst().limits()).isNotNull()
			.satisfies(limits -> assertThat(round(Objects.requireNonNull(limits).mean())).isEqualTo("1.86"));
		assertThat(rebased.rebases()).extracting(Rebase::reason).containsExactly("a new front door");
	}

	@Test
	void aRebaseThatIsYetToComeIsNotSeen() {
		assertThat(Charted.monthly().rebased("2030-01-01").of(CALM)).isEqualTo(Charted.monthly().of(CALM));
	}

	@Test
	void aRebaseNeedsAReason() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Rebase(LocalDate.parse("2020-08-01"), " "))
			.withMessage("A control chart may start anew from 2020-08-01 only with a reason");
	}

	@Test
	void anAnnualSeriesIsNotCharted() {
		assertThat(Charted.monthly().annual().maybe(CALM)).isNull();
	}

	@Test
	void withoutAnyValueThereIsNoChart() {
		assertThat(Charted.monthly().maybe("c c c")).isNull();
	}

	private static String limits(ControlChart chart) {
		Limits limits = Objects.requireNonNull(chart.limits());
		return "%s %s %s".formatted(round(limits.lower()), round(limits.mean()), round(limits.upper()));
	}

	private static String round(BigDecimal number) {
		return number.setScale(2, RoundingMode.HALF_UP).toPlainString();
	}

}

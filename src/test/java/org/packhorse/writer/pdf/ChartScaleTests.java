package org.packhorse.writer.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

class ChartScaleTests {

	@Test
	void percentagesCloseTogetherGetStepsOfFive() {
		assertThat(ticks("71.2", "90")).containsExactly("70", "75", "80", "85", "90");
	}

	@Test
	void smallBesideLargeStartsAtZero() {
		assertThat(ticks("3", "19")).containsExactly("0", "5", "10", "15", "20");
	}

	@Test
	void negativeValuesGoBelowZero() {
		assertThat(ticks("2", "-3.5")).containsExactly("-4", "-2", "0", "2");
	}

	@Test
	void equalValuesLieInTheMiddle() {
		var scale = scale("5", "5");
		assertThat(scale.share(new BigDecimal("5"))).isEqualTo(0.5f);
		assertThat(scale.low()).isLessThan(new BigDecimal("5"));
	}

	@Test
	void zerosAlone() {
		assertThat(scale("0", "0").share(BigDecimal.ZERO)).isEqualTo(0.5f);
	}

	@Test
	void millionsAndFractionsGetRoundStepsToo() {
		assertThat(ticks("0", "4800000")).containsExactly("0", "1000000", "2000000", "3000000", "4000000", "5000000");
		assertThat(ticks("0.011", "0.019")).containsExactly("0.010", "0.012", "0.014", "0.016", "0.018", "0.020");
		assertThat(scale("0.011", "0.019").decimals()).isEqualTo(3);
		assertThat(scale("0", "4800000").decimals()).isZero();
	}

	@Test
	void noValuesStillHaveAnAxis() {
		assertThat(ChartScale.of(List.of()).ticks()).isNotEmpty();
	}

	private static ChartScale scale(String... values) {
		return ChartScale.of(Arrays.stream(values).map(BigDecimal::new).toList());
	}

	private static List<String> ticks(String... values) {
		return scale(values).ticks().stream().map(BigDecimal::toPlainString).toList();
	}

}

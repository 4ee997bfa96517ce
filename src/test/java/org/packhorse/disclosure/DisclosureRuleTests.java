package org.packhorse.disclosure;

import java.math.BigDecimal;
import java.time.Month;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhorse.kpi.Kpi.Disclosure;
import org.packhorse.kpi.Kpi.Unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DisclosureRuleTests {

	@ParameterizedTest
	@CsvSource({"0, false", "1, true", "5, true", "6, false", "1234, false"})
	void countsFromOneToFiveAreWithheld(int count, boolean withheld) {
		assertThat(!new Figures().count("a", count).suppressed().withheld().isEmpty()).isEqualTo(withheld);
	}

	@ParameterizedTest
	@CsvSource({"3, 5, SMALL_NUMBER", "0, 5, SMALL_DENOMINATOR", "0, 6, ", "6, 12, ", "1, 100, SMALL_NUMBER", "5, 100, SMALL_NUMBER", "6, 100, ", "94, 100, ",
			"95, 100, NEARLY_ALL", "99, 100, NEARLY_ALL", "100, 100, ", "6, 6, ", "0, 0, "})
	void sharesAreWithheldOnFewCasesOfAnyKind(int numerator, int denominator, Reason reason) {
		var series = new Figures().share("p", numerator, denominator).series().getFirst();
		assertThat(DisclosureRule.defaults().reason(series.kpi(), series.readings().getFirst())).isEqualTo(reason);
	}

	@Test
	void ratesLookAtNumeratorAndDenominatorButNotAtTheRest() {
		var rates = new Figures().kpi("r", Unit.RATE, Disclosure.RATE)
			.add("r", 0, null, new BigDecimal("5"), new BigDecimal("40000"), "")
			.add("r", 1, null, new BigDecimal("6"), new BigDecimal("40000"), "")
			.add("r", 2, null, new BigDecimal("39998"), new BigDecimal("40000"), "");
		assertThat(Figures.withheld(rates.suppressed())).containsExactly("r/0");
	}

	@Test
	void aShareGivenWithItsDenominatorTellsItsNumerator() {
		var shares = new Figures().kpi("p", Unit.PERCENT, Disclosure.RATE)
			.add("p", 0, new BigDecimal("10.3"), null, new BigDecimal("29"), "")
			.add("p", 1, new BigDecimal("31.0"), null, new BigDecimal("29"), "");
		assertThat(Figures.withheld(shares.suppressed())).containsExactly("p/0");
	}

	@Test
	void daysAreNoCountOfChildren() {
		var days = new Figures().kpi("d", Unit.DAYS, Disclosure.RATE)
			.add("d", 0, null, new BigDecimal("4"), new BigDecimal("8"), "")
			.add("d", 1, null, new BigDecimal("40"), new BigDecimal("5"), "");
		assertThat(Figures.withheld(days.suppressed())).containsExactly("d/1");
	}

	@Test
	void indicatorsWithNothingToKeepAreShown() {
		var figures = new Figures().kpi("staff", Unit.COUNT, Disclosure.NONE).add("staff", 0, new BigDecimal("3"), null, null, "");
		assertThat(figures.suppressed().withheld()).isEmpty();
	}

	@Test
	void aHouseMayHideZeroAndAll() {
		var rule = DisclosureRule.of(Map.of("disclosure-hide-zero", "yes", "disclosure-hide-all", "yes"));
		var figures = new Figures().rule(rule).count("a", 0, 7).share("p", 40, 40).share("q", 0, 40);
		assertThat(Figures.withheld(figures.suppressed())).containsExactly("a/0", "p/0", "q/0");
	}

	@Test
	void aHouseMaySetItsThresholds() {
		var rule = DisclosureRule.of(Map.of("disclosure-threshold", "9", "disclosure-denominator", "20", "disclosure-year-starts", "september"));
		assertThat(rule).isEqualTo(new DisclosureRule(9, false, false, 20, Month.SEPTEMBER));
	}

	@Test
	void everyFaultOfTheSettingsIsTold() {
		var settings = Map.of("disclosure-threshold", "0", "disclosure-hide-zero", "maybe", "disclosure-year-starts", "Spring", "threshold", "5");
		assertThatThrownBy(() -> DisclosureRule.of(settings)).isInstanceOfSatisfying(DisclosureRuleRefused.class,
				refused -> assertThat(refused.faults()).extracting(DisclosureRuleRefused.Fault::key)
					.containsExactlyInAnyOrder("disclosure-threshold", "disclosure-hide-zero", "disclosure-year-starts", "threshold"));
	}

}

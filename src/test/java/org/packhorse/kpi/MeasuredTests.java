package org.packhorse.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhorse.kpi.Kpi.Reading;
import org.packhorse.kpi.Kpi.Unit;

class MeasuredTests {

	@ParameterizedTest(name = "{1} of {2} as {0} is {4}")
	@CsvSource({
			"PERCENT, 171,  190,   ,   90",
			"PERCENT, 171,  190,   50, 90",
			"RATE,    1102, 20000, ,   551",
			"RATIO,   33,   20,    ,   1.65",
			"DAYS,    33,   20,    ,   1.65",
			"COUNT,   ,     ,      12, 12",
			"PERCENT, 171,  ,      50, 50",
			"PERCENT, 0,    0,     ,  " })
	void numeratorOverDenominatorWinsOverTheValue(Unit unit, @Nullable BigDecimal numerator, @Nullable BigDecimal denominator,
			@Nullable BigDecimal value, @Nullable BigDecimal expected) {
		assertThat(Measured.of(unit, reading(value, "", numerator, denominator))).usingComparator(Comparator.nullsFirst(BigDecimal::compareTo)).isEqualTo(expected);
	}

	@Test
	void aSymbolLeavesNoValueWhateverElseIsGiven() {
		assertThat(Measured.of(Unit.PERCENT, reading(BigDecimal.TEN, "c", BigDecimal.ONE, BigDecimal.TEN))).isNull();
	}

	private static Reading reading(@Nullable BigDecimal value, String symbol, @Nullable BigDecimal numerator,
			@Nullable BigDecimal denominator) {
		var day = LocalDate.parse("2021-03-31");
		return new Reading(day, value, symbol, numerator, denominator, day);
	}

}

package org.packhorse.national;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Random;

import org.packhorse.national.Tables.Table;

/// How an indicator went at one council: thirteen months towards a last reading whose colour is known.
record Course(Indicator indicator, String rating) {

	/// The last reading decides the colour: met by one percent at least, near by one to four percent, or missed by eight at least.
	/// Targets are such that rounding does not cross these bounds.
	private double lastShare(Random random) {
		return switch (this.rating) {
			case "GREEN" -> 0.015 + random.nextInt(40) / 1000.0;
			case "AMBER" -> -0.02 - random.nextInt(15) / 1000.0;
			case "RED" -> -0.08 - random.nextInt(120) / 1000.0;
			default -> random.nextInt(200) / 1000.0 - 0.1;
		};
	}

	void write(Tables tables, FictionalCouncil council, Random random) {
		double last = lastShare(random);
		double first = last - 0.16 + random.nextInt(200) / 1000.0;
		for (int month = 0; month < History.MONTHS; month++) {
			boolean latest = month == History.MONTHS - 1;
			double share = first + (last - first) * month / (History.MONTHS - 1) + (latest ? 0 : (random.nextInt(60) - 30) / 1000.0);
			var end = YearMonth.from(NationalData.AS_AT).minusMonths(History.MONTHS - 1L - month).atEndOfMonth();
			reading(tables, council, end, this.indicator.value(share), random);
		}
		if (this.indicator.isAimedAt()) {
			tables.row(Table.KPI_TARGETS, council.code(), this.indicator.code(), "2025-01-01", this.indicator.round(this.indicator.target()), 5, "relative");
		}
	}

	/// Shares with whole targets come as cases of cases, so that the loader's arithmetic is used; the rest as they are printed.
	private void reading(Tables tables, FictionalCouncil council, LocalDate end, BigDecimal value, Random random) {
		if (this.indicator.unit().equals("percent") && this.indicator.decimals() == 1) {
			int cases = 100 * (4 + random.nextInt(5));
			var counted = value.movePointLeft(2).multiply(BigDecimal.valueOf(cases)).setScale(0, RoundingMode.HALF_UP);
			tables.row(Table.KPI_VALUES, council.code(), this.indicator.code(), end, "", counted, cases);
		}
		else {
			tables.row(Table.KPI_VALUES, council.code(), this.indicator.code(), end, value, "", "");
		}
	}

}

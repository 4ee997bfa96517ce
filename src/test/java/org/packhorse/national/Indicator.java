package org.packhorse.national;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

import org.packhorse.national.Tables.Table;

/// One of the forty indicators that every fictional council measures.
record Indicator(String code, String title, String unit, String polarity, int decimals, double target, String topic) {

	private static final Pattern CELL = Pattern.compile("\"([^\"]*)\"(?:,|$)|([^,]*)(?:,|$)");

	static final List<Indicator> ALL = Words.rows("indicators").map(Indicator::of).toList();

	private static final String SOURCE = "Invented for measuring";

	private static Indicator of(String line) {
		var cells = CELL.matcher(line).results().map(cell -> cell.group(1) != null ? cell.group(1) : cell.group(2)).toList();
		return new Indicator(cells.get(0), cells.get(1), cells.get(2), cells.get(3), Integer.parseInt(cells.get(4)), Double.parseDouble(cells.get(5)),
				cells.get(6));
	}

	/// Where neither way is better, nothing is aimed at.
	boolean isAimedAt() {
		return !this.polarity.isEmpty();
	}

	/// A value as far above the target as the share says, or as far below; better is above it where higher is better.
	BigDecimal value(double better) {
		double share = this.polarity.equals("lower") ? 1 - better : 1 + better;
		return round(this.unit.equals("percent") ? Math.min(100, this.target * share) : this.target * share);
	}

	BigDecimal round(double value) {
		return BigDecimal.valueOf(value).setScale(this.decimals, RoundingMode.HALF_UP);
	}

	void write(Tables tables) {
		tables.row(Table.KPIS, this.code, this.title, "Invented: " + this.title + ", as counted at the end of the month.", this.unit, this.polarity,
				this.decimals, "monthly", SOURCE, this.topic);
	}

	/// What areas that do not exist are said to have.
	void writeBenchmarks(Tables tables, List<String> areas, Random random) {
		for (String area : areas) {
			for (int year = 0; year < 2; year++) {
				tables.row(Table.BENCHMARKS, this.code, area, NationalData.AS_AT.minusYears(year), value(random.nextInt(21) / 100.0 - 0.13), SOURCE);
			}
		}
	}

}

package org.packhorse.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.packhorse.kpi.ControlChart.Point;
import org.packhorse.kpi.ControlChart.Rebase;
import org.packhorse.kpi.Kpi.Disclosure;
import org.packhorse.kpi.Kpi.Frequency;
import org.packhorse.kpi.Kpi.Polarity;
import org.packhorse.kpi.Kpi.Reading;
import org.packhorse.kpi.Kpi.Series;
import org.packhorse.kpi.Kpi.Target;
import org.packhorse.kpi.Kpi.Unit;

/// Charts made from a line of numbers, one a month from January 2020; `c` is withheld, `-` is missing.
record Charted(@Nullable Polarity polarity, Frequency frequency, boolean screening, @Nullable Target target, List<Rebase> rebases) {

	static Charted monthly() {
		return new Charted(Polarity.HIGHER, Frequency.MONTHLY, false, null, List.of());
	}

	Charted polarity(@Nullable Polarity polarity) {
		return new Charted(polarity, this.frequency, this.screening, this.target, this.rebases);
	}

	Charted annual() {
		return new Charted(this.polarity, Frequency.ANNUAL, this.screening, this.target, this.rebases);
	}

	Charted screened() {
		return new Charted(this.polarity, this.frequency, true, this.target, this.rebases);
	}

	Charted target(String target) {
		return new Charted(this.polarity, this.frequency, this.screening,
				new Target(LocalDate.parse("2020-01-01"), new BigDecimal(target), null, null, null, null), this.rebases);
	}

	Charted band(String low, String high) {
		return new Charted(Polarity.WITHIN, this.frequency, this.screening,
				new Target(LocalDate.parse("2020-01-01"), null, null, null, new BigDecimal(low), new BigDecimal(high)), this.rebases);
	}

	Charted rebased(String... dates) {
		return new Charted(this.polarity, this.frequency, this.screening, this.target,
				Arrays.stream(dates).map(date -> new Rebase(LocalDate.parse(date), "a new front door")).toList());
	}

	@Nullable ControlChart maybe(String line) {
		var kpi = new Kpi("K1", "An indicator", "", Unit.COUNT, this.polarity, 1, this.frequency, "", Disclosure.NONE, "");
		return ControlChart.of(new Series(kpi, readings(line), List.of(), List.of()), this.target, this.screening, this.rebases);
	}

	ControlChart of(String line) {
		return Objects.requireNonNull(maybe(line));
	}

	/// The signals as words, `.` for none.
	String signals(String line) {
		return String.join(" ", of(line).points().stream().map(Charted::word).toList());
	}

	private static String word(Point point) {
		return point.signal() == null ? "." : point.signal().words();
	}

	private static List<Reading> readings(String line) {
		var readings = new ArrayList<Reading>();
		var month = YearMonth.of(2020, 1);
		for (var word : line.split(" ")) {
			var end = month.atEndOfMonth();
			if (word.equals("c")) {
				readings.add(new Reading(end, null, "c", null, null, end));
			}
			else if (!word.equals("-")) {
				readings.add(new Reading(end, new BigDecimal(word), "", null, null, end));
			}
			month = month.plusMonths(1);
		}
		return readings;
	}

}

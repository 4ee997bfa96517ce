package org.packhorse.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.packhorse.kpi.ChartEvent;
import org.packhorse.kpi.ControlChart;
import org.packhorse.kpi.Kpi;

class ChartedHistoryTests {

	private static final YearMonth FIRST = YearMonth.of(2025, 1);

	@Test
	void aSignalReadsByPolarityAndSaysWhy() {
		// The published series: mean 1.94, upper limit 6.95; the fifth value, 10, lies above it.
		var points = points(Kpi.Polarity.LOWER, List.of(), "1 2 1 2 10 1 2 1 2 1 2 1 2 1 2 1 2 1");
		assertThat(points.get(4).signal()).isEqualTo("limit");
		assertThat(points.get(4).reading()).isEqualTo("concern");
		assertThat(points.get(4).signalWords()).isEqualTo("above the upper limit");
		assertThat(points.get(3).reading()).isEmpty();
		assertThat(points(null, List.of(), "1 2 1 2 10 1 2 1 2 1 2 1 2 1 2 1 2 1").get(4).reading()).isEqualTo("neutral");
	}

	@Test
	void limitsGoOnOverAWithheldPeriodThoughTheReadingDoesNot() {
		var points = points(Kpi.Polarity.HIGHER, List.of(), "5 6 5 6 c 6 5 6");
		assertThat(points.get(4).value()).isNull();
		assertThat(points.get(4).symbol()).isEqualTo("c");
		assertThat(points.get(4).mean()).isEqualTo(points.get(3).mean()).isNotNull();
	}

	@Test
	void limitsStepAtARebaseWhoseReasonIsTold() {
		var rebase = new ChartEvent("K", LocalDate.of(2025, 7, 1), true, "a new front door");
		var points = points(Kpi.Polarity.HIGHER, List.of(rebase), "5 6 5 6 5 6 15 16 15 16 15 16");
		assertThat(points.get(5).mean()).isEqualByComparingTo("5.5");
		assertThat(points.get(6).mean()).isEqualByComparingTo("15.5");
		assertThat(points.get(6).note()).isEqualTo("Limits begin anew: a new front door");
	}

	@Test
	void aPeriodThatNobodyReportedIsAGap() {
		var readings = ChartedHistory.unbroken(series(null, "5 - - 6"));
		assertThat(readings).extracting(Kpi.Reading::periodEnd).containsExactly(LocalDate.of(2025, 1, 31), LocalDate.of(2025, 2, 28),
				LocalDate.of(2025, 3, 31), LocalDate.of(2025, 4, 30));
		assertThat(readings).extracting(Kpi.Reading::value).containsExactly(new BigDecimal("5"), null, null, new BigDecimal("6"));
	}

	@Test
	void fewFiguresHaveNoLimitsAndThatIsSaid() {
		var control = ChartedHistory.control(chart(series(Kpi.Polarity.HIGHER, "5 6 5 6 5"), List.of()));
		assertThat(control.variation()).isEmpty();
		assertThat(control.sentence()).isEqualTo("There are no limits yet: they need at least six figures since the last time they began anew.");
		assertThat(points(Kpi.Polarity.HIGHER, List.of(), "5 6 5 6 5")).allSatisfy(point -> assertThat(point.mean()).isNull());
	}

	@Test
	void trialLimitsAreSaid() {
		var control = ChartedHistory.control(chart(series(Kpi.Polarity.HIGHER, "5 6 5 6 5 6"), List.of()));
		assertThat(control.trial()).isTrue();
		assertThat(control.sentence()).endsWith("The limits are trial limits: they rest on fewer than twelve figures.");
	}

	@Test
	void theWayOfTheLastPointIsTold() {
		var control = ChartedHistory.control(chart(series(Kpi.Polarity.LOWER, "5 6 5 6 5 6 5 6 5 6 5 6 1"), List.of()));
		assertThat(control.variation()).isEqualTo("improvement");
		assertThat(control.way()).isEqualTo("low");
	}

	private static List<PackModel.Point> points(Kpi.@Nullable Polarity polarity, List<ChartEvent> events, String line) {
		var series = series(polarity, line);
		var chart = chart(series, events);
		var history = new ChartedHistory(events);
		return series.readings().stream().map(reading -> history.on(series, new PackModel.Point("", reading.periodEnd(), reading.value(), reading.symbol(),
				null, null, null, null, null, "", "", "", ""), chart)).toList();
	}

	private static @Nullable ControlChart chart(Kpi.Series series, List<ChartEvent> events) {
		return ControlChart.of(series, null, false, events.stream().map(event -> new ControlChart.Rebase(event.startsOn(), event.words())).toList());
	}

	/// One value a month; `c` is withheld, `-` is missing.
	private static Kpi.Series series(Kpi.@Nullable Polarity polarity, String line) {
		var kpi = new Kpi("K", "An indicator", "", Kpi.Unit.COUNT, polarity, 1, Kpi.Frequency.MONTHLY, "", Kpi.Disclosure.NONE, "");
		var readings = new ArrayList<Kpi.Reading>();
		var values = line.split(" ");
		for (int i = 0; i < values.length; i++) {
			var end = FIRST.plusMonths(i).atEndOfMonth();
			if (!values[i].equals("-")) {
				boolean withheld = values[i].equals("c");
				readings.add(new Kpi.Reading(end, withheld ? null : new BigDecimal(values[i]), withheld ? "c" : "", null, null, end));
			}
		}
		return new Kpi.Series(kpi, readings, List.of(), List.of());
	}

}

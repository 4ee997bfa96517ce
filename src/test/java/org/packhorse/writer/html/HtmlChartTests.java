package org.packhorse.writer.html;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.packhorse.document.Block.Chart;

import static org.assertj.core.api.Assertions.assertThat;

class HtmlChartTests {

	@ParameterizedTest
	@CsvSource({
			"71.2,90,1, 70,90,5, 0",
			"-3.5,2,1, -4,2,2, 0",
			"0,1134,0, 0,1500,500, 0",
			"0.12,0.19,2, 0.12,0.2,0.02, 2",
			"1000001,1000002,1, 1000001,1000002,0.2, 1",
			"1000001,1000002,0, 1000001,1000002,1, 0",
			"-90,-10,0, -100,0,20, 0" })
	void axisHasRoundNumbersAroundTheValues(BigDecimal min, BigDecimal max, int printed, BigDecimal low, BigDecimal high, BigDecimal step,
			int decimals) {
		var scale = ChartScale.of(List.of(max, min), printed);
		assertThat(scale.step()).isEqualByComparingTo(step);
		assertThat(scale.low()).isEqualByComparingTo(low);
		assertThat(scale.high()).isEqualByComparingTo(high);
		assertThat(scale.decimals()).isEqualTo(decimals);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "5", "-7.25", "1134", "0.0001" })
	void equalValuesStandInsideTheAxis(BigDecimal value) {
		var scale = ChartScale.of(List.of(value, value), 4);
		assertThat(scale.share(value)).isBetween(0.0, 1.0);
		assertThat(scale.ticks()).hasSizeBetween(3, 8);
	}

	@Test
	void gapBreaksTheLine() {
		var page = page(List.of("a", "b", "c", "d", "e"), line("Change", Chart.Kind.TARGET, "1", "2", null, "3", "4"));
		assertThat(page.select("[role=img] path.line").attr("d")).matches("M[^ML]+L[^ML]+M[^ML]+L[^ML]+");
	}

	@Test
	void figureBetweenGapsIsAShortLineOrAMarker() {
		var page = page(List.of("a", "b", "c"), line("Target", Chart.Kind.TARGET, null, "2", null), line("Actual", Chart.Kind.ACTUAL, null, "3", null));
		assertThat(page.select("[role=img] path.line").eachAttr("d")).anyMatch(path -> path.endsWith("m-16 0h32"));
		assertThat(page.select("[role=img] path.point")).hasSize(1);
	}

	@Test
	void latestFigureStandsOnTheSideThatTheLineLeavesFree() {
		var rises = page(List.of("a", "b"), line("Actual", Chart.Kind.ACTUAL, "10", "90"), line("Goal", Chart.Kind.TARGET, "0", "100"));
		var falls = page(List.of("a", "b"), line("Actual", Chart.Kind.ACTUAL, "90", "50"), line("Goal", Chart.Kind.TARGET, "0", "100"));
		// The axis runs from 0 at 306 to 100 at 36: 90 stands at 63, 50 at 171.
		assertThat(rises.select("text.latest").attr("y")).isEqualTo("50");
		assertThat(falls.select("text.latest").attr("y")).isEqualTo("195");
	}

	@Test
	void onePeriodIsDrawn() {
		var page = page(List.of("Mar 2025"), line("Actual", Chart.Kind.ACTUAL, "56.1"));
		assertThat(page.select("[role=img] path.point")).hasSize(1);
		assertThat(page.select("[role=img] text.latest").text()).isEqualTo("56.1%");
		assertThat(page.text()).doesNotContain("NaN");
	}

	@Test
	void chartWithoutFiguresSaysSo() {
		var page = page(List.of("a", "b"), line("Actual", Chart.Kind.ACTUAL, null, null));
		assertThat(page.select("figure > p").text()).isEqualTo("There are no figures for these periods. Alternative");
		assertThat(page.select("svg")).isEmpty();
	}

	@Test
	void figuresBehindTheChartAreATable() {
		var page = page(List.of("Apr 2025", "May 2025"), line("Actual", Chart.Kind.ACTUAL, "-2.25", null), line("Goal", Chart.Kind.TARGET, "4", "4"));
		assertThat(page.select("details caption").text()).isEqualTo("Figures: Caption");
		assertThat(page.select("details thead th").eachText()).containsExactly("Period", "Actual", "Goal");
		assertThat(page.select("details tbody tr").eachText()).containsExactly("Apr 2025 \u22122.3% 4.0%", "May 2025 no figure 4.0%");
	}

	@Test
	void linesDifferWithoutColour() {
		var kinds = List.of(Chart.Kind.ACTUAL, Chart.Kind.ACTUAL, Chart.Kind.TARGET, Chart.Kind.BENCHMARK, Chart.Kind.BENCHMARK, Chart.Kind.MEAN,
				Chart.Kind.LIMIT, Chart.Kind.LIMIT);
		var lines = IntStream.range(0, kinds.size()).mapToObj(i -> line("Line " + i, kinds.get(i), "1", "" + i)).toArray(Chart.Line[]::new);
		var legend = page(List.of("a", "b"), lines).select(".legend svg");
		assertThat(legend).hasSize(8);
		assertThat(legend.stream().map(it -> it.select(".line").attr("stroke-dasharray") + it.select(".line").attr("stroke-width")
				+ it.select(".point").attr("d"))).doesNotHaveDuplicates();
	}

	@Test
	void everyPeriodIsNamedWhereThereIsRoom() {
		var names = labels(6, "Mar 2025");
		assertThat(names).extracting(PeriodLabels::index).containsExactly(0, 1, 2, 3, 4, 5);
	}

	@ParameterizedTest
	@CsvSource({ "36, Mar 2025", "120, Mar 2025", "5, Quarter 3 of 2020/21 (provisional)", "2, A period whose name is far longer than any chart is wide", "1, x" })
	void namesOfPeriodsDoNotTouchAndTheLastIsThere(int periods, String name) {
		var names = labels(periods, name);
		assertThat(names.getLast().index()).isEqualTo(periods - 1);
		for (int i = 1; i < names.size(); i++) {
			assertThat(names.get(i).start()).isGreaterThan(names.get(i - 1).end());
		}
		assertThat(names).allSatisfy(label -> {
			assertThat(label.start()).isGreaterThanOrEqualTo(0);
			assertThat(label.end()).isLessThanOrEqualTo(680);
		});
	}

	private static List<PeriodLabels> labels(int periods, String name) {
		return PeriodLabels.fitting(IntStream.range(0, periods).mapToObj(_ -> name).toList(), i -> 60 + (periods == 1 ? 280 : 560.0 * i / (periods - 1)), 0, 680);
	}

	private static Document page(List<String> periods, Chart.Line... lines) {
		return Pages.of(new Chart(Pages.AT, "Caption", "Alternative", "%", 1, periods, List.of(lines))).parsed();
	}

	private static Chart.Line line(String name, Chart.Kind kind, String... values) {
		return new Chart.Line(name, kind, Arrays.asList(Arrays.stream(values).map(v -> v == null ? null : new BigDecimal(v)).toArray(BigDecimal[]::new)));
	}

}

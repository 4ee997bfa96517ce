package org.packhorse.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.packhorse.document.Block.Chart;
import org.packhorse.document.Block.Chart.Event;
import org.packhorse.document.Block.Chart.Kind;
import org.packhorse.document.Block.Chart.Line;
import org.packhorse.document.Block.Chart.Mark;
import org.packhorse.document.Block.Chart.Reading;

class ChartWordsTests {

	private static final List<String> PERIODS = List.of("Jan", "Feb", "Mar", "Apr");

	private static final Mark ABOVE = new Mark(Reading.CONCERN, "above the upper limit");

	@Test
	void alternativeNamesSignalsAndEvents() {
		var chart = chart(List.of(new Event("Feb", "A team began"), new Event("Apr", "Did it help?")),
				new Line("Readings", Kind.ACTUAL, numbers(1, 9, null, 8), Arrays.asList(null, ABOVE, null, ABOVE)));
		assertThat(chart.words().alternative()).isEqualTo("What it shows. Concern: Feb (above the upper limit), Apr (above the upper limit)."
				+ " Event A, Feb: A team began. Event B, Apr: Did it help?");
	}

	@Test
	void linesAreNamedWhereSeveralHaveSignals() {
		var improved = new Mark(Reading.IMPROVEMENT, "below the lower limit");
		var chart = chart(List.of(), new Line("North", Kind.ACTUAL, numbers(1, 9, 1, 1), Arrays.asList(null, ABOVE, null, null)),
				new Line("South", Kind.ACTUAL, numbers(5, 5, 5, 1), Arrays.asList(null, null, null, improved)));
		assertThat(chart.words().remark(1)).isEqualTo("North, Concern: above the upper limit");
		assertThat(ChartSeries.of(chart)).extracting(ChartSeries::name).containsExactly("North", "South", "North: Concern", "South: Improvement");
	}

	@Test
	void remarksNameSignalAndEventsOfAPeriod() {
		var chart = chart(List.of(new Event("Feb", "A team began"), new Event("Feb", "A second one, too")),
				new Line("Readings", Kind.ACTUAL, numbers(1, 9, null, 8), Arrays.asList(null, ABOVE, null, null)));
		assertThat(chart.words().remark(1)).isEqualTo("Concern: above the upper limit; A team began; A second one, too");
		assertThat(chart.words().remark(0)).isEmpty();
		assertThat(chart.words().letters(1)).isEqualTo("A B");
	}

	@Test
	void chartWithoutAReadingHasNothingToDrawWhateverItsTarget() {
		assertThat(chart(List.of(), new Line("Readings", Kind.ACTUAL, numbers(null, null, null, null)),
				new Line("Target", Kind.TARGET, numbers(3, 3, 3, 3))).words().isEmpty()).isTrue();
		assertThat(chart(List.of(), new Line("Target", Kind.TARGET, numbers(3, 3, 3, 3))).words().isEmpty()).isFalse();
	}

	@Test
	void aMeanThatStepsIsASeriesForEachStretch() {
		var series = ChartSeries.of(chart(List.of(), new Line("Mean", Kind.MEAN, numbers(2, 2, null, 5))));
		assertThat(series).extracting(ChartSeries::name).containsExactly("Mean", "Mean from Apr");
		assertThat(series).extracting(ChartSeries::again).containsExactly(false, true);
		assertThat(series.get(0).values()).containsExactly(BigDecimal.TWO, BigDecimal.TWO, null, null);
		assertThat(series.get(1).values()).containsExactly(null, null, null, BigDecimal.valueOf(5));
	}

	@Test
	void aLineWithoutAnyValueIsStillOneSeries() {
		assertThat(ChartSeries.of(chart(List.of(), new Line("Mean", Kind.MEAN, numbers(null, null, null, null))))).hasSize(1);
	}

	@Test
	void aPointWithoutAValueCannotBeMarked() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Line("Readings", Kind.ACTUAL, numbers(1, null), Arrays.asList(null, ABOVE)))
			.withMessageContaining("has no value");
	}

	@Test
	void anEventIsInAPeriodOfTheChart() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> chart(List.of(new Event("May", "x")), new Line("Readings", Kind.ACTUAL, Collections.nCopies(4, null))))
			.withMessageContaining("no period of the chart");
	}

	@Test
	void lettersGoOnAfterZ() {
		var events = Collections.nCopies(28, new Event("Jan", "x"));
		assertThat(chart(events, new Line("Readings", Kind.ACTUAL, numbers(1, 2, 3, 4))).words().events()).element(27).isEqualTo("AB, Jan: x");
	}

	private static Chart chart(List<Event> events, Line... lines) {
		return new Chart(Position.NONE, "Caption", "What it shows.", "", 0, PERIODS, List.of(lines), events);
	}

	private static List<BigDecimal> numbers(Integer... numbers) {
		return Arrays.asList(Arrays.stream(numbers).map(number -> number == null ? null : BigDecimal.valueOf(number)).toArray(BigDecimal[]::new));
	}

}

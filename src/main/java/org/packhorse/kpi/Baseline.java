package org.packhorse.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.packhorse.kpi.ControlChart.Limits;
import org.packhorse.kpi.ControlChart.Point;
import org.packhorse.kpi.ControlChart.Signal;

/// One stretch of a control chart with its own mean, limits and runs.
final class Baseline {

	/// A value; `follows` says that it comes right after the one before, without a gap.
	record Observation(LocalDate periodEnd, BigDecimal value, boolean follows) {
	}

	/// A signal and the way that it goes: 1 upwards, −1 downwards.
	private record Marked(Signal signal, int way) {
	}

	private static final MathContext EXACT = MathContext.DECIMAL128;

	private static final BigDecimal LIMIT_FACTOR = new BigDecimal("2.66");

	private static final BigDecimal SCREEN_FACTOR = new BigDecimal("3.267");

	private static final int RUN = 7;

	private final List<Observation> observations;

	private final BigDecimal sum;

	private final @Nullable Limits limits;

	Baseline(List<Observation> observations, boolean screening) {
		this.observations = List.copyOf(observations);
		this.sum = sum(this.observations.stream().map(Observation::value).toList());
		this.limits = limits(screening);
	}

	BigDecimal mean() {
		return this.sum.divide(BigDecimal.valueOf(size()), EXACT);
	}

	@Nullable Limits limits() {
		return this.limits;
	}

	List<Point> points() {
		var signals = signals();
		return IntStream.range(0, size())
			.mapToObj(i -> point(i, signals[i]))
			.toList();
	}

	private Point point(int i, @Nullable Marked mark) {
		return new Point(this.observations.get(i).periodEnd(), value(i), mark == null ? null : mark.signal(), mark == null ? 0 : mark.way(),
				this.limits);
	}

	private @Nullable Limits limits(boolean screening) {
		var ranges = movingRanges();
		if (size() < ControlChart.POINTS_FOR_LIMITS || ranges.isEmpty()) {
			return null;
		}
		var average = average(screening ? screened(ranges) : ranges);
		var reach = average.multiply(LIMIT_FACTOR);
		var near = reach.multiply(BigDecimal.TWO).divide(BigDecimal.valueOf(3), EXACT);
		var mean = mean();
		return new Limits(mean, mean.subtract(reach, EXACT), mean.subtract(near, EXACT), mean.add(near, EXACT),
				mean.add(reach, EXACT), size() < ControlChart.POINTS_FOR_FIRM_LIMITS);
	}

	private List<BigDecimal> movingRanges() {
		return IntStream.range(1, size())
			.filter(i -> this.observations.get(i).follows())
			.mapToObj(i -> value(i).subtract(value(i - 1)).abs())
			.toList();
	}

	private static List<BigDecimal> screened(List<BigDecimal> ranges) {
		var bound = average(ranges).multiply(SCREEN_FACTOR);
		var kept = ranges.stream().filter(range -> range.compareTo(bound) < 0).toList();
		// Values that never change have no range to screen out.
		return kept.isEmpty() ? ranges : kept;
	}

	// Later marks overwrite earlier ones, so the signal that takes precedence is marked last.
	private @Nullable Marked[] signals() {
		var marks = new @Nullable Marked[size()];
		if (this.limits != null) {
			markRuns(marks, Signal.SHIFT, this::side, 0);
			markTwoOfThree(marks, this.limits);
			markRuns(marks, Signal.TREND, this::step, 1);
			for (var i = 0; i < size(); i++) {
				if (outside(i, this.limits)) {
					marks[i] = new Marked(Signal.LIMIT, side(i));
				}
			}
		}
		return marks;
	}

	/// Marks each seven points in a row whose direction is the same and not 0; `skip` first ones have no direction yet.
	private void markRuns(@Nullable Marked[] marks, Signal signal, Direction direction, int skip) {
		for (var start = 0; start + RUN <= size(); start++) {
			var from = start;
			var way = direction.of(from + skip);
			if (way != 0 && unbroken(from, RUN) && IntStream.range(from + skip, from + RUN).allMatch(i -> direction.of(i) == way)) {
				mark(marks, new Marked(signal, way), from, RUN, _ -> true);
			}
		}
	}

	private void markTwoOfThree(@Nullable Marked[] marks, Limits limits) {
		for (var start = 0; start + 3 <= size(); start++) {
			var from = start;
			var window = IntStream.range(from, from + 3).toArray();
			var oneSide = side(from) != 0 && IntStream.of(window).allMatch(i -> side(i) == side(from));
			if (oneSide && unbroken(from, 3) && IntStream.of(window).filter(i -> near(i, limits)).count() >= 2) {
				mark(marks, new Marked(Signal.TWO_OF_THREE, side(from)), from, 3, i -> near(i, limits));
			}
		}
	}

	private static void mark(@Nullable Marked[] marks, Marked mark, int from, int length, IntPredicate which) {
		IntStream.range(from, from + length).filter(which).forEach(i -> marks[i] = mark);
	}

	private boolean unbroken(int from, int length) {
		return IntStream.range(from + 1, from + length).allMatch(i -> this.observations.get(i).follows());
	}

	private boolean outside(int i, Limits limits) {
		return value(i).compareTo(limits.upper()) > 0 || value(i).compareTo(limits.lower()) < 0;
	}

	private boolean near(int i, Limits limits) {
		return !outside(i, limits) && (value(i).compareTo(limits.nearUpper()) > 0 || value(i).compareTo(limits.nearLower()) < 0);
	}

	// Against the sum, not the rounded mean: a point on the mean is then found exactly.
	private int side(int i) {
		return value(i).multiply(BigDecimal.valueOf(size())).compareTo(this.sum);
	}

	private int step(int i) {
		return value(i).compareTo(value(i - 1));
	}

	private BigDecimal value(int i) {
		return this.observations.get(i).value();
	}

	private int size() {
		return this.observations.size();
	}

	private static BigDecimal sum(List<BigDecimal> values) {
		return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	private static BigDecimal average(List<BigDecimal> values) {
		return sum(values).divide(BigDecimal.valueOf(values.size()), EXACT);
	}

	/// Which way a point goes: 1, −1 or 0.
	private interface Direction {

		int of(int point);

	}

}

package org.packhorse.pack;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.packhorse.authority.Areas;
import org.packhorse.document.Value;
import org.packhorse.kpi.ControlChart;
import org.packhorse.kpi.Kpi;
import org.packhorse.kpi.Measured;
import org.packhorse.rag.KpiAssessment;

/// Assessed indicators as packs print them.
final class KpiLines {

	/// How many periods a chart shows: two years and the month before.
	private static final int PERIODS = 25;

	private static final int MOST_DECIMALS = 6;

	private final Map<String, Kpi.Series> series = new HashMap<>();

	private final Map<KpiAssessment, PackModel.KpiLine> lines = new IdentityHashMap<>();

	private final Pasts pasts;

	private final ChartedHistory charted;

	KpiLines(Snapshot snapshot) {
		this.pasts = Pasts.of(snapshot);
		this.charted = new ChartedHistory(snapshot.chartEvents());
		snapshot.kpis().forEach(kpi -> this.series.put(kpi.kpi().code(), kpi));
	}

	/// The line of an indicator, which stands with its sections and among all.
	PackModel.KpiLine of(KpiAssessment assessed) {
		return this.lines.computeIfAbsent(assessed, this::made);
	}

	private PackModel.KpiLine made(KpiAssessment assessed) {
		var kpi = assessed.kpi();
		var figure = assessed.figure();
		var series = this.series.get(kpi.code());
		var history = history(series, assessed.chart());
		return new PackModel.KpiLine(kpi.code(), kpi.title(), kpi.definition(), kpi.unit().words(), kpi.decimals(), Wording.polarity(kpi),
				Wording.rating(assessed.rating()), assessed.rule().id(), assessed.reason(),
				Wording.figure(kpi, figure.value(), figure.decimals(), figure.symbol()),
				figure.periodEnd() == null ? "no period" : Wording.period(figure.periodEnd()), target(assessed), targetWords(assessed),
				direction(assessed.travel().previous()), direction(assessed.travel().yearOn()), benchmarks(assessed), rank(assessed), kpi.source(), kpi.topic(),
				distance(assessed), ChartedHistory.control(assessed.chart()), this.pasts.baseline(series, assessed), this.pasts.lastReview(series, assessed), this.pasts.since(series, assessed),
				history, story(kpi, history));
	}

	/// "2.3 points above the target of 20%": how far off, and not only which colour.
	private static String distance(KpiAssessment assessed) {
		var distance = assessed.figure().distance();
		if (distance == null) {
			return "";
		}
		var kpi = assessed.kpi();
		boolean band = kpi.polarity() == Kpi.Polarity.WITHIN;
		if (distance.signum() == 0) {
			return band ? "within the band" : "on target";
		}
		var number = new Value.Number(distance.abs(), telling(distance, Math.max(assessed.figure().decimals(), 0))).print();
		var unit = switch (kpi.unit()) {
			case PERCENT -> number.equals("1") ? " percentage point" : " percentage points";
			case RATE -> " per 10,000";
			case DAYS -> number.equals("1") ? " day" : " days";
			case COUNT, RATIO -> "";
		};
		return number + unit + (distance.signum() > 0 ? " above " : " below ") + (band ? "the band" : "target");
	}

	/// As few decimals as show that there is a distance: 0.3 points below target are not 0 points.
	private static int telling(BigDecimal distance, int least) {
		return IntStream.range(least, least + MOST_DECIMALS).filter(decimals -> distance.setScale(decimals, RoundingMode.HALF_UP).signum() != 0).findFirst().orElse(least);
	}

	private static PackModel.Figure target(KpiAssessment assessed) {
		var aim = assessed.figure().aim();
		return aim == null || aim.target() == null ? Wording.none(targetWords(assessed))
				: Wording.figure(assessed.kpi(), aim.target(), decimals(assessed.kpi(), aim.target()), "");
	}

	private static String targetWords(KpiAssessment assessed) {
		var kpi = assessed.kpi();
		var aim = assessed.figure().aim();
		if (aim == null) {
			return "no target";
		}
		if (aim.target() != null && kpi.polarity() != Kpi.Polarity.WITHIN) {
			return plain(kpi, aim.target());
		}
		return band(kpi, aim);
	}

	private static String band(Kpi kpi, KpiAssessment.Aim aim) {
		if (aim.low() == null || aim.high() == null) {
			return aim.target() == null ? "no target" : plain(kpi, aim.target());
		}
		return plain(kpi, aim.low()) + " to " + plain(kpi, aim.high());
	}

	/// The figure as columns print it, whose heading or row names the unit.
	private static String plain(Kpi kpi, BigDecimal number) {
		var decimals = decimals(kpi, number);
		return (kpi.unit() == Kpi.Unit.PERCENT ? new Value.Percent(number, decimals) : new Value.Number(number, decimals)).print();
	}

	/// A target is printed with as many decimals as it has, the indicator's own at least: 7.5 is never printed as 8.
	private static int decimals(Kpi kpi, BigDecimal target) {
		return Math.max(kpi.decimals(), Math.max(0, target.stripTrailingZeros().scale()));
	}

	private static String direction(KpiAssessment.@Nullable Change change) {
		return change == null ? "" : change.direction().words();
	}

	private List<PackModel.Benchmark> benchmarks(KpiAssessment assessed) {
		var kpi = assessed.kpi();
		var benchmarks = new ArrayList<PackModel.Benchmark>();
		assessed.comparison()
			.published()
			.stream()
			.filter(benchmark -> Areas.name(benchmark.area()).isPresent())
			.sorted(Comparator.comparing(benchmark -> !benchmark.area().equals(Areas.ENGLAND)))
			.forEach(benchmark -> benchmarks.add(new PackModel.Benchmark(benchmark.areaName(),
					Wording.figure(kpi, benchmark.value(), kpi.decimals(), benchmark.symbol()), "", benchmark.source())));
		var neighbours = assessed.comparison().neighbours();
		if (neighbours != null) {
			benchmarks.add(new PackModel.Benchmark("Neighbours (%d of %d)".formatted(neighbours.n(), neighbours.of()),
					Wording.figure(kpi, neighbours.mean(), kpi.decimals(), ""), "", "unweighted mean of published figures"));
		}
		return benchmarks.isEmpty() ? earlier(assessed) : benchmarks;
	}

	/// England's newest figure of a period before the reading's, for where nobody's is published for its own.
	private List<PackModel.Benchmark> earlier(KpiAssessment assessed) {
		var kpi = assessed.kpi();
		var periodEnd = assessed.figure().periodEnd();
		return this.series.get(kpi.code())
			.benchmarks()
			.stream()
			.filter(benchmark -> benchmark.area().equals(Areas.ENGLAND) && benchmark.value() != null)
			.filter(benchmark -> periodEnd != null && !benchmark.periodEnd().isAfter(periodEnd))
			.max(Comparator.comparing(Kpi.Benchmark::periodEnd))
			.map(benchmark -> new PackModel.Benchmark(benchmark.areaName(), Wording.figure(kpi, benchmark.value(), kpi.decimals(), ""),
					Wording.period(benchmark.periodEnd()), benchmark.source()))
			.stream()
			.toList();
	}

	private static String rank(KpiAssessment assessed) {
		var rank = assessed.comparison().rank();
		return rank == null ? "" : "%d of %d (quartile %d)".formatted(rank.place(), rank.of(), rank.quartile());
	}

	private List<PackModel.Point> history(Kpi.Series series, @Nullable ControlChart chart) {
		var readings = ChartedHistory.unbroken(series);
		var england = england(series);
		return readings.subList(Math.max(0, readings.size() - PERIODS), readings.size()).stream().map(reading -> {
			var value = Measured.of(series.kpi().unit(), reading);
			var there = england.get(reading.periodEnd());
			return new PackModel.Point(Wording.period(reading.periodEnd()), reading.periodEnd(), value, reading.symbol(),
					target(series, reading.periodEnd()), there == null ? null : there.value(), null, null, null, "", "", "", "");
		}).map(point -> this.charted.on(series, point, chart)).toList();
	}

	private static @Nullable BigDecimal target(Kpi.Series series, LocalDate periodEnd) {
		return series.targets()
			.stream()
			.filter(target -> !target.appliesFrom().isAfter(periodEnd))
			.max(Comparator.comparing(Kpi.Target::appliesFrom))
			.map(Kpi.Target::target)
			.orElse(null);
	}

	private static Map<LocalDate, Kpi.Benchmark> england(Kpi.Series series) {
		var england = new HashMap<LocalDate, Kpi.Benchmark>();
		series.benchmarks().stream().filter(benchmark -> benchmark.area().equals(Areas.ENGLAND)).forEach(benchmark -> england.putIfAbsent(benchmark.periodEnd(), benchmark));
		return england;
	}

	/// What a chart of the history shows, for those who do not see it.
	private static String story(Kpi kpi, List<PackModel.Point> history) {
		var points = history.stream().filter(point -> point.value() != null).toList();
		if (points.isEmpty()) {
			return "There is no figure to show yet.";
		}
		var first = points.getFirst();
		var last = points.getLast();
		if (points.size() == 1) {
			return "One figure so far: %s in %s.".formatted(print(kpi, first), last.period());
		}
		var lowest = points.stream().min(Comparator.comparing(point -> Objects.requireNonNull(point.value()))).orElseThrow();
		var highest = points.stream().max(Comparator.comparing(point -> Objects.requireNonNull(point.value()))).orElseThrow();
		// Not how many: a small number beside an indicator looks like a figure of it, and one that is withheld may be the same.
		var gaps = history.size() == points.size() ? "" : " Some periods have no figure.";
		var target = last.target() == null ? "" : " The target is %s.".formatted(Wording.print(kpi, last.target(), decimals(kpi, last.target())));
		return "From %s in %s to %s in %s; lowest %s in %s, highest %s in %s.%s%s".formatted(print(kpi, first), first.period(), print(kpi, last),
				last.period(), print(kpi, lowest), lowest.period(), print(kpi, highest), highest.period(), target, gaps);
	}

	private static String print(Kpi kpi, PackModel.Point point) {
		return Wording.print(kpi, Objects.requireNonNull(point.value()), kpi.decimals());
	}

}

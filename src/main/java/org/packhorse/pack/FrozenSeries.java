package org.packhorse.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.packhorse.kpi.Kpi;

/// The indicators of a snapshot as it is kept: other areas' figures, of which each snapshot holds thousands, stand in columns, with
/// each area's name and each source said once.
///
/// @param areas those that the columns name by their places in this list
record FrozenSeries(List<Area> areas, List<Indicator> indicators) {

	/// Another area.
	record Area(String code, String name) {
	}

	/// An indicator with everything but other areas' figures as it is elsewhere.
	record Indicator(Kpi kpi, List<Kpi.Reading> readings, List<Kpi.Target> targets, List<Column> published) {
	}

	/// What areas published for one period.
	///
	/// @param areas whose, @param figures in the same order
	record Column(LocalDate periodEnd, String source, List<Integer> areas, List<Figure> figures) {

		Column(LocalDate periodEnd, String source) {
			this(periodEnd, source, new ArrayList<>(), new ArrayList<>());
		}

	}

	/// A figure: in JSON a number, its symbol, a list of both, or null where there is neither.
	record Figure(@Nullable BigDecimal value, String symbol) {
	}

	static FrozenSeries of(List<Kpi.Series> series) {
		var places = new Places();
		var indicators = series.stream().map(one -> new Indicator(one.kpi(), one.readings(), one.targets(), columns(one.benchmarks(), places))).toList();
		return new FrozenSeries(places.areas, indicators);
	}

	/// The same in a snapshot.
	List<Kpi.Series> series() {
		return this.indicators.stream().map(one -> new Kpi.Series(one.kpi(), one.readings(), one.targets(), benchmarks(one))).toList();
	}

	private static List<Column> columns(List<Kpi.Benchmark> benchmarks, Places places) {
		var columns = new LinkedHashMap<LocalDate, Map<String, Column>>();
		for (Kpi.Benchmark benchmark : benchmarks) {
			var column = columns.computeIfAbsent(benchmark.periodEnd(), _ -> new LinkedHashMap<>())
				.computeIfAbsent(benchmark.source(), source -> new Column(benchmark.periodEnd(), source));
			column.areas().add(places.of(benchmark));
			column.figures().add(new Figure(benchmark.value(), benchmark.symbol()));
		}
		return columns.values().stream().flatMap(period -> period.values().stream()).toList();
	}

	private List<Kpi.Benchmark> benchmarks(Indicator indicator) {
		var benchmarks = new ArrayList<Kpi.Benchmark>();
		for (Column column : indicator.published()) {
			for (int i = 0; i < column.areas().size(); i++) {
				var area = this.areas.get(column.areas().get(i));
				var figure = column.figures().get(i);
				benchmarks.add(new Kpi.Benchmark(area.code(), area.name(), column.periodEnd(), figure.value(), figure.symbol(), column.source()));
			}
		}
		benchmarks.sort(Kpi.Benchmark.ORDER);
		return benchmarks;
	}

	/// Numbers areas as they come.
	private static final class Places {

		private final List<Area> areas = new ArrayList<>();

		private final Map<String, Map<String, Integer>> places = new HashMap<>();

		Integer of(Kpi.Benchmark benchmark) {
			return this.places.computeIfAbsent(benchmark.area(), _ -> new HashMap<>()).computeIfAbsent(benchmark.areaName(), name -> {
				this.areas.add(new Area(benchmark.area(), name));
				return this.areas.size() - 1;
			});
		}

	}

}

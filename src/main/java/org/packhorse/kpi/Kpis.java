package org.packhorse.kpi;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.packhorse.authority.Areas;
import org.packhorse.authority.Authority;
import org.packhorse.authority.FaultyTable;
import org.packhorse.kpi.PublishedFigures.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.packhorse.authority.Columns.constant;
import static org.packhorse.authority.Columns.number;
import static org.packhorse.authority.Columns.words;

/// The indicators on file with a council's readings, as they were known at a date.
@Repository
public class Kpis {

	private final JdbcClient jdbc;

	private final PublishedFigures published;

	Kpis(JdbcClient jdbc, PublishedFigures published) {
		this.jdbc = jdbc;
		this.published = published;
	}

	/// The indicators that the council has readings, targets or sections for, by code. A reading counts when its period has
	/// ended and it was recorded by the date; of several for one period the latest recorded.
	public List<Kpi.Series> asAt(Authority authority, LocalDate date) {
		var readings = readings(authority.code(), date);
		var targets = targets(authority.code());
		var kpis = kpis(authority.code());
		var benchmarks = benchmarks(authority, kpis, readings, date);
		return kpis.stream()
			.map(kpi -> new Kpi.Series(kpi, readings.getOrDefault(kpi.code(), List.of()), targets.getOrDefault(kpi.code(), List.of()),
					benchmarks.getOrDefault(kpi.code(), List.of())))
			.toList();
	}

	/// What charts must tell of the time up to a date, by indicator and day.
	public List<ChartEvent> chartEvents(String authority, LocalDate date) {
		return this.jdbc.sql("SELECT * FROM chart_events WHERE authority = ? AND starts_on <= ? ORDER BY kpi, starts_on, kind")
			.params(authority, date)
			.query((row, _) -> new ChartEvent(row.getString("kpi"), row.getObject("starts_on", LocalDate.class),
					row.getString("kind").equals("rebase"), row.getString("words")))
			.list();
	}

	/// The indicators whose counts add up.
	public List<KpiGroup> groups() {
		return this.jdbc.sql("SELECT * FROM kpi_groups ORDER BY kind, total, part")
			.query((row, _) -> new KpiGroup(Objects.requireNonNull(constant(row, "kpi_groups.kind", KpiGroup.Kind.class)), row.getString("total"),
					row.getString("part")))
			.list();
	}

	private List<Kpi> kpis(String authority) {
		return this.jdbc.sql("""
				SELECT * FROM kpis WHERE code IN (SELECT kpi FROM kpi_values WHERE authority = :authority)
				OR code IN (SELECT kpi FROM kpi_targets WHERE authority = :authority)
				OR code IN (SELECT kpi FROM section_kpis WHERE authority = :authority)
				OR code IN (SELECT kpi FROM actions WHERE authority = :authority) ORDER BY code""")
			.param("authority", authority)
			.query((row, _) -> new Kpi(row.getString("code"), row.getString("title"), words(row, "definition"), unit(words(row, "unit")),
					constant(row, "kpis.polarity", Kpi.Polarity.class), row.getInt("decimals"),
					Objects.requireNonNullElse(constant(row, "kpis.frequency", Kpi.Frequency.class), Kpi.Frequency.MONTHLY), words(row, "source"),
					Objects.requireNonNullElse(constant(row, "kpis.disclosure", Kpi.Disclosure.class), Kpi.Disclosure.NONE), words(row, "topic")))
			.list();
	}

	private Map<String, List<Kpi.Reading>> readings(String authority, LocalDate date) {
		var latest = new TreeMap<String, TreeMap<LocalDate, Kpi.Reading>>();
		this.jdbc.sql("""
				SELECT * FROM kpi_values WHERE authority = ? AND period_end <= ? AND recorded_on <= ?
				ORDER BY kpi, period_end, recorded_on""").params(authority, date, date).query(row -> {
			var reading = new Kpi.Reading(row.getObject("period_end", LocalDate.class), number(row, "value"), words(row, "symbol"),
					number(row, "numerator"), number(row, "denominator"), row.getObject("recorded_on", LocalDate.class));
			latest.computeIfAbsent(row.getString("kpi"), _ -> new TreeMap<>()).put(reading.periodEnd(), reading);
		});
		var readings = new TreeMap<String, List<Kpi.Reading>>();
		latest.forEach((kpi, byPeriod) -> readings.put(kpi, List.copyOf(byPeriod.values())));
		return readings;
	}

	private Map<String, List<Kpi.Target>> targets(String authority) {
		return this.jdbc.sql("SELECT * FROM kpi_targets WHERE authority = ? ORDER BY kpi, applies_from")
			.param(authority)
			.query((row, _) -> Map.entry(row.getString("kpi"),
					new Kpi.Target(row.getObject("applies_from", LocalDate.class), number(row, "target"), number(row, "tolerance"),
							constant(row, "kpi_targets.tolerance_kind", Kpi.ToleranceKind.class), number(row, "low"), number(row, "high"))))
			.list()
			.stream()
			.collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
	}

	/// England's, the region's and the neighbours' figures of every period, and other councils' of the latest reading's period
	/// alone, which is all that a rank needs; other regions' are left out. By indicator, area and period.
	private Map<String, List<Kpi.Benchmark>> benchmarks(Authority authority, List<Kpi> kpis, Map<String, List<Kpi.Reading>> readings,
			LocalDate date) {
		var near = Stream.concat(Stream.of(Areas.ENGLAND, Areas.code(authority.region()).orElse("")), authority.neighbours().stream())
			.collect(toSet());
		var latest = kpis.stream()
			.filter(kpi -> readings.containsKey(kpi.code()))
			.map(kpi -> new Period(kpi.code(), readings.get(kpi.code()).getLast().periodEnd()))
			.collect(toSet());
		var benchmarks = new HashMap<String, List<Kpi.Benchmark>>();
		this.published.of(latest).forEach((period, figures) -> benchmarks.put(period.kpi(),
				figures.stream().filter(figure -> near.contains(figure.area()) || !isAnotherRegion(figure, near)).collect(toCollection(ArrayList::new))));
		this.published.of(near, date)
			.stream()
			.filter(figure -> !latest.contains(new Period(figure.getKey(), figure.getValue().periodEnd())))
			.forEach(figure -> benchmarks.computeIfAbsent(figure.getKey(), _ -> new ArrayList<>()).add(figure.getValue()));
		benchmarks.values().forEach(figures -> {
			figures.removeIf(figure -> figure.area().equals(authority.code()));
			figures.sort(Kpi.Benchmark.ORDER);
		});
		return benchmarks;
	}

	/// A council is compared with its own region; where that is blank or no region's name, all regions stay in sight.
	private static boolean isAnotherRegion(Kpi.Benchmark benchmark, Set<String> near) {
		return !near.contains("") && Areas.name(benchmark.area()).isPresent();
	}

	private static Kpi.Unit unit(String words) {
		return Stream.of(Kpi.Unit.values())
			.filter(unit -> unit.words().equals(words))
			.findFirst()
			.orElseThrow(() -> new FaultyTable("kpis", "unit", words, "percent, rate per 10,000, count, days or ratio"));
	}

}

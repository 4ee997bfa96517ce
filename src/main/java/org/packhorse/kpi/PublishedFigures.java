package org.packhorse.kpi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.packhorse.authority.Areas;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import static java.util.stream.Collectors.toSet;
import static org.packhorse.authority.Columns.number;
import static org.packhorse.authority.Columns.words;

/// Other areas' figures, which the packs of all councils are set beside: those of a period are read once for the packs of a run.
///
/// What was read counts until the next load ends, and for a minute at most: what comes into the tables by other ways than a load
/// is waited for no longer than that.
@Repository
class PublishedFigures {

	/// Some ten megabytes.
	private static final int MOST_KEPT = 100_000;

	private static final Duration FRESH = Duration.ofMinutes(1);

	private static final String FIGURES = "SELECT kpi, area, period_end, `value`, symbol, source FROM benchmarks WHERE ";

	private final JdbcClient jdbc;

	private final Clock clock;

	private volatile Kept kept = new Kept(-1, Instant.EPOCH, Map.of(), Map.of());

	PublishedFigures(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/// A period of an indicator, for which all areas report.
	record Period(String kpi, LocalDate end) {
	}

	/// What was read.
	///
	/// @param load the last that had ended before it was read, @param at when that was
	/// @param names of councils by their codes; one query is less than a join for each of thousands of figures
	private record Kept(long load, Instant at, Map<String, String> names, Map<Period, List<Kpi.Benchmark>> figures) {

		Kept with(Map<Period, List<Kpi.Benchmark>> more) {
			var all = new HashMap<>(more);
			if (size(this.figures) + size(more) <= MOST_KEPT) {
				all.putAll(this.figures);
			}
			return new Kept(this.load, this.at, this.names, Map.copyOf(all));
		}

		private static int size(Map<Period, List<Kpi.Benchmark>> figures) {
			return figures.values().stream().mapToInt(List::size).sum();
		}

	}

	/// What all areas published for these periods, by area.
	Map<Period, List<Kpi.Benchmark>> of(Set<Period> wanted) {
		var kept = fresh();
		var found = new HashMap<>(kept.figures());
		var missing = wanted.stream().filter(period -> !found.containsKey(period)).collect(toSet());
		if (!missing.isEmpty()) {
			var read = read(missing, kept.names());
			found.putAll(read);
			this.kept = kept.with(read);
		}
		found.keySet().retainAll(wanted);
		return found;
	}

	/// What some areas published for whatever period until a day.
	List<Map.Entry<String, Kpi.Benchmark>> of(Set<String> areas, LocalDate until) {
		var names = fresh().names();
		return this.jdbc.sql(FIGURES + "area IN (:areas) AND period_end <= :until")
			.param("areas", areas)
			.param("until", until)
			.query((row, _) -> Map.entry(row.getString("kpi"), figure(row, names)))
			.list();
	}

	private Kept fresh() {
		// Asked first: what is read behind it is never older than this says.
		long load = this.jdbc.sql("SELECT COALESCE(MAX(load_id), 0) FROM loaded_tables").query(Long.class).single();
		var now = this.clock.instant();
		var before = this.kept;
		if (before.load() == load && Duration.between(before.at(), now).abs().compareTo(FRESH) < 0) {
			return before;
		}
		var begun = new Kept(load, now, names(), Map.of());
		this.kept = begun;
		return begun;
	}

	private Map<Period, List<Kpi.Benchmark>> read(Set<Period> wanted, Map<String, String> names) {
		var figures = new HashMap<Period, List<Kpi.Benchmark>>();
		wanted.forEach(period -> figures.put(period, new ArrayList<>()));
		this.jdbc.sql(FIGURES + "kpi IN (:kpis) AND period_end IN (:ends) ORDER BY kpi, area")
			.param("kpis", wanted.stream().map(Period::kpi).collect(toSet()))
			.param("ends", wanted.stream().map(Period::end).collect(toSet()))
			.query(row -> {
				var figure = figure(row, names);
				var period = figures.get(new Period(row.getString("kpi"), figure.periodEnd()));
				if (period != null) {
					period.add(figure);
				}
			});
		figures.replaceAll((_, found) -> List.copyOf(found));
		return figures;
	}

	private Map<String, String> names() {
		var names = new HashMap<String, String>();
		this.jdbc.sql("SELECT code, name FROM authorities").query(row -> {
			names.put(row.getString("code"), row.getString("name"));
		});
		return Map.copyOf(names);
	}

	private static Kpi.Benchmark figure(ResultSet row, Map<String, String> names) throws SQLException {
		var area = row.getString("area");
		var name = Areas.name(area).orElseGet(() -> names.getOrDefault(area, area));
		return new Kpi.Benchmark(area, name, row.getObject("period_end", LocalDate.class), number(row, "value"), words(row, "symbol"),
				words(row, "source"));
	}

}

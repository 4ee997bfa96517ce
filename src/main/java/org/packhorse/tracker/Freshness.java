package org.packhorse.tracker;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.packhorse.plan.Plans;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How fresh the data on file are: by council, by table, by section, by indicator and by lead. What a pack lacks by its own rules is
/// `Readiness`' business; this is what came when, and from whom.
@Component
public class Freshness {

	private final JdbcClient jdbc;

	private final Plans plans;

	Freshness(JdbcClient jdbc, Plans plans) {
		this.jdbc = jdbc;
		this.plans = plans;
	}

	/// A load that went in.
	///
	/// @param by who loaded, or blank where that was not kept yet
	public record Loaded(Instant at, String by) {
	}

	/// One council among others; a day is null where there is none.
	public record Council(String code, String name, @Nullable LocalDate update, @Nullable LocalDate periodEnd, @Nullable LocalDate words, @Nullable Loaded loaded) {
	}

	/// What a council has in one table.
	///
	/// @param newest the newest day that its rows tell of, or null
	/// @param loaded the last load that brought rows of this council, or null
	public record Table(String name, long rows, @Nullable LocalDate newest, @Nullable Loaded loaded) {
	}

	/// The newest reading of one indicator, or nulls.
	public record Indicator(String code, String title, String frequency, @Nullable LocalDate periodEnd, @Nullable LocalDate recordedOn) {
	}

	/// Everything of one council.
	public record OfCouncil(List<Table> tables, List<PlanFreshness.OfSection> sections, List<PlanFreshness.OfLead> leads, List<Indicator> indicators) {
	}

	/// How many councils there are among those named; none named: all.
	public long count(List<String> councils) {
		return this.jdbc.sql("SELECT COUNT(*) FROM authorities a WHERE " + among(councils)).params(params(councils)).query(Long.class).single();
	}

	/// Councils by name, some of a long list.
	///
	/// @param councils the codes of those that may be seen; none named: all
	public List<Council> councils(List<String> councils, int skipped, int most) {
		var page = "SELECT code, name FROM authorities a WHERE %s ORDER BY name, code LIMIT %d OFFSET %d".formatted(among(councils), most, skipped);
		var loaded = loaded(councils);
		return this.jdbc.sql("""
				SELECT p.code, p.name,
				(SELECT u.reported_on FROM updates u WHERE u.authority = p.code ORDER BY u.authority DESC, u.reported_on DESC LIMIT 1) AS reported,
				(SELECT MAX((SELECT v.period_end FROM kpi_values v WHERE v.authority = p.code AND v.kpi = k.code
				  ORDER BY v.authority DESC, v.kpi DESC, v.period_end DESC LIMIT 1)) FROM kpis k) AS period_end,
				(SELECT MAX(n.reported_on) FROM narratives n WHERE n.authority = p.code) AS words
				FROM (%s) p ORDER BY p.name, p.code""".formatted(page))
			.params(params(councils))
			.query((row, _) -> new Council(row.getString("code"), row.getString("name"), day(row, "reported"), day(row, "period_end"), day(row, "words"), loaded.get(row.getString("code"))))
			.list();
	}

	/// Everything of one council as it stands on a day.
	public OfCouncil of(String council, LocalDate today) {
		var fresh = PlanFreshness.of(this.plans.asAt(council, today), today);
		return new OfCouncil(tables(council), fresh.sections(), fresh.leads(), indicators(council));
	}

	private List<Table> tables(String council) {
		var loaded = new HashMap<String, Loaded>();
		this.jdbc.sql("""
				SELECT c.table_name AS name, l.ended_at, l.started_at, l.account FROM
				(SELECT table_name, MAX(load_id) AS load_id FROM loaded_councils WHERE authority = ? GROUP BY table_name) c
				JOIN loads l ON l.id = c.load_id""").param(council).query(row -> {
			loaded.put(row.getString("name"), loaded(row));
		});
		return Arrays.stream(TrackerTable.values()).filter(table -> table.council().isPresent()).map(table -> table(table, council, loaded)).toList();
	}

	private Table table(TrackerTable table, String council, Map<String, Loaded> loaded) {
		var day = newest(table);
		return this.jdbc.sql("SELECT COUNT(*) AS number, %s AS newest FROM %s WHERE %s = ?".formatted(day.map(column -> "MAX(" + column + ")").orElse("CAST(NULL AS DATE)"),
				table.tableName(), table.council().orElseThrow()))
			.param(council)
			.query((row, _) -> new Table(table.tableName(), row.getLong("number"), day(row, "newest"), loaded.get(table.tableName())))
			.single();
	}

	/// The column that says from when a table's rows are.
	private static Optional<String> newest(TrackerTable table) {
		return List.of("reported_on", "recorded_on", "met_on", "published_on").stream().filter(column -> table.column(column) != null).findFirst();
	}

	private List<Indicator> indicators(String council) {
		return this.jdbc.sql("""
				SELECT k.code, k.title, k.frequency, k.period_end,
				(SELECT MAX(v.recorded_on) FROM kpi_values v WHERE v.authority = :council AND v.kpi = k.code AND v.period_end = k.period_end) AS recorded
				FROM (SELECT i.code, i.title, i.frequency, (SELECT MAX(v.period_end) FROM kpi_values v WHERE v.authority = :council AND v.kpi = i.code) AS period_end
				  FROM kpis i) k
				WHERE k.period_end IS NOT NULL OR k.code IN (SELECT s.kpi FROM section_kpis s WHERE s.authority = :council)
				ORDER BY k.title, k.code""")
			.param("council", council)
			.query((row, _) -> new Indicator(row.getString("code"), row.getString("title"), row.getString("frequency"), day(row, "period_end"), day(row, "recorded")))
			.list();
	}

	/// The last load of each council.
	private Map<String, Loaded> loaded(List<String> councils) {
		var loaded = new HashMap<String, Loaded>();
		this.jdbc.sql("""
				SELECT c.authority, l.ended_at, l.started_at, l.account FROM
				(SELECT a.code AS authority, (SELECT MAX(c.load_id) FROM loaded_councils c WHERE c.authority = a.code) AS load_id FROM authorities a WHERE %s) c
				JOIN loads l ON l.id = c.load_id""".formatted(among(councils))).params(params(councils)).query(row -> {
			loaded.put(row.getString("authority"), loaded(row));
		});
		return loaded;
	}

	private static String among(List<String> councils) {
		return councils.isEmpty() ? "1 = 1" : "a.code IN (:councils)";
	}

	private static Map<String, ?> params(List<String> councils) {
		return councils.isEmpty() ? Map.of() : Map.of("councils", councils);
	}

	private static Loaded loaded(ResultSet row) throws SQLException {
		var ended = row.getObject("ended_at", LocalDateTime.class);
		var at = ended != null ? ended : row.getObject("started_at", LocalDateTime.class);
		var by = row.getString("account");
		return new Loaded(at.toInstant(ZoneOffset.UTC), by == null ? "" : by);
	}

	private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
		return row.getObject(column, LocalDate.class);
	}

}

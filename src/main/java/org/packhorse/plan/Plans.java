package org.packhorse.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.packhorse.authority.Columns.constant;
import static org.packhorse.authority.Columns.day;
import static org.packhorse.authority.Columns.number;
import static org.packhorse.authority.Columns.words;

/// The improvement plans on file, as they were known at a date.
@Repository
public class Plans {

	private final JdbcClient jdbc;

	public Plans(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// A council's plans by code, with what was reported on or before the date: updates and narratives of later days are not
	/// seen. Sections and actions come in the order in which people count (2 before 10).
	public List<Plan> asAt(String authority, LocalDate date) {
		var sections = sections(authority, date);
		return this.jdbc.sql("SELECT * FROM plans WHERE authority = ?").param(authority).query((row, _) -> {
			var code = row.getString("code");
			return new Plan(code, row.getString("title"), words(row, "inspection"), day(row, "approved_on"),
					sections.getOrDefault(code, List.of()));
		}).list().stream().sorted(Comparator.comparing(Plan::code, NaturalOrder.NATURAL)).toList();
	}

	/// Colours set by hand from a day on or before the date.
	public List<ManualRating> manualRatings(String authority, LocalDate date) {
		return this.jdbc.sql("SELECT * FROM overrides WHERE authority = ? AND applies_from <= ? ORDER BY plan, action, applies_from")
			.params(authority, date)
			.query((row, _) -> new ManualRating(row.getString("plan"), row.getString("action"), row.getString("rating"),
					row.getString("reason"), row.getString("post"), words(row, "approver"), row.getObject("applies_from", LocalDate.class),
					row.getObject("applies_until", LocalDate.class)))
			.list();
	}

	private Map<String, List<Section>> sections(String authority, LocalDate date) {
		var narratives = latestNarratives(authority, date);
		var kpis = kpis(authority);
		var actions = actions(authority, date);
		return this.jdbc.sql("SELECT * FROM sections WHERE authority = ?").param(authority).query((row, _) -> {
			var at = new Place(row.getString("plan"), row.getString("no"));
			return Map.entry(at.plan(), new Section(at.part(), row.getString("title"), row.getBoolean("priority"), words(row, "recommendation"),
					words(row, "aim"), words(row, "lead"), narratives.get(at), kpis.getOrDefault(at, List.of()),
					actions.getOrDefault(at, List.of())));
		})
			.list()
			.stream()
			.sorted(Comparator.comparing(entry -> entry.getValue().no(), NaturalOrder.NATURAL))
			.collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
	}

	private Map<Place, Section.Narrative> latestNarratives(String authority, LocalDate date) {
		var latest = new HashMap<Place, Section.Narrative>();
		this.jdbc.sql("SELECT * FROM section_narratives WHERE authority = ? AND reported_on <= ? ORDER BY reported_on")
			.params(authority, date)
			.query(row -> {
				latest.put(new Place(row.getString("plan"), row.getString("section")),
						new Section.Narrative(row.getObject("reported_on", LocalDate.class), words(row, "working_well"),
								words(row, "how_assured"), words(row, "what_next")));
			});
		return latest;
	}

	private Map<Place, List<String>> kpis(String authority) {
		return grouped(this.jdbc.sql("SELECT plan, section, kpi FROM section_kpis WHERE authority = ? ORDER BY kpi").param(authority),
				row -> row.getString("kpi"), "section");
	}

	private Map<Place, List<Action>> actions(String authority, LocalDate date) {
		var updates = updates(authority, date);
		Map<Place, List<Action>> actions = grouped(this.jdbc.sql("SELECT * FROM actions WHERE authority = ?").param(authority), row -> {
			var ref = row.getString("ref");
			return new Action(ref, row.getString("action"), words(row, "lead"), row.getBoolean("priority"), day(row, "starts_on"),
					day(row, "due_on"), words(row, "due_words"), words(row, "success_measure"), words(row, "kpi"),
					updates.getOrDefault(new Place(row.getString("plan"), ref), List.of()));
		}, "section");
		actions.values().forEach(list -> list.sort(Comparator.comparing(Action::ref, NaturalOrder.NATURAL)));
		return actions;
	}

	private Map<Place, List<Update>> updates(String authority, LocalDate date) {
		return grouped(this.jdbc.sql("SELECT * FROM updates WHERE authority = ? AND reported_on <= ? ORDER BY reported_on")
			.params(authority, date), Plans::update, "action");
	}

	private static Update update(ResultSet row) throws SQLException {
		return new Update(row.getObject("reported_on", LocalDate.class), constant(row, "updates.state", Update.State.class),
				number(row, "percent_complete"), constant(row, "updates.declared_rag", Update.Colour.class), day(row, "revised_due_on"),
				day(row, "completed_on"), words(row, "evidence"), words(row, "impact"), words(row, "note"));
	}

	private static <T> Map<Place, List<T>> grouped(JdbcClient.StatementSpec sql, Reader<T> reader, String part) {
		return sql.query((row, _) -> Map.entry(new Place(row.getString("plan"), row.getString(part)), reader.read(row)))
			.list()
			.stream()
			.collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
	}

	/// A section or an action of a plan.
	private record Place(String plan, String part) {
	}

	/// Reads one row, with what a database may throw.
	private interface Reader<T> {

		T read(ResultSet row) throws SQLException;

	}

}

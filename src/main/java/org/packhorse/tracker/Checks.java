package org.packhorse.tracker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/// Checks the staged rows of a load by SQL: against each other, and against what is on file.
final class Checks {

	private static final int LISTED = 1_000;

	private static final int KNOWN = 500;

	private final JdbcTemplate sql;

	private final long load;

	private final List<TrackerFile> files;

	/// What names went wrong, by reference and values; the same name is often wrong in many rows.
	private final Map<List<Object>, Missing> missing = new HashMap<>();

	/// A row of staging with values that a fault names.
	private record Hit(int row, int line, List<@Nullable Object> values) {
	}

	/// The first column of a reference that leads nowhere, and what is there.
	private record Missing(String column, String found, String remedy) {
	}

	Checks(JdbcTemplate sql, long load, List<TrackerFile> files) {
		this.sql = sql;
		this.load = load;
		this.files = files;
	}

	/// Finds every fault; afterwards the files without one can go in together, whatever their order.
	void run() {
		var all = this.files.stream().map(TrackerFile::number).toList();
		for (var file : this.files) {
			for (var table : file.tables()) {
				duplicates(file, table);
				table.references().forEach((reference) -> unknown(file, table, reference, all));
				table.tableRules().stream().filter((rule) -> file.layout(table).brings(rule.column())).forEach((rule) -> broken(file, table, rule));
			}
			file.findings().percentages().forEach((kpi, percentages) -> percentages(file, kpi, percentages));
		}
		while (leaveOutDependents()) {
			// each round refuses files, which others may have needed
		}
	}

	/// Refuses the files that need rows of a refused one; true when there were any.
	private boolean leaveOutDependents() {
		var sound = this.files.stream().filter((file) -> !file.findings().faulty()).toList();
		var numbers = sound.stream().map(TrackerFile::number).toList();
		if (sound.size() == this.files.size()) {
			return false;
		}
		for (var file : sound) {
			for (var table : file.tables()) {
				table.references().forEach((reference) -> refused(file, table, reference, numbers));
			}
		}
		return sound.stream().anyMatch((file) -> file.findings().faulty());
	}

	private void duplicates(TrackerFile file, TrackerTable table) {
		var repeats = file.tally(table).repeats();
		var suspects = repeats.suspects();
		if (suspects.isEmpty()) {
			return;
		}
		var staged = staged(file, table, suspects);
		for (var suspect : suspects) {
			var later = Objects.requireNonNull(staged.get(suspect.getKey()));
			var first = Objects.requireNonNull(staged.get(suspect.getValue()));
			if (later.values().equals(first.values())) {
				file.findings()
					.problem(file.layout(table).place(later.row(), later.line(), ""),
							"the same key as row %d: %s".formatted(first.row(), named(table.key(), later.values())),
							"Keep one of the two rows; a row is known by its %s.".formatted(String.join(", ", table.key())));
			}
		}
		file.findings().uncounted(repeats.further());
	}

	/// The rows that seem to repeat others, and those others, by their number.
	private Map<Integer, Hit> staged(TrackerFile file, TrackerTable table, List<Map.Entry<Integer, Integer>> suspects) {
		var numbers = suspects.stream()
			.flatMap((suspect) -> Stream.of(suspect.getKey(), suspect.getValue()))
			.distinct()
			.map(String::valueOf)
			.collect(Collectors.joining(", "));
		var query = "SELECT s.row_no, s.line_no, %s FROM %s s WHERE s.load_id = ? AND s.file_no = ? AND s.row_no IN (%s)"
			.formatted(Sql.list("s", table.key()), Staging.name(table), numbers);
		return this.sql.query(query, hit(table.key().size()), this.load, file.number())
			.stream()
			.collect(Collectors.toMap(Hit::row, (hit) -> hit));
	}

	private void unknown(TrackerFile file, TrackerTable table, Reference reference, List<Integer> present) {
		for (var hit : dangling(file, table, reference, present)) {
			var missing = this.missing.computeIfAbsent(List.of(table, reference, hit.values()), (_) -> missing(reference, hit.values()));
			file.findings().problem(file.layout(table).place(hit.row(), hit.line(), missing.column()), missing.found(), missing.remedy());
		}
	}

	private void refused(TrackerFile file, TrackerTable table, Reference reference, List<Integer> present) {
		for (var hit : dangling(file, table, reference, present)) {
			file.findings()
				.problem(file.layout(table).place(hit.row(), hit.line(), reference.columns().getLast()),
						"%s stands only in a file of this load that was refused".formatted(named(reference.columns(), hit.values())),
						"Mend that file first; then this one goes in with it.");
		}
	}

	/// The rows whose reference is neither on file nor in the staged rows of the files that are present.
	private List<Hit> dangling(TrackerFile file, TrackerTable table, Reference reference, List<Integer> present) {
		var target = reference.target();
		var columns = reference.columns();
		var filled = columns.stream().map((column) -> "s." + Sql.quoted(column) + " IS NOT NULL").collect(Collectors.joining(" AND "));
		var numbers = present.stream().map(String::valueOf).collect(Collectors.joining(", "));
		var from = """
				FROM %s s WHERE s.load_id = ? AND s.file_no = ? AND %s
				AND NOT EXISTS (SELECT 1 FROM %s r WHERE %s)
				AND NOT EXISTS (SELECT 1 FROM %s r WHERE r.load_id = ? AND %s AND r.file_no IN (%s))""".formatted(Staging.name(table), filled,
				target.tableName(), Sql.equal("r", target.key(), "s", columns), Staging.name(target),
				Sql.equal("r", target.key(), "s", columns), numbers);
		return hits(file, table, columns, from, this.load, file.number(), this.load);
	}

	/// Follows the reference column by column to the first value that leads nowhere: a council is looked for among the
	/// councils, a plan among the council's plans, and so on.
	private Missing missing(Reference reference, List<@Nullable Object> values) {
		for (int i = 0; i < values.size(); i++) {
			var owner = owner(reference.target(), i);
			var key = owner.key();
			var known = known(owner, key.subList(0, i), values.subList(0, i), key.get(i));
			var value = String.valueOf(values.get(i));
			if (!known.contains(value)) {
				var noun = singular(owner.tableName());
				var whose = (i > 0) ? " of " + named(reference.columns().subList(0, i), values.subList(0, i)) : "";
				return new Missing(reference.columns().get(i), "there is no %s '%s'%s".formatted(noun, value, whose),
						Characters.suggestion(value, known, noun) + " A new one goes into the table " + owner.tableName() + ".");
			}
		}
		throw new IllegalStateException("%s is there after all".formatted(values));
	}

	private static String singular(String table) {
		return switch (table) {
			case "authorities" -> "authority";
			case "bodies" -> "body";
			default -> table.endsWith("s") ? table.substring(0, table.length() - 1) : table;
		};
	}

	/// The table that says which values a key column may have; its own key begins with the same columns.
	private static TrackerTable owner(TrackerTable target, int position) {
		return target.references()
			.stream()
			.filter((reference) -> reference.columns().indexOf(target.key().get(position)) == position)
			.findFirst()
			.map((reference) -> owner(reference.target(), position))
			.orElse(target);
	}

	private List<String> known(TrackerTable target, List<String> columns, List<@Nullable Object> values, String next) {
		var where = columns.stream().map((column) -> " AND " + Sql.quoted(column) + " = ?").collect(Collectors.joining());
		var query = "SELECT %1$s FROM %2$s WHERE 1 = 1%4$s UNION SELECT %1$s FROM %3$s WHERE load_id = ? AND %1$s IS NOT NULL%4$s LIMIT %5$d"
			.formatted(Sql.quoted(next), target.tableName(), Staging.name(target), where, KNOWN);
		var arguments = new ArrayList<@Nullable Object>(values);
		arguments.add(this.load);
		arguments.addAll(values);
		return this.sql.queryForList(query, String.class, arguments.toArray());
	}

	/// Readings written with a percent sign are for indicators in percent; of an unknown indicator its reference tells.
	private void percentages(TrackerFile file, String kpi, Findings.Percentages percentages) {
		var units = this.sql.queryForList("SELECT unit FROM staged_kpis WHERE load_id = ? AND code = ? AND unit IS NOT NULL", String.class, this.load, kpi);
		if (units.isEmpty()) {
			units = this.sql.queryForList("SELECT unit FROM kpis WHERE code = ?", String.class, kpi);
		}
		if (units.isEmpty() || units.contains("percent")) {
			return;
		}
		var found = "a percentage stands where the indicator '%s' has the unit %s".formatted(kpi, units.getFirst());
		percentages.places().forEach((place) -> file.findings().problem(place, found, "Write the number without a % sign, or mend the unit in kpis."));
		file.findings().uncounted(percentages.unlisted());
	}

	private void broken(TrackerFile file, TrackerTable table, TableRule rule) {
		var from = "FROM %s s %s WHERE s.load_id = ? AND s.file_no = ? AND (%s)".formatted(Staging.name(table),
				rule.from().replace(":load", String.valueOf(this.load)), rule.where());
		var query = "SELECT s.row_no, s.line_no, %s ".formatted(String.join(", ", rule.found()));
		if (rule.isNote()) {
			note(file, table, rule, query, from);
			return;
		}
		for (var hit : hits(file, query, rule.found().size(), from, this.load, file.number())) {
			file.findings().problem(file.layout(table).place(hit.row(), hit.line(), rule.column()), words(rule, hit), rule.remedy());
		}
	}

	private void note(TrackerFile file, TrackerTable table, TableRule rule, String query, String from) {
		this.sql.query(query + from + " ORDER BY s.row_no", (row) -> {
			var hit = Objects.requireNonNull(hit(rule.found().size()).mapRow(row, 0));
			file.findings().say(rule.words(), file.layout(table).place(hit.row(), hit.line(), rule.column()), words(rule, hit) + "; " + rule.remedy());
		}, this.load, file.number());
	}

	private static String words(TableRule rule, Hit hit) {
		return rule.words().formatted(hit.values().stream().map(Checks::shown).toArray());
	}

	private static Object shown(@Nullable Object value) {
		return (value == null) ? "no date" : value;
	}

	private List<Hit> hits(TrackerFile file, TrackerTable table, List<String> columns, String from, Object... arguments) {
		return hits(file, "SELECT s.row_no, s.line_no, %s ".formatted(Sql.list("s", columns)), columns.size(), from, arguments);
	}

	/// The first faulty rows; further ones are counted.
	private List<Hit> hits(TrackerFile file, String query, int width, String from, Object... arguments) {
		var hits = this.sql.query(query + from + " ORDER BY s.row_no LIMIT " + (LISTED + 1), hit(width), arguments);
		if (hits.size() <= LISTED) {
			return hits;
		}
		var count = Objects.requireNonNull(this.sql.queryForObject("SELECT COUNT(*) " + from, Long.class, arguments));
		file.findings().uncounted(count - LISTED);
		return hits.subList(0, LISTED);
	}

	private static RowMapper<Hit> hit(int width) {
		return (row, _) -> {
			var values = new ArrayList<@Nullable Object>();
			for (int i = 0; i < width; i++) {
				values.add(plain(row.getString(i + 3)));
			}
			return new Hit(row.getInt(1), row.getInt(2), values);
		};
	}

	/// Numbers lose the zeros that the database fills them up with.
	private static @Nullable String plain(@Nullable String value) {
		return (value != null && value.matches("-?\\d+\\.\\d{10}")) ? value.replaceAll("\\.?0+$", "") : value;
	}

	private static String named(List<String> columns, List<@Nullable Object> values) {
		var named = new LinkedHashMap<String, @Nullable Object>();
		for (int i = 0; i < columns.size(); i++) {
			named.put(columns.get(i), values.get(i));
		}
		return named.entrySet().stream().map((entry) -> entry.getKey() + " '" + entry.getValue() + "'").collect(Collectors.joining(", "));
	}

}

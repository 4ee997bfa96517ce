package org.packhorse.authority;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import static org.packhorse.authority.Columns.constant;
import static org.packhorse.authority.Columns.day;
import static org.packhorse.authority.Columns.words;

/// The committee reports on file.
@Repository
public class Reports {

	private final JdbcClient jdbc;

	public Reports(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// The report for a body's meeting as it was known on a date, or null.
	public @Nullable Report asAt(String authority, String body, LocalDate meetsOn, LocalDate date) {
		return this.jdbc.sql("SELECT * FROM reports WHERE authority = ? AND body = ? AND meets_on = ? AND reported_on <= ?")
			.params(authority, body, meetsOn, date)
			.query((row, _) -> new Report(body, meetsOn, row.getString("title"), row.getBoolean("key_decision"), notice(row, date), row.getInt("exempt"),
					also(authority, body, meetsOn, date), fields(authority, body, meetsOn, date), recommendations(authority, body, meetsOn, date),
					appendices(authority, body, meetsOn, date)))
			.optional()
			.orElse(null);
	}

	private static @Nullable LocalDate notice(ResultSet row, LocalDate date) throws SQLException {
		var notice = day(row, "notice_on");
		return notice == null || notice.isAfter(date) ? null : notice;
	}

	private List<Meeting> also(String authority, String body, LocalDate meetsOn, LocalDate date) {
		return newest("""
				SELECT r.also_body, r.also_meets_on, b.title AS body_title, m.title, m.venue FROM report_meetings r
				JOIN bodies b ON b.authority = r.authority AND b.code = r.also_body
				JOIN meetings m ON m.authority = r.authority AND m.body = r.also_body AND m.meets_on = r.also_meets_on""", "report_meetings",
				"also_meets_on, also_body", (row, _) -> new Meeting(row.getString("also_body"), row.getString("body_title"),
						row.getObject("also_meets_on", LocalDate.class), words(row, "title"), words(row, "venue")),
				authority, body, meetsOn, date);
	}

	/// The lines of a field are those of its newest day.
	private List<Report.Field> fields(String authority, String body, LocalDate meetsOn, LocalDate date) {
		var days = new LinkedHashMap<String, LocalDate>();
		var lines = new LinkedHashMap<String, List<String>>();
		this.jdbc.sql("SELECT * FROM report_fields WHERE authority = ? AND body = ? AND meets_on = ? AND reported_on <= ? ORDER BY field, reported_on, no")
			.params(authority, body, meetsOn, date)
			.query(row -> {
				var field = row.getString("field");
				var reported = row.getObject("reported_on", LocalDate.class);
				if (!reported.equals(days.put(field, reported))) {
					lines.put(field, new ArrayList<>());
				}
				Objects.requireNonNull(lines.get(field)).add(words(row, "words"));
			});
		return lines.entrySet().stream().map(field -> new Report.Field(field.getKey(), field.getValue())).toList();
	}

	private List<Report.Recommendation> recommendations(String authority, String body, LocalDate meetsOn, LocalDate date) {
		return newest("SELECT * FROM report_recommendations r", "report_recommendations", "kind, no",
				(row, _) -> new Report.Recommendation(
						Objects.requireNonNull(constant(row, "report_recommendations.kind", Report.Recommendation.Kind.class)), row.getInt("no"),
						row.getString("words"), words(row, "for_body")),
				authority, body, meetsOn, date);
	}

	private List<Report.Appendix> appendices(String authority, String body, LocalDate meetsOn, LocalDate date) {
		var appendices = newest("SELECT * FROM report_appendices r", "report_appendices", "no",
				(row, _) -> new Report.Appendix(row.getString("no"), row.getString("title")), authority, body, meetsOn, date);
		// 10 comes after 9.
		return appendices.stream().sorted(Comparator.comparingInt((Report.Appendix appendix) -> appendix.no().length()).thenComparing(Report.Appendix::no)).toList();
	}

	/// The rows of the newest day that is not after the date: what was said before is left behind as a whole.
	private <T> List<T> newest(String rows, String table, String order, RowMapper<T> mapper, String authority, String body, LocalDate meetsOn, LocalDate date) {
		return this.jdbc.sql("""
				%s WHERE r.authority = ? AND r.body = ? AND r.meets_on = ? AND r.reported_on = (SELECT MAX(n.reported_on) FROM %s n
				WHERE n.authority = r.authority AND n.body = r.body AND n.meets_on = r.meets_on AND n.reported_on <= ?) ORDER BY %s"""
			.formatted(rows, table, order)).params(authority, body, meetsOn, date).query(mapper).list();
	}

}

package org.packhorse.plan;

import static org.packhorse.authority.Columns.constant;
import static org.packhorse.authority.Columns.day;
import static org.packhorse.authority.Columns.words;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The inspections and visits on file, as they were known at a date.
@Repository
public class Inspections {

	private final JdbcClient jdbc;

	public Inspections(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// Those whose letter had been received or published by the date, the newest first. What happened later (publication, the
	/// sending of a plan) is not seen.
	public List<Inspection> asAt(String authority, LocalDate date) {
		var findings = findings(authority);
		return this.jdbc.sql("SELECT * FROM inspections WHERE authority = ? AND (received_on <= ? OR published_on <= ?)")
			.params(authority, date, date)
			.query((row, _) -> inspection(row, date, findings.getOrDefault(row.getString("code"), List.of())))
			.list()
			.stream()
			.sorted(Comparator.comparing((Inspection one) -> Objects.requireNonNull(one.trigger())).reversed().thenComparing(Inspection::code, NaturalOrder.NATURAL))
			.toList();
	}

	private Map<String, List<Inspection.Finding>> findings(String authority) {
		return this.jdbc.sql("SELECT * FROM findings WHERE authority = ?")
			.param(authority)
			.query((row, _) -> Map.entry(row.getString("inspection"), finding(row)))
			.list()
			.stream()
			.sorted(Comparator.comparing(entry -> entry.getValue().no(), NaturalOrder.NATURAL))
			.collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	private static Inspection.Finding finding(ResultSet row) throws SQLException {
		return new Inspection.Finding(row.getString("no"),
				Objects.requireNonNull(constant(row, "findings.kind", Inspection.Finding.Weight.class)), row.getString("words"), words(row, "plan"),
				words(row, "section"));
	}

	private static Inspection inspection(ResultSet row, LocalDate date, List<Inspection.Finding> findings) throws SQLException {
		return new Inspection(row.getString("code"), row.getString("title"),
				Objects.requireNonNull(constant(row, "inspections.kind", Inspection.Kind.class)), past(row, "received_on", date),
				past(row, "published_on", date), day(row, "draft_due_on"), day(row, "final_due_on"), past(row, "draft_sent_on", date),
				past(row, "final_sent_on", date), findings);
	}

	private static @Nullable LocalDate past(ResultSet row, String column, LocalDate date) throws SQLException {
		var day = day(row, column);
		return day == null || day.isAfter(date) ? null : day;
	}

}

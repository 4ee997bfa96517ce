package org.packhorse.pack;

import java.time.LocalDate;
import java.util.List;

import org.packhorse.rag.Rag;
import org.packhorse.rag.RagRule;
import org.packhorse.rag.Rated;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// The ratings of every edition, so that movement is a query.
@Repository
public class Ratings {

	private final JdbcTemplate jdbc;

	public Ratings(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/// Stores results in place of whatever is stored of their edition.
	void replace(long edition, List<? extends Assessed> results) {
		this.jdbc.update("DELETE FROM action_assessments WHERE edition = ?", edition);
		this.jdbc.update("DELETE FROM kpi_assessments WHERE edition = ?", edition);
		store(edition, results);
	}

	private void store(long edition, List<? extends Assessed> results) {
		var actions = results.stream().filter(Assessed.OfAction.class::isInstance).map(Assessed.OfAction.class::cast).toList();
		this.jdbc.batchUpdate("""
				INSERT INTO action_assessments (edition, plan, section, ref, rating, computed, rule, reason, due_on, moves)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", actions.stream().map(result -> row(edition, result)).toList());
		var kpis = results.stream().filter(Assessed.OfKpi.class::isInstance).map(Assessed.OfKpi.class::cast).toList();
		this.jdbc.batchUpdate("INSERT INTO kpi_assessments (edition, kpi, rating, rule, reason, period_end, `value`) VALUES (?, ?, ?, ?, ?, ?, ?)",
				kpis.stream().map(result -> row(edition, result)).toList());
	}

	/// How everything was rated in an edition.
	Snapshot.Previous of(Edition edition) {
		var actions = this.jdbc.query("SELECT * FROM action_assessments WHERE edition = ? ORDER BY plan, ref",
				(row, _) -> new Rated(row.getString("plan"), row.getString("ref"), Rag.valueOf(row.getString("rating")),
						RagRule.of(RagRule.Subject.ACTION, row.getString("rule")).orElseThrow(), row.getObject("due_on", LocalDate.class)),
				edition.number());
		var kpis = this.jdbc.query("SELECT * FROM kpi_assessments WHERE edition = ? ORDER BY kpi",
				(row, _) -> new Snapshot.RatedKpi(row.getString("kpi"), Rag.valueOf(row.getString("rating")),
						row.getObject("period_end", LocalDate.class), Precedents.plain(row.getBigDecimal("value"))),
				edition.number());
		return new Snapshot.Previous(edition.request().asAt(), edition.version(), actions, kpis);
	}

	private static Object[] row(long edition, Assessed.OfAction result) {
		var action = result.action();
		return new Object[] { edition, result.plan(), result.section(), action.action().ref(), action.rating().name(),
				action.computed().rating().name(), action.rule().id(), action.reason(), action.dates().dueOn(), action.dates().moves() };
	}

	private static Object[] row(long edition, Assessed.OfKpi result) {
		var kpi = result.kpi();
		return new Object[] { edition, kpi.kpi().code(), kpi.rating().name(), kpi.rule().id(), kpi.reason(), kpi.figure().periodEnd(),
				kpi.figure().value() };
	}

}

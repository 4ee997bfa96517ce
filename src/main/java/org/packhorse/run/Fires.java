package org.packhorse.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.packhorse.schedule.CatchUp;
import org.packhorse.schedule.FireTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The fires on file. Their key is schedule, council, time and meeting, so that each is there once whoever notices it.
@Repository
public class Fires {

	private static final String OPEN = "state IN ('due', 'running', 'held')";

	private final JdbcClient jdbc;

	Fires(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// Every fire on file, the newest first.
	public List<Fire> newestFirst(int most) {
		return this.jdbc.sql("SELECT * FROM schedule_fires ORDER BY due_at DESC, schedule, authority LIMIT ?").param(most).query(Fires::fire).list();
	}

	/// The newest fire of each schedule and council.
	public List<Fire> newestOfEach() {
		return this.jdbc.sql("""
				SELECT f.* FROM schedule_fires f JOIN (SELECT schedule, authority, MAX(due_at) AS due_at FROM schedule_fires GROUP BY schedule, authority) newest
				ON f.schedule = newest.schedule AND f.authority = newest.authority AND f.due_at = newest.due_at ORDER BY f.schedule, f.authority""")
			.query(Fires::fire)
			.list();
	}

	/// The schedules whose fires made or found an edition.
	List<String> of(String edition) {
		return this.jdbc.sql("SELECT schedule, editions FROM schedule_fires WHERE editions LIKE CONCAT('%', ?, '%') ORDER BY due_at DESC")
			.param(edition)
			.query((row, _) -> row.getString("editions").lines().anyMatch(edition::equals) ? row.getString("schedule") : "")
			.list()
			.stream()
			.filter(schedule -> !schedule.isEmpty())
			.distinct()
			.toList();
	}

	Fire find(long number) {
		return this.jdbc.sql("SELECT * FROM schedule_fires WHERE id = ?").param(number).query(Fires::fire).single();
	}

	/// The numbers of those that somebody has to take in hand.
	List<Long> open() {
		return this.jdbc.sql("SELECT id FROM schedule_fires WHERE " + OPEN + " ORDER BY due_at, id").query(Long.class).list();
	}

	/// The meetings that a schedule has fired for.
	List<LocalDate> meetings(String schedule, String authority) {
		return this.jdbc.sql("SELECT meets_on FROM schedule_fires WHERE schedule = ? AND authority = ? AND meets_on IS NOT NULL")
			.params(schedule, authority)
			.query((row, _) -> row.getObject("meets_on", LocalDate.class))
			.list();
	}

	/// Writes a new fire down; one that is there already stays as it is. That it is late is part of why it comes now, whatever becomes of it.
	void notice(String schedule, String authority, CatchUp.Decision decision, Instant now) {
		this.jdbc.sql("""
				INSERT IGNORE INTO schedule_fires (schedule, authority, due_at, meets_on, meeting, why, state, reason, editions, attempts, tries, noticed_at)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', 0, 0, ?)""")
			.params(schedule, authority, stored(decision.fire().instant()), decision.fire().meetsOn(), meeting(decision.fire()),
					decision.runs() && !decision.reason().isEmpty() ? decision.fire().reason() + ". " + decision.reason() : decision.fire().reason(),
					(decision.runs() ? Fire.State.DUE : Fire.State.SKIPPED).toString(), decision.runs() ? "" : decision.reason(), stored(now))
			.update();
	}

	private static String meeting(FireTime fire) {
		return fire.meetsOn() == null ? "" : fire.meetsOn().toString();
	}

	/// Lets held fires of a schedule go when a newer one has come.
	void supersede(String schedule, String authority, FireTime newest, String reason) {
		this.jdbc.sql("UPDATE schedule_fires SET state = 'skipped', reason = ? WHERE schedule = ? AND authority = ? AND state = 'held' AND due_at < ? AND (meets_on IS NULL OR meets_on = ?)")
			.params(reason, schedule, authority, stored(newest.instant()), newest.meetsOn())
			.update();
	}

	/// Takes a fire in hand: of several who try at once, one succeeds. A fire that is running already is taken over from an owner
	/// that has died, and counts as a try.
	Optional<Fire> claim(long number, Instant now) {
		var before = find(number);
		int tries = before.state() == Fire.State.RUNNING ? before.tries() + 1 : before.tries();
		int claimed = this.jdbc.sql("UPDATE schedule_fires SET state = 'running', attempts = attempts + 1, tries = ?, started_at = ? WHERE id = ? AND attempts = ? AND " + OPEN)
			.params(tries, stored(now), number, before.attempts())
			.update();
		return claimed == 1 ? Optional.of(before.claimed(tries)) : Optional.empty();
	}

	/// Writes down how a fire ended, unless somebody has taken it over since.
	void end(Fire fire, Outcome outcome, Instant now) {
		this.jdbc.sql("UPDATE schedule_fires SET state = ?, reason = ?, editions = ?, tries = ?, ended_at = ? WHERE id = ? AND attempts = ? AND state = 'running'")
			.params(outcome.state().toString(), outcome.reason(), String.join("\n", outcome.editions()), fire.tries() + (outcome.isTry() ? 1 : 0),
					outcome.isOver() ? stored(now) : null, fire.number(), fire.attempts())
			.update();
	}

	/// How far a fire came.
	record Outcome(Fire.State state, String reason, List<String> editions) {

		/// Whether nothing more is done about it.
		boolean isOver() {
			return this.state != Fire.State.DUE && this.state != Fire.State.HELD;
		}

		/// Whether it ended without a result, for a reason that may pass.
		boolean isTry() {
			return this.state == Fire.State.DUE;
		}

	}

	static LocalDateTime stored(Instant moment) {
		return LocalDateTime.ofInstant(moment.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC);
	}

	static Instant moment(ResultSet row, String column) throws SQLException {
		return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
	}

	private static Fire fire(ResultSet row, int number) throws SQLException {
		return new Fire(row.getLong("id"), row.getString("schedule"), row.getString("authority"), moment(row, "due_at"),
				row.getObject("meets_on", LocalDate.class), row.getString("why"), Fire.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
				row.getString("reason"), row.getString("editions").lines().toList(), row.getInt("attempts"), row.getInt("tries"));
	}

}

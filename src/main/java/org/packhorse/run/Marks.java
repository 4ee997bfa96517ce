package org.packhorse.run;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How far each schedule has been watched, so that what came due while nobody looked is known afterwards.
@Repository
class Marks {

	private final JdbcClient jdbc;

	Marks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// @param watchedSince when the schedule was first seen; nothing before is anybody's business
	/// @param seenUntil the last look
	record Mark(Instant watchedSince, Instant seenUntil) {
	}

	Optional<Mark> find(String schedule, String authority) {
		return this.jdbc.sql("SELECT * FROM schedule_marks WHERE schedule = ? AND authority = ?")
			.params(schedule, authority)
			.query((row, _) -> new Mark(Fires.moment(row, "watched_since"), Fires.moment(row, "seen_until")))
			.optional();
	}

	/// Begins to watch.
	void begin(String schedule, String authority, Instant now) {
		this.jdbc.sql("INSERT IGNORE INTO schedule_marks (schedule, authority, watched_since, seen_until) VALUES (?, ?, ?, ?)")
			.params(schedule, authority, Fires.stored(now), Fires.stored(now))
			.update();
	}

	/// Moves the mark on; of several who look at once, one succeeds.
	boolean move(String schedule, String authority, Mark mark, Instant now) {
		return this.jdbc.sql("UPDATE schedule_marks SET seen_until = ? WHERE schedule = ? AND authority = ? AND seen_until = ?")
			.params(Fires.stored(now), schedule, authority, Fires.stored(mark.seenUntil()))
			.update() == 1;
	}

	/// Forgets schedules that are no longer watched: one that comes back begins anew, without anything to catch up.
	void keep(Collection<String> schedules) {
		for (String schedule : known()) {
			if (!schedules.contains(schedule)) {
				this.jdbc.sql("DELETE FROM schedule_marks WHERE schedule = ?").param(schedule).update();
			}
		}
	}

	private List<String> known() {
		return this.jdbc.sql("SELECT DISTINCT schedule FROM schedule_marks").query(String.class).list();
	}

}

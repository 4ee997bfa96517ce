package org.packhorse.run;

import java.time.LocalDate;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who was reminded when. The key is schedule, council, post and day, so that of several processes one writes.
@Repository
public class Reminded {

	private static final String WRITTEN = "written";

	private static final String NO_ADDRESS = "no address";

	private final JdbcClient jdbc;

	Reminded(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// A post that something is missing of and that nobody can be written to for.
	public record Unreached(String schedule, String authority, String post, LocalDate day, int missing) {
	}

	/// The posts that the newest reminder could not reach, by schedule, council and post.
	public List<Unreached> unreached() {
		return this.jdbc.sql("""
				SELECT r.* FROM schedule_reminders r
				JOIN (SELECT schedule, authority, MAX(reminded_on) AS reminded_on FROM schedule_reminders GROUP BY schedule, authority) newest
				ON r.schedule = newest.schedule AND r.authority = newest.authority AND r.reminded_on = newest.reminded_on
				WHERE r.state = ? ORDER BY r.schedule, r.authority, r.post""")
			.param(NO_ADDRESS)
			.query((row, _) -> new Unreached(row.getString("schedule"), row.getString("authority"), row.getString("post"),
					row.getObject("reminded_on", LocalDate.class), row.getInt("missing")))
			.list();
	}

	/// The days from this one on on which a post has been written to.
	List<LocalDate> written(String schedule, String authority, String post, LocalDate since) {
		return this.jdbc.sql("SELECT reminded_on FROM schedule_reminders WHERE schedule = ? AND authority = ? AND post = ? AND reminded_on >= ? AND state = ?")
			.params(schedule, authority, post, since, WRITTEN)
			.query(LocalDate.class)
			.list();
	}

	/// Takes a post's reminder of a day in hand: of several who try at once, one succeeds. One without an address may be taken again
	/// when there is one.
	boolean claim(String schedule, String authority, String post, LocalDate day, int missing, boolean hasAddress) {
		var state = hasAddress ? WRITTEN : NO_ADDRESS;
		int added = this.jdbc.sql("INSERT IGNORE INTO schedule_reminders (schedule, authority, post, reminded_on, state, missing) VALUES (?, ?, ?, ?, ?, ?)")
			.params(schedule, authority, post, day, state, missing)
			.update();
		return added == 1 || hasAddress
				&& this.jdbc.sql("UPDATE schedule_reminders SET state = ?, missing = ? WHERE schedule = ? AND authority = ? AND post = ? AND reminded_on = ? AND state = ?")
					.params(WRITTEN, missing, schedule, authority, post, day, NO_ADDRESS)
					.update() == 1;
	}

}

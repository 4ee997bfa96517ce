package org.packhorse.authority;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import static org.packhorse.authority.Columns.words;

/// The councils on file and when their bodies meet.
@Repository
public class Authorities {

	private final JdbcClient jdbc;

	public Authorities(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// Every council on file, by name.
	public List<Authority> all() {
		return this.jdbc.sql("SELECT * FROM authorities ORDER BY name, code").query(Authorities::authority).list();
	}

	/// The councils that have a plan: those that packs can be made of.
	public List<Authority> withPlans() {
		return this.jdbc.sql("SELECT * FROM authorities WHERE code IN (SELECT authority FROM plans) ORDER BY name, code")
			.query(Authorities::authority)
			.list();
	}

	/// The council with this ONS code.
	public Optional<Authority> find(String code) {
		return this.jdbc.sql("SELECT * FROM authorities WHERE code = ?").param(code).query(Authorities::authority).optional();
	}

	/// The first meeting of a body on or after a date.
	public Optional<Meeting> nextMeeting(String authority, String body, LocalDate from) {
		return this.jdbc.sql("""
				SELECT m.body, b.title AS body_title, m.meets_on, m.title, m.venue
				FROM meetings m JOIN bodies b ON b.authority = m.authority AND b.code = m.body
				WHERE m.authority = ? AND m.body = ? AND m.meets_on >= ? ORDER BY m.meets_on LIMIT 1""")
			.params(authority, body, from)
			.query((row, _) -> new Meeting(row.getString("body"), row.getString("body_title"), row.getObject("meets_on", LocalDate.class),
					words(row, "title"), words(row, "venue")))
			.optional();
	}

	private static Authority authority(ResultSet row, int number) throws SQLException {
		var neighbours = Arrays.stream(words(row, "statistical_neighbours").split("\\s+")).filter(code -> !code.isEmpty());
		return new Authority(row.getString("code"), row.getString("name"), words(row, "region"), words(row, "house"),
				words(row, "neighbour_model"), neighbours.toList());
	}

}

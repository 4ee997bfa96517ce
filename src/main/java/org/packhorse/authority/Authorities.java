package org.packhorse.authority;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import static org.packhorse.authority.Columns.words;

/// The councils on file.
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

	private static Authority authority(ResultSet row, int number) throws SQLException {
		var neighbours = Arrays.stream(words(row, "statistical_neighbours").split("\\s+")).filter(code -> !code.isEmpty());
		return new Authority(row.getString("code"), row.getString("name"), words(row, "region"), words(row, "house"),
				words(row, "neighbour_model"), neighbours.toList());
	}

}

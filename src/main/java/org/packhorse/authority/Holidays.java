package org.packhorse.authority;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The bank holidays on file.
@Repository
public class Holidays {

	private final JdbcClient jdbc;

	public Holidays(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// The day of every one of them.
	public Set<LocalDate> dates() {
		return this.jdbc.sql("SELECT `date` FROM bank_holidays").query(LocalDate.class).set();
	}

	/// The years that are on file.
	public List<Integer> years() {
		return this.jdbc.sql("SELECT DISTINCT EXTRACT(YEAR FROM `date`) FROM bank_holidays ORDER BY 1").query(Integer.class).list();
	}

	/// Those of these years, the first and the last included, in their order.
	public List<LocalDate> ofYears(int first, int last) {
		return this.jdbc.sql("SELECT `date` FROM bank_holidays WHERE `date` BETWEEN ? AND ? ORDER BY `date`")
			.params(LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31))
			.query(LocalDate.class)
			.list();
	}

}

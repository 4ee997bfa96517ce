package org.packhorse.authority;

import java.time.LocalDate;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The bank holidays on file.
@Repository
public class Holidays {

	private final JdbcClient jdbc;

	public Holidays(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// Those of a year and the year before it, which deadlines of that year may reach back into.
	public List<LocalDate> upTo(int year) {
		return this.jdbc.sql("SELECT `date` FROM bank_holidays WHERE `date` >= ? AND `date` <= ? ORDER BY `date`")
			.params(LocalDate.of(year - 1, 1, 1), LocalDate.of(year, 12, 31))
			.query((row, _) -> row.getObject(1, LocalDate.class))
			.list();
	}

}

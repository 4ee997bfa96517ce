package org.packhorse.authority;

import java.time.LocalDate;
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

}

package org.packhorse.run;

import java.time.LocalDate;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Where the holders of a council's posts are written to.
@Repository
class PostAddresses {

	private final JdbcClient jdbc;

	PostAddresses(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// The addresses of all who hold a post on a day, each once.
	List<String> of(String authority, String post, LocalDate day) {
		return this.jdbc.sql("""
				SELECT DISTINCT email FROM post_holders
				WHERE authority = ? AND post = ? AND email IS NOT NULL AND email <> '' AND (until IS NULL OR until >= ?) ORDER BY email""")
			.params(authority, post, day)
			.query(String.class)
			.list();
	}

}

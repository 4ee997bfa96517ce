package org.packhorse.authority;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import static org.packhorse.authority.Columns.day;
import static org.packhorse.authority.Columns.words;

/// The holders of a council's posts: who may clear drafts for them, and where they are written to.
@Repository
public class PostHolders {

	private final JdbcClient jdbc;

	public PostHolders(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// Who holds a post on a day.
	public List<PostHolder> of(String authority, String post, LocalDate on) {
		return this.jdbc.sql("SELECT * FROM post_holders WHERE authority = ? AND post = ? ORDER BY account")
			.params(authority, post)
			.query((row, _) -> new PostHolder(row.getString("post"), row.getString("account"), words(row, "email"), day(row, "until")))
			.list()
			.stream()
			.filter(holder -> holder.holdsOn(on))
			.toList();
	}

	/// A post of a council.
	public record Held(String authority, String post) {
	}

	/// Every post that an account holds on a day.
	public Set<Held> of(String account, LocalDate on) {
		return Set.copyOf(this.jdbc.sql("SELECT DISTINCT authority, post FROM post_holders WHERE account = ? AND (until IS NULL OR until >= ?)")
			.params(account, on)
			.query((row, _) -> new Held(row.getString(1), row.getString(2)))
			.list());
	}

	/// The posts of a council that somebody holds on a day.
	public List<String> posts(String authority, LocalDate on) {
		return this.jdbc.sql("SELECT DISTINCT post FROM post_holders WHERE authority = ? AND (until IS NULL OR until >= ?) ORDER BY post")
			.params(authority, on)
			.query(String.class)
			.list();
	}

}

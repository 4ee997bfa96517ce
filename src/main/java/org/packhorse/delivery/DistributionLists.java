package org.packhorse.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.packhorse.access.Clearance;
import org.packhorse.authority.Columns;
import org.packhorse.writer.PackFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The distribution lists on file, and who is on them.
@Repository
public class DistributionLists {

	private final JdbcClient jdbc;

	public DistributionLists(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/// The names of a council's lists.
	public List<String> names(String authority) {
		return this.jdbc.sql("SELECT list FROM distribution_lists WHERE authority = ? ORDER BY list").param(authority).query(String.class).list();
	}

	/// A council's list of this name.
	public Optional<DistributionList> find(String authority, String name) {
		return this.jdbc.sql("SELECT * FROM distribution_lists WHERE authority = ? AND list = ?").params(authority, name).query(DistributionLists::list).optional();
	}

	/// Everybody on a list, also those whose time is over.
	public List<DistributionList.Recipient> recipients(DistributionList list) {
		return this.jdbc.sql("SELECT * FROM recipients WHERE authority = ? AND list = ? ORDER BY email")
			.params(list.authority(), list.name())
			.query(DistributionLists::recipient)
			.list();
	}

	private static DistributionList list(ResultSet row, int number) throws SQLException {
		var formats = DistributionList.words(row.getString("formats")).stream().map(ending -> PackFormat.valueOf(ending.toUpperCase(Locale.ROOT))).toList();
		return new DistributionList(row.getString("authority"), row.getString("list"), row.getString("title"),
				Objects.requireNonNull(Columns.constant(row, "distribution_lists.audience", Clearance.class)), DistributionList.words(row.getString("domains")), formats,
				"link".equals(row.getString("delivery")), "password".equals(row.getString("protection")));
	}

	private static DistributionList.Recipient recipient(ResultSet row, int number) throws SQLException {
		return new DistributionList.Recipient(row.getString("list"), row.getString("email"), Columns.words(row, "name"),
				Objects.requireNonNull(Columns.constant(row, "recipients.clearance", Clearance.class)), Columns.day(row, "until"));
	}

}

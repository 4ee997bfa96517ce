package org.packhorse.run;

import java.sql.SQLException;
import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.stereotype.Component;

/// Whether the database answers, and which it is.
@Component
public class DatabaseHealth {

	private final DataSource database;

	DatabaseHealth(DataSource database) {
		this.database = database;
	}

	/// Whether it answers, and its name, release and place, or why it does not answer.
	public record Finding(boolean good, String words) {
	}

	/// Asks the database who it is.
	public Finding look() {
		try (var connection = this.database.getConnection()) {
			var about = connection.getMetaData();
			return new Finding(true, "%s %s at %s".formatted(about.getDatabaseProductName(), about.getDatabaseProductVersion(),
					about.getURL().replaceAll("[;?].*", "")));
		}
		catch (SQLException ex) {
			return new Finding(false, "it does not answer: %s; check spring.datasource.url (docs/database.md)".formatted(ex.getMessage()));
		}
	}

	/// What a database said when it failed, in its first line, where a fault comes from one.
	public static Optional<String> complaint(Throwable fault) {
		return fault instanceof SQLException sql ? Optional.of(String.valueOf(sql.getMessage()).lines().findFirst().orElse("")) : Optional.empty();
	}

}

package org.packhorse.run;

import java.sql.SQLException;

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
			return new Finding(false, DatabaseFault.words(ex));
		}
	}

}

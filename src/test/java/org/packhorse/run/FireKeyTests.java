package org.packhorse.run;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import org.packhorse.OnEveryDatabase;
import org.packhorse.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/// The fires of a database that an earlier build made: they keep their numbers, which the timer knows them by.
@OnEveryDatabase
class FireKeyTests {

	private static final String FIRE = """
			INSERT INTO schedule_fires (schedule, authority, due_at, meets_on, why, state, reason, editions, attempts, tries, noticed_at)
			VALUES ('board', 'X99000007', '2026-05-08 06:00:00', %s, 'why', 'done', '', '', 1, 0, '2026-05-08 06:00:01')""";

	private final TestDatabase database;

	FireKeyTests(TestDatabase database) {
		this.database = database;
	}

	@Test
	void firesOfAnOlderSchemaKeepTheirNumbersAndTheNextGetsAnother() throws SQLException {
		migrate("9");
		try (var connection = DriverManager.getConnection(this.database.url(), "root", ""); var statement = connection.createStatement()) {
			statement.execute(FIRE.formatted("'2026-05-19'"));
			statement.execute(FIRE.formatted("NULL").replace("06:00:00", "07:00:00"));
			migrate("latest");
			assertThat(rows(statement)).isEqualTo("1 2026-05-19;2 ;");
			statement.execute(FIRE.formatted("'2026-05-20'").replace("meets_on,", "meets_on, meeting,").replace("'2026-05-20',", "'2026-05-20', '2026-05-20',"));
			assertThat(rows(statement)).isEqualTo("1 2026-05-19;2 ;3 2026-05-20;");
		}
	}

	private void migrate(String target) {
		Flyway.configure()
			.dataSource(this.database.url(), "root", "")
			.locations("classpath:db/migration/common", "classpath:db/migration/" + (this.database.url().startsWith("jdbc:h2") ? "h2" : "mysql"))
			.target(target)
			.load()
			.migrate();
	}

	private static String rows(Statement statement) throws SQLException {
		var rows = new StringBuilder();
		try (var found = statement.executeQuery("SELECT id, meeting FROM schedule_fires ORDER BY id")) {
			while (found.next()) {
				rows.append(found.getLong(1)).append(' ').append(found.getString(2)).append(';');
			}
		}
		return rows.toString();
	}

}

package org.packhorse.console;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.packhorse.run.Trouble;

import static org.assertj.core.api.Assertions.assertThat;

/// What pages and scripts are told of a problem says nothing of this machine, its database or its commands.
class ToldTests {

	@Test
	void databasesOwnWordsStayInTheLog() {
		var fault = new IllegalStateException(new SQLException("Value too long for column \"account_key VARCHAR(100)\": 'iii'\nand more"));
		assertThat(Told.lines(Trouble.of(fault).orElseThrow().words())).containsExactly("The database does not answer as it should.");
		assertThat(Told.words("small: the database does not answer as it should: Duplicate entry 'x'. Check that it runs.\nanother")).isEqualTo(
				"small: The database does not answer as it should.\nanother");
	}

}

package org.packhorse;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OnEveryDatabase
class SchemaTests {

	private final TestDatabase database;

	SchemaTests(TestDatabase database) {
		this.database = database;
	}

	@Test
	void everyMigrationIsTaken() {
		assertThat(this.database.sql().sql("SELECT success FROM flyway_schema_history").query(Boolean.class).list()).containsOnly(true);
	}

	@Test
	void springBatchFindsItsTables() {
		assertThat(this.database.sql().sql("SELECT COUNT(*) FROM BATCH_JOB_INSTANCE").query(Long.class).single()).isZero();
	}

	@Test
	void codesAreToldApartByCase() {
		this.database.sql().sql("INSERT INTO authorities (code, name) VALUES ('e00000001', 'small'), ('E00000001', 'large')").update();
		assertThat(this.database.sql().sql("SELECT name FROM authorities WHERE code = 'E00000001'").query(String.class).list())
			.isEqualTo(List.of("large"));
	}

}

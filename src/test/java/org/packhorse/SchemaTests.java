package org.packhorse;

import java.sql.DriverManager;
import java.util.List;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.packhorse.run.Trouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

	@Test
	void serverWhoseCertificateNobodyVouchesForIsToldWithTheSettingToMend() {
		Assumptions.assumeTrue(this.database.url().startsWith("jdbc:mysql:"), "the embedded database is in this process");
		assertThatThrownBy(() -> DriverManager.getConnection(this.database.url() + "&sslMode=VERIFY_IDENTITY", "root", ""))
			.satisfies(fault -> assertThat(Trouble.of(fault).orElseThrow().words()).contains("TLS", "PACKHORSE_DB_SSL (sslMode in spring.datasource.url)", "docs/database.md"));
	}

}

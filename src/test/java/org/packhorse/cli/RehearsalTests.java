package org.packhorse.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

/// What the launcher rehearses touches nothing but its own folder, however the machine is set up.
class RehearsalTests {

	@Test
	void nothingIsRehearsedWhereTheEnvironmentNamesADatabaseOrAProfile() {
		assertThatIllegalStateException().isThrownBy(() -> Rehearsal.demandNothingElse(Map.of("PATH", "/bin", "SPRING_PROFILES_ACTIVE", "production")))
			.withMessage("SPRING_PROFILES_ACTIVE is set: a rehearsal goes by no settings but its own");
		assertThatIllegalStateException().isThrownBy(() -> Rehearsal.demandNothingElse(Map.of("SPRING_DATASOURCE_URL", "jdbc:mysql://councils/packhorse")));
		assertThatNoException().isThrownBy(() -> Rehearsal.demandNothingElse(Map.of("PATH", "/bin", "HOME", "/tmp/home")));
	}

	@Test
	void everyCommandNamesItsOwnDatabase() {
		assertThat(Rehearsal.words(List.of("demo"), Path.of("/tmp/aside"))).startsWith("demo", "--packhorse.home=/tmp/aside", "--spring.profiles.active=")
			.anySatisfy(word -> assertThat(word).startsWith("--spring.datasource.url=jdbc:h2:file:/tmp/aside/data/packhorse;"));
	}

}

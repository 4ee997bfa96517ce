package org.packhorse.rag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhorse.kpi.Kpi.ToleranceKind;
import org.packhorse.rag.RagSettingsRefused.Fault;

class RagSettingsTests {

	@Test
	void theDefaultsAreThoseThatShip() {
		var settings = RagSettings.defaults();

		assertThat(settings.reporting()).isEqualTo(new RagSettings.Reporting(62, 35));
		assertThat(settings.progress())
			.isEqualTo(new RagSettings.Progress(new BigDecimal("5"), new BigDecimal("0.70"), new BigDecimal("0.90")));
		assertThat(settings.dates()).isEqualTo(new RagSettings.Dates(28, 1));
		assertThat(settings.kpis()).isEqualTo(new RagSettings.Kpis(new BigDecimal("5"), ToleranceKind.RELATIVE, 2, false));
		assertThat(settings.rollUp()).isEqualTo(new RagSettings.RollUp(new BigDecimal("20"), new BigDecimal("30")));
		assertThat(settings.flags()).isEqualTo(new RagSettings.Flags(new BigDecimal("80"), new BigDecimal("50"), 6));
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|', value = {
			"silent-days | soon | silent-days cannot be \"soon\": give a whole number from 1 to 3650, such as 62",
			"silent-days | 62.5 | silent-days cannot be \"62.5\": give a whole number from 1 to 3650, such as 62",
			"silent-days | 0 | silent-days cannot be \"0\": give a whole number from 1 to 3650, such as 62",
			"far-behind-ratio | 70 | far-behind-ratio cannot be \"70\": give a number from 0 to 1, such as 0.70",
			"tolerance-kind | percent | tolerance-kind cannot be \"percent\": give relative or points",
			"screening | maybe | screening cannot be \"maybe\": give yes or no",
			"stale-days | 90 | stale-days is 90 but may not be above silent-days, which is 62",
			"far-behind-ratio | 0.95 | far-behind-ratio is 0.95 but may not be above behind-ratio, which is 0.90" })
	void aValueThatCannotBeIsRefusedByKey(String key, String value, String message) {
		assertThatExceptionOfType(RagSettingsRefused.class).isThrownBy(() -> RagSettings.of(Map.of(key, value)))
			.satisfies(refused -> assertThat(refused.faults()).containsExactly(new Fault(key, message)));
	}

	@Test
	void anUnknownKeyIsRefusedWithThoseThatExist() {
		assertThatExceptionOfType(RagSettingsRefused.class).isThrownBy(() -> RagSettings.of(Map.of("silence", "62")))
			.withMessageStartingWith("There is no setting \"silence\"; the settings are silent-days, stale-days, ");
	}

	@Test
	void allFaultsAreToldAtOnce() {
		assertThatExceptionOfType(RagSettingsRefused.class)
			.isThrownBy(() -> RagSettings.of(Map.of("moves", "none", "red-share", "120", "colour", "red")))
			.satisfies(refused -> assertThat(refused.faults()).extracting(Fault::key).containsExactlyInAnyOrder("colour", "moves", "red-share"));
	}

	@Test
	void theConstructorRefusesTheImpossibleToo() {
		var sound = RagSettings.defaults();

		assertThatExceptionOfType(RagSettingsRefused.class)
			.isThrownBy(() -> new RagSettings(sound.reporting(), sound.progress(), new RagSettings.Dates(-1, 1), sound.kpis(), sound.rollUp(),
					sound.flags()))
			.withMessage("due-soon-days cannot be \"-1\": give a whole number from 0 to 3650, such as 28");
	}

	@Test
	void everyKeyCanBeSet() {
		assertThat(RagSettings.keys()).hasSize(16);
		assertThat(RagSettings.of(Map.of("screening", "yes")).kpis().screening()).isTrue();
		assertThat(RagSettings.of(Map.of("evidence-months", "12")).flags().evidenceMonths()).isEqualTo(12);
	}

}

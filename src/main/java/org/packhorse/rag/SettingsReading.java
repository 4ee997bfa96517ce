package org.packhorse.rag;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.packhorse.kpi.Kpi.ToleranceKind;
import org.packhorse.rag.RagSettingsRefused.Fault;

/// Reads settings given as words; a faulty one is noted and stood in for by its default, so that all faults are found.
final class SettingsReading {

	private final Map<String, String> given;

	private final List<Fault> faults = new ArrayList<>();

	SettingsReading(Map<String, String> given) {
		this.given = given;
	}

	static List<String> keys() {
		return Arrays.stream(RagSetting.values()).map(RagSetting::key).toList();
	}

	RagSettings settings() {
		this.given.keySet().stream().filter(key -> !keys().contains(key)).forEach(this::unknown);
		var reporting = new RagSettings.Reporting(days(RagSetting.SILENT_DAYS), days(RagSetting.STALE_DAYS));
		var progress = new RagSettings.Progress(number(RagSetting.BEHIND_POINTS), number(RagSetting.FAR_BEHIND_RATIO),
				number(RagSetting.BEHIND_RATIO));
		var dates = new RagSettings.Dates(days(RagSetting.DUE_SOON_DAYS), days(RagSetting.MOVES));
		var kpis = new RagSettings.Kpis(number(RagSetting.TOLERANCE), toleranceKind(), days(RagSetting.STALE_PERIODS), screening());
		var rollUp = new RagSettings.RollUp(number(RagSetting.RED_SHARE), number(RagSetting.AMBER_SHARE));
		var flags = new RagSettings.Flags(number(RagSetting.WATERMELON_GOOD_SHARE), number(RagSetting.WATERMELON_RED_SHARE),
				days(RagSetting.EVIDENCE_MONTHS));
		this.faults.addAll(SettingsCheck.faults(reporting, progress, dates, kpis, rollUp, flags));
		if (!this.faults.isEmpty()) {
			throw new RagSettingsRefused(this.faults);
		}
		return new RagSettings(reporting, progress, dates, kpis, rollUp, flags);
	}

	private int days(RagSetting setting) {
		return number(setting).intValueExact();
	}

	private BigDecimal number(RagSetting setting) {
		var value = value(setting);
		try {
			var number = new BigDecimal(value);
			if (setting.allows(number)) {
				return number;
			}
		}
		catch (NumberFormatException _) {
			// Told below, like a number that is out of bounds.
		}
		return new BigDecimal(refused(setting, value));
	}

	private ToleranceKind toleranceKind() {
		return switch (value(RagSetting.TOLERANCE_KIND)) {
			case "relative" -> ToleranceKind.RELATIVE;
			case "points" -> ToleranceKind.POINTS;
			case String other -> {
				refused(RagSetting.TOLERANCE_KIND, other);
				yield ToleranceKind.RELATIVE;
			}
		};
	}

	// YAML reads a bare yes or no as true or false, so both spellings arrive here.
	private boolean screening() {
		return switch (value(RagSetting.SCREENING)) {
			case "yes", "true" -> true;
			case "no", "false" -> false;
			case String other -> {
				refused(RagSetting.SCREENING, other);
				yield false;
			}
		};
	}

	private String value(RagSetting setting) {
		return this.given.getOrDefault(setting.key(), setting.standard()).strip();
	}

	private String refused(RagSetting setting, String value) {
		this.faults.add(setting.fault(value));
		return setting.standard();
	}

	private void unknown(String key) {
		this.faults.add(new Fault(key, "There is no setting \"%s\"; the settings are %s".formatted(key, String.join(", ", keys()))));
	}

}

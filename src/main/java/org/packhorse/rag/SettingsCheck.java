package org.packhorse.rag;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.packhorse.rag.RagSettingsRefused.Fault;

/// Finds settings that cannot be, alone or together.
final class SettingsCheck {

	private SettingsCheck() {
	}

	static List<Fault> faults(RagSettings.Reporting reporting, RagSettings.Progress progress, RagSettings.Dates dates,
			RagSettings.Kpis kpis, RagSettings.RollUp rollUp, RagSettings.Flags flags) {
		var numbers = new LinkedHashMap<RagSetting, BigDecimal>();
		numbers.put(RagSetting.SILENT_DAYS, BigDecimal.valueOf(reporting.silentDays()));
		numbers.put(RagSetting.STALE_DAYS, BigDecimal.valueOf(reporting.staleDays()));
		numbers.put(RagSetting.BEHIND_POINTS, progress.behindPoints());
		numbers.put(RagSetting.FAR_BEHIND_RATIO, progress.farBehindRatio());
		numbers.put(RagSetting.BEHIND_RATIO, progress.behindRatio());
		numbers.put(RagSetting.DUE_SOON_DAYS, BigDecimal.valueOf(dates.dueSoonDays()));
		numbers.put(RagSetting.MOVES, BigDecimal.valueOf(dates.moves()));
		numbers.put(RagSetting.TOLERANCE, kpis.tolerance());
		numbers.put(RagSetting.STALE_PERIODS, BigDecimal.valueOf(kpis.stalePeriods()));
		numbers.put(RagSetting.RED_SHARE, rollUp.redShare());
		numbers.put(RagSetting.AMBER_SHARE, rollUp.amberShare());
		numbers.put(RagSetting.WATERMELON_GOOD_SHARE, flags.watermelonGoodShare());
		numbers.put(RagSetting.WATERMELON_RED_SHARE, flags.watermelonRedShare());
		numbers.put(RagSetting.EVIDENCE_MONTHS, BigDecimal.valueOf(flags.evidenceMonths()));
		return Stream.concat(outOfBounds(numbers), together(numbers)).toList();
	}

	private static Stream<Fault> outOfBounds(Map<RagSetting, BigDecimal> numbers) {
		return numbers.entrySet()
			.stream()
			.filter(entry -> !entry.getKey().allows(entry.getValue()))
			.map(entry -> entry.getKey().fault(entry.getValue().toPlainString()));
	}

	private static Stream<Fault> together(Map<RagSetting, BigDecimal> numbers) {
		return Stream.of(notAbove(numbers, RagSetting.STALE_DAYS, RagSetting.SILENT_DAYS),
				notAbove(numbers, RagSetting.FAR_BEHIND_RATIO, RagSetting.BEHIND_RATIO)).flatMap(List::stream);
	}

	private static List<Fault> notAbove(Map<RagSetting, BigDecimal> numbers, RagSetting lower, RagSetting upper) {
		var low = numbers.getOrDefault(lower, BigDecimal.ZERO);
		var high = numbers.getOrDefault(upper, BigDecimal.ZERO);
		return low.compareTo(high) <= 0 ? List.of() : List.of(new Fault(lower.key(), "%s is %s but may not be above %s, which is %s"
			.formatted(lower.key(), low.toPlainString(), upper.key(), high.toPlainString())));
	}

}

package org.packhorse.rag;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.packhorse.kpi.Kpi.ToleranceKind;

/// The thresholds of an authority's house; a value that cannot be is refused with [RagSettingsRefused].
///
/// A house names those it changes by key: `silent-days`, `stale-days`, `behind-points`, `far-behind-ratio`,
/// `behind-ratio`, `due-soon-days`, `moves`, `tolerance`, `tolerance-kind` (relative, points), `stale-periods`,
/// `screening` (yes, no), `red-share`, `amber-share`, `watermelon-good-share`, `watermelon-red-share` and
/// `evidence-months`. Shares are percentages; ratios lie between 0 and 1.
public record RagSettings(Reporting reporting, Progress progress, Dates dates, Kpis kpis, RollUp rollUp, Flags flags) {

	/// How long a lead may say nothing, in days: longer than `staleDays` is amber, longer than `silentDays` red.
	public record Reporting(int silentDays, int staleDays) {
	}

	/// How far behind counts: points missing at least, and under what share of the expected progress an action is far
	/// behind or behind.
	public record Progress(BigDecimal behindPoints, BigDecimal farBehindRatio, BigDecimal behindRatio) {
	}

	/// How many days before it a due date is near, and how many moves of it make an action amber.
	public record Dates(int dueSoonDays, int moves) {
	}

	/// The tolerance where a target names none, after how many periods a value is stale, and whether charts screen outliers.
	public record Kpis(BigDecimal tolerance, ToleranceKind toleranceKind, int stalePeriods, boolean screening) {
	}

	/// More than which percentage of red, or of amber and red, colours a section.
	public record RollUp(BigDecimal redShare, BigDecimal amberShare) {
	}

	/// Percentages of good actions and of red indicators that make a watermelon, and after how many months evidence is old.
	public record Flags(BigDecimal watermelonGoodShare, BigDecimal watermelonRedShare, int evidenceMonths) {
	}

	public RagSettings {
		var faults = SettingsCheck.faults(reporting, progress, dates, kpis, rollUp, flags);
		if (!faults.isEmpty()) {
			throw new RagSettingsRefused(faults);
		}
	}

	/// The defaults that ship.
	public static RagSettings defaults() {
		return of(Map.of());
	}

	/// The defaults with a house's own settings by key; every fault is told at once, unknown keys among them.
	public static RagSettings of(Map<String, String> settings) {
		return new SettingsReading(settings).settings();
	}

	/// The keys that a house may set.
	public static List<String> keys() {
		return SettingsReading.keys();
	}

}

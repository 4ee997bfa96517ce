package org.packhorse.rag;

import java.math.BigDecimal;
import java.util.Map;

import org.packhorse.kpi.Kpi.ToleranceKind;

/// The thresholds of an authority's house.
public record RagSettings(Reporting reporting, Progress progress, Dates dates, Kpis kpis, RollUp rollUp, Flags flags) {

	/// How long a lead may say nothing, in days.
	public record Reporting(int silentDays, int staleDays) {
	}

	/// How far behind counts: points missing at least, and what share of the expected progress is far behind or behind.
	public record Progress(BigDecimal behindPoints, BigDecimal farBehindRatio, BigDecimal behindRatio) {
	}

	/// When a due date is near, and how many moves make an action amber.
	public record Dates(int dueSoonDays, int moves) {
	}

	/// The tolerance where a target names none, after how many periods a value is stale, and whether charts screen outliers.
	public record Kpis(BigDecimal tolerance, ToleranceKind toleranceKind, int stalePeriods, boolean screening) {
	}

	/// Which percentage of red, and of amber and red, colours a section.
	public record RollUp(BigDecimal redShare, BigDecimal amberShare) {
	}

	/// Percentages of good actions and red indicators that make a watermelon; after how many months evidence is old.
	public record Flags(BigDecimal watermelonGoodShare, BigDecimal watermelonRedShare, int evidenceMonths) {
	}

	/// The defaults that ship.
	public static RagSettings defaults() {
		return of(Map.of());
	}

	/// The defaults with a house's own settings by key; throws [RagSettingsRefused] with every fault at once.
	public static RagSettings of(Map<String, String> settings) {
		throw new UnsupportedOperationException();
	}

}

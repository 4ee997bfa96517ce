package org.packhorse.disclosure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.packhorse.kpi.Kpi;

/// What a house keeps from the public.
///
/// A house names the settings that it changes by key: `disclosure-threshold`, `disclosure-hide-zero`, `disclosure-hide-all`
/// (yes, no), `disclosure-denominator` and `disclosure-year-starts` (the name of a month).
///
/// @param threshold counts from 1 to this are withheld
/// @param hideZero whether 0 is withheld too
/// @param hideAll whether 100 % is withheld too
/// @param smallestDenominator shares of fewer than this are withheld
/// @param yearStarts the month in which running sums start anew
public record DisclosureRule(int threshold, boolean hideZero, boolean hideAll, int smallestDenominator, Month yearStarts) {

	public DisclosureRule {
		if (threshold < 1 || smallestDenominator < 1) {
			throw new IllegalArgumentException("A rule of disclosure needs a threshold and a smallest denominator of at least 1");
		}
	}

	/// The rule that ships: 1 to 5 withheld, 0 and 100 % shown, nothing on fewer than six, years from April.
	public static DisclosureRule defaults() {
		return of(Map.of());
	}

	/// The defaults with a house's own settings by key; every fault is told at once, unknown keys among them.
	public static DisclosureRule of(Map<String, String> settings) {
		return new DisclosureSettings(settings).rule();
	}

	/// The keys that a house may set.
	public static List<String> keys() {
		return DisclosureSettings.KEYS;
	}

	/// Why the reading itself is withheld, or null: it may be shown, as far as it alone is concerned.
	public @Nullable Reason reason(Kpi kpi, Kpi.Reading reading) {
		if (kpi.disclosure() == Kpi.Disclosure.NONE) {
			return null;
		}
		if (reading.symbol().equals("c")) {
			return Reason.IN_SOURCE;
		}
		var cell = Cell.of(kpi, reading);
		var counted = cell.counts() && cell.count() != null ? reason(cell.count()) : null;
		return counted != null || kpi.disclosure() == Kpi.Disclosure.COUNT ? counted : shareReason(cell);
	}

	private @Nullable Reason reason(BigDecimal count) {
		if (count.signum() == 0) {
			return this.hideZero ? Reason.ZERO : null;
		}
		return isSmall(count) ? Reason.SMALL_NUMBER : null;
	}

	private @Nullable Reason shareReason(Cell cell) {
		var base = cell.base();
		if (base != null && base.signum() > 0 && base.compareTo(BigDecimal.valueOf(this.smallestDenominator)) < 0) {
			return Reason.SMALL_DENOMINATOR;
		}
		if (cell.kpi().unit() != Kpi.Unit.PERCENT) {
			return null;
		}
		if (cell.rest() != null && isSmall(cell.rest())) {
			return Reason.NEARLY_ALL;
		}
		boolean all = cell.value() != null && cell.value().compareTo(BigDecimal.valueOf(100)) == 0;
		return all && this.hideAll ? Reason.ALL : null;
	}

	private boolean isSmall(BigDecimal count) {
		return count.signum() > 0 && count.compareTo(BigDecimal.valueOf(this.threshold)) <= 0;
	}

	/// The year whose running sum a period belongs to.
	int year(LocalDate periodEnd) {
		return periodEnd.minusMonths(this.yearStarts.getValue() - 1L).getYear();
	}

}

package org.packhorse.rag;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.packhorse.kpi.ControlChart;
import org.packhorse.kpi.Kpi;
import org.packhorse.kpi.Kpi.ToleranceKind;

/// An indicator's colour at a date, with its figures, direction, comparison and control chart.
///
/// @param chart null for annual series and without a value
public record KpiAssessment(Kpi kpi, Verdict verdict, Figure figure, Travel travel, Comparison comparison,
		@Nullable ControlChart chart) {

	/// The latest figure and what it is measured against.
	///
	/// @param value unrounded, or null
	/// @param decimals how many to print: more than the indicator's own where rounding would make a miss look like a hit
	/// @param periodEnd of the latest period, or null when there is no reading
	/// @param symbol why there is no value, or blank
	/// @param aim in force for the period, or null
	/// @param distance value less target; for a band 0 inside, else value less the bound missed; null without both
	public record Figure(@Nullable BigDecimal value, int decimals, @Nullable LocalDate periodEnd, String symbol, @Nullable Aim aim,
			@Nullable BigDecimal distance) {
	}

	/// The target or band in force, with the house's tolerance where it names none.
	public record Aim(LocalDate appliesFrom, @Nullable BigDecimal target, @Nullable BigDecimal low, @Nullable BigDecimal high,
			BigDecimal tolerance, ToleranceKind toleranceKind) {
	}

	/// Where the indicator is going; each null when the earlier period has no value.
	///
	/// @param previous against the period before
	/// @param yearOn against the same period a year before
	public record Travel(@Nullable Change previous, @Nullable Change yearOn) {
	}

	/// A change since an earlier period.
	public record Change(Direction direction, LocalDate since, BigDecimal from) {
	}

	/// Better or worse by polarity; up or down where there is none.
	public enum Direction {

		BETTER, WORSE, SAME, UP, DOWN;

		/// The direction as packs write it.
		public String words() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/// How others do in the same period.
	///
	/// @param published every figure published for the period, by area code
	/// @param neighbours null when none of them has a figure
	/// @param rank null without polarity or with too few areas
	public record Comparison(List<Kpi.Benchmark> published, @Nullable Neighbours neighbours, @Nullable Rank rank) {
		public Comparison {
			published = List.copyOf(published);
		}
	}

	/// The unweighted mean of those statistical neighbours that have a figure.
	///
	/// @param n how many have one
	/// @param of how many there are
	/// @param model name and year of the neighbour model, or blank
	public record Neighbours(BigDecimal mean, int n, int of, String model) {
	}

	/// The place among the authorities with a figure, 1 being best by polarity; those that tie share the better place.
	///
	/// @param quartile 1 (best) to 4
	public record Rank(int place, int of, int quartile) {
	}

	/// Which way the latest figure lies from an earlier one; null without a latest.
	public @Nullable Direction since(BigDecimal earlier) {
		var value = this.figure.value();
		return value == null ? null : new Course(this.kpi, this.figure.aim()).between(earlier, value);
	}

	public Rag rating() {
		return this.verdict.rating();
	}

	public RagRule rule() {
		return this.verdict.rule();
	}

	public String reason() {
		return this.verdict.reason();
	}

}

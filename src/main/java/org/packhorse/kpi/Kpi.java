package org.packhorse.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// An indicator: what is measured and which way is better.
///
/// @param decimals how many are printed
/// @param source where the figures come from, in words, or blank
/// @param topic what it is about, in words such as `workforce` or `audit`, or blank
public record Kpi(String code, String title, String definition, Unit unit, @Nullable Polarity polarity, int decimals,
		Frequency frequency, String source, Disclosure disclosure, String topic) {

	/// What a value counts; `scale` turns numerator over denominator into it.
	public enum Unit {

		PERCENT("percent", 100), RATE("rate per 10,000", 10_000), COUNT("count", 1), DAYS("days", 1), RATIO("ratio", 1);

		private final String words;

		private final int scale;

		Unit(String words, int scale) {
			this.words = words;
			this.scale = scale;
		}

		/// The unit as tables and packs write it.
		public String words() {
			return this.words;
		}

		/// What numerator over denominator is multiplied by.
		public int scale() {
			return this.scale;
		}

	}

	/// Which way is better; an indicator without one is shown and compared, never coloured.
	public enum Polarity {

		HIGHER, LOWER, WITHIN

	}

	/// How often a reading is expected; `months` is the length of one period.
	public enum Frequency {

		MONTHLY(1), QUARTERLY(3), ANNUAL(12);

		private final int months;

		Frequency(int months) {
			this.months = months;
		}

		public int months() {
			return this.months;
		}

	}

	/// What must be kept from the public: nothing, small counts, or rates on small counts.
	public enum Disclosure {

		NONE, COUNT, RATE

	}

	/// One reading, as recorded by the date that was asked for.
	///
	/// @param value the value as given, or null
	/// @param symbol why there is no value (c, x, z, k, low, u), or blank
	/// @param recordedOn when it became known; its period's end when the table does not say
	public record Reading(LocalDate periodEnd, @Nullable BigDecimal value, String symbol, @Nullable BigDecimal numerator,
			@Nullable BigDecimal denominator, LocalDate recordedOn) {
	}

	/// What is aimed at from a date on; `low` and `high` are the band of an indicator that must stay within one.
	///
	/// @param tolerance how far a miss may be to count as near, or null for the house's default
	/// @param toleranceKind share of the target in percent, or points of the indicator's unit; null for the house's default
	public record Target(LocalDate appliesFrom, @Nullable BigDecimal target, @Nullable BigDecimal tolerance,
			@Nullable ToleranceKind toleranceKind, @Nullable BigDecimal low, @Nullable BigDecimal high) {
	}

	/// How a tolerance is meant.
	public enum ToleranceKind {

		RELATIVE, POINTS

	}

	/// Another area's figure for a period: a country (E92…), a region (E12…) or an authority.
	public record Benchmark(String area, String areaName, LocalDate periodEnd, @Nullable BigDecimal value, String symbol, String source) {

		/// As a series keeps them: by area and period.
		public static final Comparator<Benchmark> ORDER = Comparator.comparing(Benchmark::area).thenComparing(Benchmark::periodEnd);

	}

	/// An indicator with everything known of it for one authority: readings by period (oldest first, one a period), targets
	/// (oldest first) and benchmarks.
	public record Series(Kpi kpi, List<Reading> readings, List<Target> targets, List<Benchmark> benchmarks) {
		public Series {
			readings = List.copyOf(readings);
			targets = List.copyOf(targets);
			benchmarks = List.copyOf(benchmarks);
		}
	}

}

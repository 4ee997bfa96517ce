package org.packhorse.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/// An XmR control chart, drawn as the NHS's "Making Data Count" does: is a change more than the usual variation, and can
/// the system be expected to meet its target?
///
/// How it reads what the method leaves open:
///
/// - **Gaps.** A period without a value (withheld or missing) has no point. The points on either side are not neighbours:
///   no moving range spans the gap and no run continues over it.
/// - **Rebase.** From each named date the baseline starts anew: mean, limits and runs do not look across it.
/// - **Two of three** marks the two (or three) points beyond the near limit, not their companion nearer the mean.
/// - **Polarity `within`.** A signal is neutral, since up and down may each be better. Assurance compares the band
///   with the limits: wholly inside the band passes, wholly outside fails, else hit and miss.
///
/// @param points one for each period with a value, oldest first
/// @param mean of the latest baseline
/// @param limits of the latest baseline; null with fewer than six points
/// @param variation of the last point; null without limits
/// @param assurance null without target, polarity or limits
public record ControlChart(List<Point> points, BigDecimal mean, @Nullable Limits limits, @Nullable Variation variation,
		@Nullable Assurance assurance, List<Rebase> rebases) {

	/// Fewer points than this in the latest baseline make trial limits.
	public static final int POINTS_FOR_FIRM_LIMITS = 12;

	/// Fewer points than this make no limits.
	public static final int POINTS_FOR_LIMITS = 6;

	/// One value; `limits` are those of its own baseline, null when that has too few points.
	///
	/// @param way 1 where the signal is one upwards, −1 where downwards, 0 where there is none
	public record Point(LocalDate periodEnd, BigDecimal value, @Nullable Signal signal, int way, @Nullable Limits limits) {

		/// How the point reads where this way is the better one, or where none is.
		public Variation variation(Kpi.@Nullable Polarity polarity) {
			if (this.way == 0) {
				return Variation.COMMON_CAUSE;
			}
			return switch (polarity) {
				case null -> Variation.NEUTRAL;
				case WITHIN -> Variation.NEUTRAL;
				case HIGHER -> this.way > 0 ? Variation.IMPROVEMENT : Variation.CONCERN;
				case LOWER -> this.way < 0 ? Variation.IMPROVEMENT : Variation.CONCERN;
			};
		}

	}

	/// Mean and limits of one baseline; `trial` says that they rest on fewer than twelve points.
	public record Limits(BigDecimal mean, BigDecimal lower, BigDecimal nearLower, BigDecimal nearUpper, BigDecimal upper,
			boolean trial) {
	}

	/// A named date from which the baseline starts anew, and why.
	public record Rebase(LocalDate from, String reason) {
		public Rebase {
			if (reason.isBlank()) {
				throw new IllegalArgumentException("A control chart may start anew from %s only with a reason".formatted(from));
			}
		}
	}

	/// What makes a point more than usual variation, in order of precedence.
	public enum Signal {

		LIMIT("limit"), TREND("trend"), TWO_OF_THREE("two-of-three"), SHIFT("shift");

		private final String words;

		Signal(String words) {
			this.words = words;
		}

		/// The signal as packs write it.
		public String words() {
			return this.words;
		}

	}

	/// What the last point says.
	public enum Variation {

		IMPROVEMENT, CONCERN, NEUTRAL, COMMON_CAUSE;

		/// The variation as packs write it: "common cause".
		public String words() {
			return name().toLowerCase(Locale.ROOT).replace('_', ' ');
		}

	}

	/// Whether the target can be expected to be met, worst first.
	public enum Assurance {

		CONSISTENTLY_FAILS, HIT_AND_MISS, CONSISTENTLY_PASSES;

		/// The assurance as packs write it: "hit and miss".
		public String words() {
			return name().toLowerCase(Locale.ROOT).replace('_', ' ');
		}

	}

	public ControlChart {
		points = List.copyOf(points);
		rebases = List.copyOf(rebases);
	}

	/// Charts an indicator's readings, or answers null where there is nothing to chart: annual series are compared, not
	/// charted, and without a value there is no point.
	///
	/// @param series with the readings to chart, oldest first
	/// @param target the one in force, or null
	/// @param screening whether moving ranges of 3.267 times their mean and more are dropped once
	public static @Nullable ControlChart of(Kpi.Series series, Kpi.@Nullable Target target, boolean screening, List<Rebase> rebases) {
		return new ChartReading(series, target, screening, rebases).chart();
	}

	/// Whether the limits rest on fewer than twelve points.
	public boolean trial() {
		return this.limits != null && this.limits.trial();
	}

	/// The signal of each point, with null where there is none.
	public List<@Nullable Signal> signals() {
		return this.points.stream().<@Nullable Signal>map(Point::signal).toList();
	}

}

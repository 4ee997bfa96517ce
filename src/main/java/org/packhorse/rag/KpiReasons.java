package org.packhorse.rag;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;

import org.packhorse.kpi.Kpi;
import org.packhorse.kpi.Kpi.Frequency;
import org.packhorse.kpi.Kpi.Polarity;
import org.packhorse.kpi.Kpi.Unit;

/// Why an indicator has its colour or none, in one sentence with the figures used.
record KpiReasons(RagSettings.Kpis settings) {

	private static final Map<String, String> SYMBOLS = Map.of("c", "withheld to protect confidentiality", "x", "not available",
			"z", "not applicable", "k", "a percentage that rounds to 0 but is not 0", "low", "a figure that rounds to 0 but is not 0",
			"u", "of low reliability");

	String noValue(KpiFacts facts) {
		var latest = facts.latest();
		if (latest == null) {
			return "No value was reported by %s.".formatted(Say.day(facts.asAt()));
		}
		var nothing = latest.numerator() != null && latest.denominator() != null ? "There was nothing to measure (the denominator is 0)"
				: "There is no value";
		return "%s for the period to %s.".formatted(nothing, Say.day(latest.periodEnd()));
	}

	String suppressed(KpiFacts facts) {
		var symbol = latest(facts).symbol().strip();
		return "The value for the period to %s is %s (%s).".formatted(Say.day(latest(facts).periodEnd()),
				SYMBOLS.getOrDefault(symbol, "replaced by a symbol"), symbol);
	}

	String stale(KpiFacts facts) {
		return "The latest value, %s, is older than %s.".formatted(figure(facts),
				Say.count(this.settings.stalePeriods(), period(facts.kpi().frequency())));
	}

	String noPolarity(KpiFacts facts) {
		return "The value is %s; neither higher nor lower is better, so it has no colour.".formatted(figure(facts));
	}

	String noTarget(KpiFacts facts) {
		return "The value is %s; no target is in force, so it has no colour.".formatted(figure(facts));
	}

	String met(KpiFacts facts) {
		return "%s, which meets %s.".formatted(figure(facts), aim(facts));
	}

	String near(KpiFacts facts) {
		return "%s, which misses %s by %s, within the tolerance of %s.".formatted(figure(facts), aim(facts), miss(facts), tolerance(facts));
	}

	String missed(KpiFacts facts) {
		return "%s, which misses %s by %s, more than the tolerance of %s.".formatted(figure(facts), aim(facts), miss(facts),
				tolerance(facts));
	}

	/// How many decimals the value is printed with: more than the indicator's where rounding would make a miss look like a hit.
	static int decimals(KpiFacts facts) {
		var own = facts.kpi().decimals();
		return facts.standing() instanceof Standing standing && !standing.met()
				? Decimals.telling(standing.value(), standing.bound(), own) : own;
	}

	private static String figure(KpiFacts facts) {
		return "%s in the period to %s".formatted(print(facts, Objects.requireNonNull(facts.value()), decimals(facts)),
				Say.day(latest(facts).periodEnd()));
	}

	private static String aim(KpiFacts facts) {
		var aim = standing(facts).aim();
		if (facts.kpi().polarity() != Polarity.WITHIN) {
			return "the target of " + bound(facts, standing(facts).bound()) + (facts.kpi().polarity() == Polarity.HIGHER ? " or more" : " or less");
		}
		if (aim.low() == null || aim.high() == null) {
			return "the band of " + bound(facts, standing(facts).bound()) + (aim.high() == null ? " or more" : " or less");
		}
		return "the band of %s to %s".formatted(bound(facts, aim.low()), bound(facts, aim.high()));
	}

	private static String bound(KpiFacts facts, BigDecimal bound) {
		return print(facts, bound, Math.max(facts.kpi().decimals(), bound.stripTrailingZeros().scale()));
	}

	private static String print(KpiFacts facts, BigDecimal value, int decimals) {
		return Say.measured(value, decimals, facts.kpi().unit());
	}

	private static String miss(KpiFacts facts) {
		var standing = standing(facts);
		var decimals = Math.max(Decimals.telling(standing.miss(), standing.allowance(), decimals(facts)),
				Decimals.telling(standing.miss(), BigDecimal.ZERO, decimals(facts)));
		return points(facts, standing.miss(), decimals);
	}

	private static String tolerance(KpiFacts facts) {
		var standing = standing(facts);
		var allowance = points(facts, standing.allowance(), Math.max(0, standing.allowance().stripTrailingZeros().scale()));
		return switch (standing.aim().toleranceKind()) {
			case POINTS -> allowance;
			case RELATIVE -> "%s%% of it (%s)".formatted(Say.plain(standing.aim().tolerance()), allowance);
		};
	}

	private static String points(KpiFacts facts, BigDecimal number, int decimals) {
		if (facts.kpi().unit() != Unit.PERCENT) {
			return print(facts, number, decimals);
		}
		var one = number.setScale(decimals, RoundingMode.HALF_UP).compareTo(BigDecimal.ONE) == 0;
		return Say.number(number, decimals) + (one ? " percentage point" : " percentage points");
	}

	private static String period(Frequency frequency) {
		return switch (frequency) {
			case MONTHLY -> "month";
			case QUARTERLY -> "quarter";
			case ANNUAL -> "year";
		};
	}

	private static Kpi.Reading latest(KpiFacts facts) {
		return Objects.requireNonNull(facts.latest());
	}

	private static Standing standing(KpiFacts facts) {
		return Objects.requireNonNull(facts.standing());
	}

}

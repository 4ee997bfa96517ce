package org.packhorse.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.packhorse.disclosure.Attacker.Q;
import org.packhorse.disclosure.Attacker.Range;
import org.packhorse.kpi.Kpi.Unit;
import org.packhorse.kpi.Kpi;
import org.packhorse.kpi.KpiGroup;

/// What an attacker gets of the withheld figures: the very number, or a range inside those that are too small to be told.
public final class Recovered {

	private Recovered() {
	}

	static List<String> from(Suppression suppression, Figures figures) {
		return from(suppression, figures.series(), figures.divisions, figures.shown, figures.rule);
	}

	public static List<String> from(Suppression suppression, List<Kpi.Series> truth, List<List<KpiGroup>> groups, List<Shown> shown, DisclosureRule rule) {
		var finds = new Attacker(suppression.series(), groups, shown, !rule.hideZero()).finds();
		var recovered = new ArrayList<String>();
		for (Withheld withheld : suppression.withheld()) {
			if (withheld.alreadyPublic()) {
				continue;
			}
			var place = withheld.kpi().code() + "|" + withheld.periodEnd();
			boolean count = withheld.kpi().unit() == Unit.COUNT;
			var figures = withheld.figures();
			check(recovered, place + "|n", finds, count ? figures.value() : figures.numerator(), rule.threshold(), count && !rule.hideZero() ? 1 : 0);
			if (!count) {
				check(recovered, place + "|v", finds, figures.value(), -1, 0);
			}
			if (figures.denominator() != null && figures.denominator().intValue() < rule.smallestDenominator()) {
				check(recovered, place + "|d", finds, figures.denominator(), rule.smallestDenominator() - 1, 1);
			}
			if (withheld.kpi().unit() == Unit.PERCENT && figures.denominator() != null && figures.numerator() != null) {
				var rest = figures.denominator().subtract(figures.numerator());
				if (rest.intValue() <= rule.threshold()) {
					check(recovered, place + "|r", finds, rest, rule.threshold(), 0);
				}
			}
		}
		return recovered;
	}

	private static void check(List<String> recovered, String name, Map<String, Range> finds, @Nullable BigDecimal truth, int few, int least) {
		var range = finds.get(name);
		if (range == null || truth == null || range.high() == null || range.low() == null) {
			return;
		}
		boolean same = range.isPoint() && Math.abs(range.low().n().doubleValue() / range.low().d().doubleValue() - truth.doubleValue()) < 1e-9;
		boolean small = truth.intValue() <= few && range.high().minus(Q.of(few)).signum() <= 0
				&& (range.high().minus(Q.of(few)).signum() < 0 || range.low().minus(Q.of(least)).signum() > 0);
		boolean right = Q.of(truth.setScale(10, RoundingMode.HALF_UP)).minus(range.high()).signum() <= 0;
		if (same || small && right) {
			recovered.add(name);
		}
	}

}

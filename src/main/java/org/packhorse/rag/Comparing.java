package org.packhorse.rag;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.packhorse.kpi.Kpi;
import org.packhorse.rag.KpiAssessment.Comparison;
import org.packhorse.rag.KpiAssessment.Neighbours;
import org.packhorse.rag.KpiAssessment.Rank;

/// Compares an indicator's latest value with other areas' figures for the same period.
record Comparing(List<Kpi.Benchmark> benchmarks, KpiFacts facts, Peers peers) {

	/// A rank among fewer areas says little, and a quartile would hold less than two of them.
	static final int AREAS_FOR_A_RANK = 8;

	/// Upper-tier authorities: counties, unitaries, metropolitan districts and London boroughs.
	private static final Pattern AUTHORITY = Pattern.compile("E(06|08|09|10)\\d{6}");

	Comparison comparison() {
		var latest = this.facts.latest();
		var published = latest == null ? List.<Kpi.Benchmark>of()
				: this.benchmarks.stream().filter(benchmark -> benchmark.periodEnd().equals(latest.periodEnd())).sorted(Comparator.comparing(Kpi.Benchmark::area)).toList();
		return new Comparison(published, neighbours(published), rank(published));
	}

	private @Nullable Neighbours neighbours(List<Kpi.Benchmark> published) {
		var neighbours = Set.copyOf(this.peers.neighbours());
		var values = values(published, benchmark -> neighbours.contains(benchmark.area()));
		if (values.isEmpty()) {
			return null;
		}
		var sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
		return new Neighbours(sum.divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL128), values.size(),
				this.peers.neighbours().size(), this.peers.neighbourModel());
	}

	private @Nullable Rank rank(List<Kpi.Benchmark> published) {
		var others = values(published, this::otherAuthority);
		var value = this.facts.value();
		var areas = others.size() + 1;
		if (value == null || areas < AREAS_FOR_A_RANK || !(shortfall(value) instanceof BigDecimal own)) {
			return null;
		}
		var better = others.stream().map(this::shortfall).filter(Objects::nonNull).filter(other -> other.compareTo(own) < 0).count();
		var place = (int) better + 1;
		return new Rank(place, areas, Math.ceilDiv(4 * place, areas));
	}

	private boolean otherAuthority(Kpi.Benchmark benchmark) {
		return AUTHORITY.matcher(benchmark.area()).matches() && !benchmark.area().equals(this.peers.authority());
	}

	/// A number that is the smaller the better the value is by polarity; null where nothing is better.
	private @Nullable BigDecimal shortfall(BigDecimal value) {
		return switch (this.facts.kpi().polarity()) {
			case null -> null;
			case HIGHER -> value.negate();
			case LOWER -> value;
			case WITHIN -> Standing.of(Kpi.Polarity.WITHIN, value, this.facts.aim()) instanceof Standing standing ? standing.miss() : null;
		};
	}

	private static List<BigDecimal> values(List<Kpi.Benchmark> published, Predicate<Kpi.Benchmark> which) {
		var values = new ArrayList<BigDecimal>();
		for (Kpi.Benchmark benchmark : published) {
			if (benchmark.value() instanceof BigDecimal value && which.test(benchmark)) {
				values.add(value);
			}
		}
		return values;
	}

}

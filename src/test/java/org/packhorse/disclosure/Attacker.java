package org.packhorse.disclosure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.packhorse.kpi.Kpi.Unit;
import org.packhorse.kpi.Kpi;
import org.packhorse.kpi.KpiGroup;

/// A reader who has the public figures, the groups and the earlier editions, and works out what he can: by elimination and by
/// closing in on ranges. Shares no code with what it attacks.
///
/// Unknowns are named "code|date|n" (count or numerator), "…|d" (denominator), "…|r" (the rest of a percentage) and "…|v".
final class Attacker {

	private final Map<String, Kpi> kpis = new HashMap<>();

	private final Map<String, Q> known = new HashMap<>();

	private final Set<String> withheld = new LinkedHashSet<>();

	private final Map<String, TreeSet<LocalDate>> periods = new HashMap<>();

	private final List<Equation> equations = new ArrayList<>();

	private final boolean zerosAreShown;

	private record Equation(Map<String, Q> terms, Q sum) {
	}

	/// What is found of an unknown: nulls where there is no bound.
	record Range(@Nullable Q low, @Nullable Q high) {
		boolean isPoint() {
			return this.low != null && this.high != null && this.low.minus(this.high).isZero();
		}
	}

	Attacker(List<Kpi.Series> published, List<List<KpiGroup>> groups, List<Shown> shown, boolean zerosAreShown) {
		this.zerosAreShown = zerosAreShown;
		published.forEach(this::read);
		shown.stream().filter(one -> this.kpis.containsKey(one.kpi())).forEach(this::read);
		for (LocalDate day : this.periods.values().stream().flatMap(Set::stream).distinct().sorted().toList()) {
			for (List<KpiGroup> group : groups) {
				var total = group.getFirst().total();
				var parts = group.stream().map(KpiGroup::part).toList();
				switch (group.getFirst().kind()) {
					case SUM -> sum(total, parts, day);
					case COMPLEMENT -> complement(total, parts, day);
					case CUMULATIVE -> running(group.getFirst(), day);
				}
			}
		}
		this.withheld.forEach(this::itself);
	}

	private void read(Kpi.Series series) {
		this.kpis.put(series.kpi().code(), series.kpi());
		for (Kpi.Reading reading : series.readings()) {
			var place = series.kpi().code() + "|" + reading.periodEnd();
			this.periods.computeIfAbsent(series.kpi().code(), _ -> new TreeSet<>()).add(reading.periodEnd());
			if (reading.symbol().equals("c")) {
				this.withheld.add(place);
			}
			else {
				know(series.kpi(), place, reading.value(), reading.numerator(), reading.denominator());
			}
		}
	}

	private void read(Shown one) {
		var place = one.kpi() + "|" + one.periodEnd();
		this.periods.get(one.kpi()).add(one.periodEnd());
		if (this.withheld.contains(place) || !this.known.containsKey(place + "|n")) {
			know(Objects.requireNonNull(this.kpis.get(one.kpi())), place, one.value(), one.numerator(), one.denominator());
		}
	}

	private void know(Kpi kpi, String place, @Nullable BigDecimal value, @Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {
		if (kpi.unit() == Unit.COUNT) {
			put(place + "|n", value);
			return;
		}
		put(place + "|n", numerator);
		put(place + "|d", denominator);
		put(place + "|v", value);
		if (numerator != null && denominator != null && denominator.signum() > 0) {
			this.known.put(place + "|v", Q.of(numerator).times(Q.of(kpi.unit().scale())).by(Q.of(denominator)));
		}
	}

	private void put(String name, @Nullable BigDecimal value) {
		if (value != null) {
			this.known.put(name, Q.of(value));
		}
	}

	private boolean has(String code, LocalDate day) {
		return this.periods.getOrDefault(code, new TreeSet<>()).contains(day);
	}

	private Unit unit(String code) {
		return Objects.requireNonNull(this.kpis.get(code)).unit();
	}

	private void sum(String total, List<String> parts, LocalDate day) {
		if (!has(total, day) || !parts.stream().allMatch(part -> has(part, day))) {
			return;
		}
		var terms = new LinkedHashMap<String, Q>();
		terms.put(total + "|" + day + "|n", Q.of(-1));
		parts.forEach(part -> terms.put(part + "|" + day + "|n", Q.of(1)));
		equation(terms, Q.of(0));
	}

	private void complement(String total, List<String> parts, LocalDate day) {
		if (!has(total, day) || !parts.stream().allMatch(part -> has(part, day))) {
			return;
		}
		var values = new LinkedHashMap<String, Q>();
		var counts = new LinkedHashMap<String, Q>();
		values.put(total + "|" + day + "|v", Q.of(1));
		counts.put(total + "|" + day + "|n", Q.of(1));
		counts.put(total + "|" + day + "|d", Q.of(-1));
		for (String part : parts) {
			values.put(part + "|" + day + "|v", Q.of(1));
			counts.put(part + "|" + day + "|n", Q.of(1));
			equation(Map.of(part + "|" + day + "|d", Q.of(1), total + "|" + day + "|d", Q.of(-1)), Q.of(0));
		}
		equation(values, Q.of(unit(total).scale()));
		equation(counts, Q.of(0));
	}

	private void running(KpiGroup group, LocalDate day) {
		if (!has(group.total(), day) || !has(group.part(), day)) {
			return;
		}
		var terms = new LinkedHashMap<String, Q>();
		terms.put(group.total() + "|" + day + "|n", Q.of(-1));
		terms.put(group.part() + "|" + day + "|n", Q.of(1));
		var before = day.withDayOfMonth(1).minusDays(1);
		if (day.getMonthValue() != 4) {
			if (!has(group.total(), before)) {
				return;
			}
			terms.put(group.total() + "|" + before + "|n", Q.of(1));
		}
		equation(terms, Q.of(0));
	}

	/// A percentage's numerator and what is left make its denominator.
	private void itself(String place) {
		if (unit(place.substring(0, place.indexOf('|'))) == Unit.PERCENT) {
			equation(Map.of(place + "|n", Q.of(1), place + "|r", Q.of(1), place + "|d", Q.of(-1)), Q.of(0));
		}
	}

	private void equation(Map<String, Q> terms, Q sum) {
		var unknown = new LinkedHashMap<String, Q>();
		var left = sum;
		for (Map.Entry<String, Q> term : terms.entrySet()) {
			var value = this.known.get(term.getKey());
			if (value == null) {
				unknown.put(term.getKey(), term.getValue());
			}
			else {
				left = left.minus(value.times(term.getValue()));
			}
		}
		if (!unknown.isEmpty()) {
			this.equations.add(new Equation(unknown, left));
		}
	}

	/// All that the reader finds out, by the names of the unknowns.
	Map<String, Range> finds() {
		var ranges = new HashMap<String, Range>();
		for (int round = 0; round < 3; round++) {
			ranges.putAll(solved());
			closeIn(ranges);
			shares(ranges);
		}
		return ranges;
	}

	private Map<String, Range> solved() {
		var pivots = new LinkedHashMap<String, Equation>();
		for (Equation equation : this.equations) {
			var line = equation;
			for (Map.Entry<String, Equation> pivot : pivots.entrySet()) {
				line = minus(line, pivot.getValue(), line.terms().get(pivot.getKey()));
			}
			if (line.terms().isEmpty()) {
				continue;
			}
			var name = line.terms().keySet().iterator().next();
			var own = line.terms().get(name);
			var unit = minus(new Equation(Map.of(), Q.of(0)), line, Q.of(-1).by(own));
			pivots.replaceAll((_, other) -> minus(other, unit, other.terms().get(name)));
			pivots.put(name, unit);
		}
		var solved = new HashMap<String, Range>();
		pivots.forEach((name, line) -> {
			if (line.terms().size() == 1) {
				solved.put(name, new Range(line.sum(), line.sum()));
			}
		});
		return solved;
	}

	private static Equation minus(Equation from, Equation line, @Nullable Q times) {
		if (times == null || times.isZero()) {
			return from;
		}
		var terms = new LinkedHashMap<>(from.terms());
		line.terms().forEach((name, value) -> terms.merge(name, Q.of(0).minus(value.times(times)), (one, other) -> one.minus(Q.of(0).minus(other))));
		terms.values().removeIf(Q::isZero);
		return new Equation(terms, from.sum().minus(line.sum().times(times)));
	}

	private void closeIn(Map<String, Range> ranges) {
		this.equations.forEach(equation -> equation.terms().keySet().forEach(name -> ranges.computeIfAbsent(name, this::outset)));
		boolean closer = true;
		for (int round = 0; closer && round < 200; round++) {
			closer = false;
			for (Equation equation : this.equations) {
				for (String name : equation.terms().keySet()) {
					var range = within(ranges, equation, name);
					closer |= !range.equals(ranges.put(name, range));
				}
			}
		}
	}

	private Range outset(String name) {
		boolean count = unit(name.substring(0, name.indexOf('|'))) == Unit.COUNT;
		boolean percent = name.endsWith("|v") && unit(name.substring(0, name.indexOf('|'))) == Unit.PERCENT;
		return new Range(Q.of(count && this.zerosAreShown || name.endsWith("|d") ? 1 : 0), percent ? Q.of(100) : null);
	}

	/// a·x = sum − others: the others' ranges bound x.
	private Range within(Map<String, Range> ranges, Equation equation, String name) {
		@Nullable Q low = equation.sum();
		@Nullable Q high = equation.sum();
		for (Map.Entry<String, Q> term : equation.terms().entrySet()) {
			if (term.getKey().equals(name)) {
				continue;
			}
			var range = Objects.requireNonNull(ranges.get(term.getKey()));
			boolean up = term.getValue().signum() > 0;
			var most = up ? range.high() : range.low();
			var least = up ? range.low() : range.high();
			low = low == null || most == null ? null : low.minus(most.times(term.getValue()));
			high = high == null || least == null ? null : high.minus(least.times(term.getValue()));
		}
		var own = Objects.requireNonNull(equation.terms().get(name));
		var first = low == null ? null : low.by(own);
		var second = high == null ? null : high.by(own);
		return meet(Objects.requireNonNull(ranges.get(name)), own.signum() > 0 ? first : second, own.signum() > 0 ? second : first, !name.endsWith("|v"));
	}

	private static Range meet(Range range, @Nullable Q low, @Nullable Q high, boolean whole) {
		var bottom = low == null ? null : whole ? low.ceiling() : low;
		var top = high == null ? null : whole ? high.floor() : high;
		return new Range(range.low() == null || bottom != null && bottom.minus(range.low()).signum() > 0 ? bottom : range.low(),
				range.high() == null || top != null && top.minus(range.high()).signum() < 0 ? top : range.high());
	}

	/// Where a denominator is found, its percentage and numerator give each other.
	private void shares(Map<String, Range> ranges) {
		for (String place : this.withheld) {
			var base = ranges.get(place + "|d");
			var found = this.known.containsKey(place + "|d") ? this.known.get(place + "|d") : base != null && base.isPoint() ? base.low() : null;
			if (found != null) {
				var scale = Q.of(unit(place.substring(0, place.indexOf('|'))).scale());
				equation(Map.of(place + "|v", found, place + "|n", Q.of(0).minus(scale)), Q.of(0));
			}
		}
	}

	/// An exact fraction.
	record Q(BigInteger n, BigInteger d) {

		static Q of(long number) {
			return new Q(BigInteger.valueOf(number), BigInteger.ONE);
		}

		static Q of(BigDecimal number) {
			return reduced(number.movePointRight(10).toBigIntegerExact(), BigInteger.TEN.pow(10));
		}

		private static Q reduced(BigInteger n, BigInteger d) {
			var g = n.gcd(d).multiply(BigInteger.valueOf(d.signum()));
			return new Q(n.divide(g), d.divide(g));
		}

		Q minus(Q other) {
			return reduced(this.n.multiply(other.d).subtract(other.n.multiply(this.d)), this.d.multiply(other.d));
		}

		Q times(Q other) {
			return reduced(this.n.multiply(other.n), this.d.multiply(other.d));
		}

		Q by(Q other) {
			return reduced(this.n.multiply(other.d), this.d.multiply(other.n));
		}

		int signum() {
			return this.n.signum();
		}

		boolean isZero() {
			return this.n.signum() == 0;
		}

		Q floor() {
			return new Q(this.n.subtract(this.n.mod(this.d)).divide(this.d), BigInteger.ONE);
		}

		Q ceiling() {
			return of(0).minus(of(0).minus(this).floor());
		}

	}

}

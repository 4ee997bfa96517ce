package org.packhorse.disclosure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.packhorse.disclosure.Quantity.Kind;
import org.packhorse.kpi.Kpi;
import org.packhorse.kpi.KpiGroup;

/// Turns groups of indicators into the equations that readers know.
///
/// What the figures bear out is reckoned with even where no group says so: denominators that add up or are the same.
final class Relations {

	// Percentages whose parts were rounded one by one miss their total by this much at most.
	private static final Fraction ROUNDING = Fraction.ONE.by(Fraction.of(2));

	private final Table table;

	private final DisclosureRule rule;

	private final List<Relation> relations = new ArrayList<>();

	private Relations(Table table, DisclosureRule rule) {
		this.table = table;
		this.rule = rule;
	}

	static List<Relation> of(Table table, DisclosureRule rule, List<KpiGroup> groups) {
		var relations = new Relations(table, rule);
		byTotal(groups, KpiGroup.Kind.SUM)
			.forEach((total, parts) -> Divisions.of(table, total, parts).forEach(division -> relations.sum(total, division)));
		byTotal(groups, KpiGroup.Kind.COMPLEMENT).forEach(relations::complement);
		groups.stream().filter(group -> group.kind() == KpiGroup.Kind.CUMULATIVE).distinct().forEach(relations::cumulative);
		table.places().forEach(relations::rest);
		return relations.forReadersOfEarlierEditions();
	}

	private static Map<String, List<String>> byTotal(List<KpiGroup> groups, KpiGroup.Kind kind) {
		return groups.stream()
			.filter(group -> group.kind() == kind)
			.distinct()
			.collect(Collectors.groupingBy(KpiGroup::total, TreeMap::new, Collectors.mapping(KpiGroup::part, Collectors.toList())));
	}

	/// Who has an earlier edition with figures that have since been revised can put those in their places.
	private List<Relation> forReadersOfEarlierEditions() {
		var all = new ArrayList<>(this.relations);
		for (Relation relation : this.relations) {
			var seen = relation.terms().keySet().stream().filter(quantity -> this.table.isRevised(quantity.place())).collect(Collectors.toSet());
			if (!seen.isEmpty()) {
				all.add(relation.without(seen));
			}
		}
		return all;
	}

	private void sum(String total, List<String> parts) {
		var because = "%s is the sum of %s".formatted(title(total), titles(parts));
		for (LocalDate period : this.table.periods(with(total, parts))) {
			var whole = new Place(total, period);
			var members = new ArrayList<Place>();
			parts.forEach(part -> members.add(new Place(part, period)));
			if (isEmpty(whole) || members.stream().allMatch(this::isEmpty)) {
				continue;
			}
			var sum = new Draft(because, whole).plus(whole, -1);
			members.forEach(member -> sum.plus(member, 1));
			boolean counted = areCounted(whole, members);
			if (counted) {
				sum.add(Kind.COUNT, Fraction.ZERO);
			}
			if (haveOneUnit(with(total, parts)) && (!counted || sum.bornOut(Kind.VALUE, ROUNDING))) {
				sum.add(Kind.VALUE, Fraction.ZERO);
			}
			if (sum.bornOut(Kind.BASE, Fraction.ZERO)) {
				sum.add(Kind.BASE, Fraction.ZERO);
			}
			members.forEach(member -> sameBase(because, whole, member));
		}
	}

	private void complement(String total, List<String> parts) {
		var because = "%s is what %s %s".formatted(title(total), titles(parts), parts.size() == 1 ? "leaves" : "leave");
		for (LocalDate period : this.table.periods(with(total, parts))) {
			var whole = new Place(total, period);
			var members = new ArrayList<Place>();
			parts.forEach(part -> members.add(new Place(part, period)));
			if (isEmpty(whole) || members.stream().allMatch(this::isEmpty)) {
				continue;
			}
			var all = new Draft(because, whole).plus(whole, 1);
			members.forEach(member -> all.plus(member, 1));
			if (haveOneUnit(with(total, parts)) && kpi(total).unit() != Kpi.Unit.COUNT) {
				all.add(Kind.VALUE, Fraction.of(kpi(total).unit().scale()));
			}
			if (areCounted(whole, members)) {
				leftOf(all, Stream.concat(Stream.of(whole), members.stream()).toList());
			}
			members.forEach(member -> sameBase(because, whole, member));
		}
	}

	/// Counts make their common denominator; where none is on file, the reader may have it from elsewhere.
	private void leftOf(Draft all, List<Place> members) {
		var base = members.stream().map(place -> place.quantity(Kind.BASE)).filter(this.table::has).findFirst();
		if (base.isPresent()) {
			all.and(base.get(), -1).add(Kind.COUNT, Fraction.ZERO);
		}
		else {
			all.add(Kind.COUNT, null);
		}
	}

	private void cumulative(KpiGroup group) {
		var because = "%s is the running sum of %s".formatted(title(group.total()), title(group.part()));
		LocalDate before = null;
		for (LocalDate period : this.table.periods(List.of(group.total()))) {
			if (isEmpty(new Place(group.total(), period))) {
				continue;
			}
			running(group, because, before, period);
			before = period;
		}
	}

	/// The running sum goes on from the period before, or begins anew; where the figures bear out the one that the rule does
	/// not expect, both count.
	private void running(KpiGroup group, String because, @Nullable LocalDate before, LocalDate period) {
		var whole = new Place(group.total(), period);
		boolean goesOn = before != null && this.rule.year(before) == this.rule.year(period);
		if (before != null) {
			var step = new Draft(because, whole).plus(whole, -1).plus(new Place(group.total(), before), 1);
			parts(group, step, before, period);
			if (goesOn || step.bornOut(Kind.COUNT, Fraction.ZERO)) {
				step.addRunning();
			}
		}
		var start = new Draft(because, whole).plus(whole, -1);
		var yearBegan = LocalDate.of(this.rule.year(period), this.rule.yearStarts(), 1).minusDays(1);
		parts(group, start, yearBegan, period);
		var anew = new Draft(because, whole).plus(whole, -1).plus(new Place(group.part(), period), 1);
		if (!goesOn) {
			start.addRunning();
		}
		else if (anew.bornOut(Kind.COUNT, Fraction.ZERO)) {
			anew.addRunning();
		}
	}

	/// The part's readings after one day until another; periods without one are left as missing.
	private void parts(KpiGroup group, Draft draft, LocalDate after, LocalDate until) {
		var on = this.table.periods(List.of(group.part())).stream().filter(day -> day.isAfter(after) && !day.isAfter(until)).toList();
		on.forEach(day -> draft.plus(new Place(group.part(), day), 1));
		long months = ChronoUnit.MONTHS.between(after.withDayOfMonth(1), until.withDayOfMonth(1));
		var part = this.table.kpi(group.part());
		if (part != null && on.size() < months / part.frequency().months()) {
			draft.lacksSome();
		}
	}

	private void rest(Place place) {
		var rest = place.quantity(Kind.REST);
		if (this.table.has(rest)) {
			var terms = new TreeMap<Quantity, Fraction>();
			terms.put(rest, Fraction.ONE);
			terms.put(place.quantity(Kind.COUNT), Fraction.ONE);
			terms.put(place.quantity(Kind.BASE), Fraction.ONE.negated());
			this.relations.add(new Relation("numerator and denominator of " + title(place.kpi()), place, terms));
		}
	}

	private void sameBase(String because, Place one, Place other) {
		var same = new Draft(because, one).plus(one, -1).plus(other, 1);
		if (same.bornOut(Kind.BASE, Fraction.ZERO)) {
			same.add(Kind.BASE, Fraction.ZERO);
		}
	}

	private boolean isEmpty(Place place) {
		return !this.table.has(place.quantity(Kind.COUNT)) && !this.table.has(place.quantity(Kind.VALUE));
	}

	/// Whether every member that is there gives a count.
	private boolean areCounted(Place whole, List<Place> members) {
		return Stream.concat(Stream.of(whole), members.stream()).allMatch(place -> isEmpty(place) || this.table.has(place.quantity(Kind.COUNT)));
	}

	private boolean haveOneUnit(List<String> kpis) {
		var units = kpis.stream().map(this.table::kpi).filter(Objects::nonNull).map(Kpi::unit).distinct().toList();
		return units.size() == 1 && units.getFirst() != Kpi.Unit.COUNT;
	}

	private Kpi kpi(String code) {
		return Objects.requireNonNull(this.table.kpi(code));
	}

	private String title(String code) {
		var kpi = this.table.kpi(code);
		return "“" + (kpi == null ? code : kpi.title()) + "”";
	}

	private String titles(List<String> codes) {
		return codes.stream().map(this::title).collect(Collectors.joining(" and "));
	}

	private static List<String> with(String total, List<String> parts) {
		return Stream.concat(Stream.of(total), parts.stream()).toList();
	}

	/// An equation in the making: places with their signs, for one kind of figure at a time.
	private final class Draft {

		private final String because;

		private final Place total;

		private final Map<Place, Integer> signs = new LinkedHashMap<>();

		private final SortedMap<Quantity, Fraction> further = new TreeMap<>();

		private boolean lacksSome;

		Draft(String because, Place total) {
			this.because = because;
			this.total = total;
		}

		Draft plus(Place place, int sign) {
			this.signs.put(place, sign);
			return this;
		}

		Draft and(Quantity quantity, int sign) {
			this.further.put(quantity, Fraction.of(sign));
			return this;
		}

		void lacksSome() {
			this.lacksSome = true;
		}

		boolean bornOut(Kind kind, Fraction tolerance) {
			var quantities = this.signs.keySet().stream().map(place -> place.quantity(kind)).toList();
			if (!quantities.stream().allMatch(Relations.this.table::has)) {
				return false;
			}
			var sum = sum(terms(kind));
			return (sum.signum() < 0 ? sum.negated() : sum).compareTo(tolerance) <= 0;
		}

		/// Running sums of counts, and of denominators where they run too.
		void addRunning() {
			var counts = terms(Kind.COUNT);
			if (counts.size() > 1 && counts.containsKey(this.total.quantity(Kind.COUNT))) {
				add(Kind.COUNT, Fraction.ZERO);
			}
			if (bornOut(Kind.BASE, Fraction.ZERO)) {
				add(Kind.BASE, Fraction.ZERO);
			}
		}

		/// Adds the equation; `constant` null says that the sum is known, whatever it is.
		void add(Kind kind, @Nullable Fraction constant) {
			var terms = terms(kind);
			if (constant != null) {
				settle(terms, constant, terms.size() < this.signs.size() + this.further.size());
			}
			Relations.this.relations.add(new Relation(this.because, this.total, terms));
		}

		private SortedMap<Quantity, Fraction> terms(Kind kind) {
			var terms = new TreeMap<>(this.further);
			this.signs.forEach((place, sign) -> {
				var quantity = place.quantity(kind);
				if (Relations.this.table.has(quantity)) {
					terms.put(quantity, Fraction.of(sign));
				}
			});
			return terms;
		}

		/// What is missing is a further unknown, unless the others make the sum without it; what the source withholds is
		/// taken as an equal share of what the others leave.
		private void settle(SortedMap<Quantity, Fraction> terms, Fraction constant, boolean incomplete) {
			var table = Relations.this.table;
			var supposed = terms.keySet().stream().filter(table::isSupposed).toList();
			var left = constant.minus(sum(terms.entrySet()
				.stream()
				.filter(term -> !table.isSupposed(term.getKey()))
				.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
			supposed.forEach(quantity -> table.suppose(quantity, positive(left.by(Fraction.of(supposed.size())).times(terms.get(quantity)))));
			if (supposed.isEmpty() && left.signum() != 0 && (incomplete || this.lacksSome)) {
				var unrecorded = new Quantity(new Place(this.because, this.total.periodEnd()), Kind.UNRECORDED);
				table.suppose(unrecorded, positive(left));
				terms.put(unrecorded, Fraction.of(left.signum()));
			}
		}

		private static Fraction positive(Fraction number) {
			return number.signum() <= 0 ? Fraction.ONE : number;
		}

		private Fraction sum(Map<Quantity, Fraction> terms) {
			var sum = Fraction.ZERO;
			for (Map.Entry<Quantity, Fraction> term : terms.entrySet()) {
				sum = sum.plus(term.getValue().times(Relations.this.table.truth(term.getKey())));
			}
			return sum;
		}

	}

}

package org.packhorse.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.packhorse.disclosure.Attack.Leak;
import org.packhorse.disclosure.Quantity.Kind;
import org.packhorse.disclosure.Relation.Row;
import org.packhorse.kpi.Kpi;

/// Withholds further figures until none of the withheld ones can be worked out.
///
/// The figure that goes next is one that the attack needed: the smallest, a part before a total, then by code and period.
/// Zeros and indicators that have nothing to keep go last. At the end each is shown again if the rest holds without it.
final class Secondary {

	private final Table table;

	private final Withholding withholding;

	private final Sensitivity sensitivity;

	private final List<Relation> relations;

	private final Map<List<Row>, Optional<Leak>> tried = new HashMap<>();

	private record Candidate(Place place, Relation relation) {
	}

	Secondary(Table table, Withholding withholding, Sensitivity sensitivity, List<Relation> relations) {
		this.table = table;
		this.withholding = withholding;
		this.sensitivity = sensitivity;
		this.relations = relations;
	}

	void complete() {
		var further = new ArrayList<Place>();
		for (Optional<Leak> leak = leak(); leak.isPresent(); leak = leak()) {
			var next = candidate(leak.get());
			if (next.isPresent()) {
				this.withholding.withhold(next.get().place(), Reason.SECONDARY, next.get().relation().because());
				further.add(next.get().place());
			}
			else {
				this.withholding.expose(leak.get().quantity().place());
			}
		}
		further.reversed().forEach(this::showIfSafe);
	}

	private void showIfSafe(Place place) {
		var cause = this.withholding.cause(place);
		this.withholding.show(place);
		if (cause != null && leak().isPresent()) {
			this.withholding.withhold(place, cause.reason(), cause.because());
		}
	}

	private Optional<Leak> leak() {
		return components(rows()).stream()
			.map(rows -> this.tried.computeIfAbsent(rows, untried -> new Attack(untried, this.sensitivity).leak()))
			.flatMap(Optional::stream)
			.findFirst();
	}

	/// The equations with what is unknown in them; a percentage and its numerator are joined where its denominator is known.
	private List<Row> rows() {
		var rows = new ArrayList<Row>();
		this.relations.forEach(relation -> {
			var unknown = new TreeMap<>(relation.terms());
			unknown.keySet().removeIf(quantity -> !this.withholding.isUnknown(quantity));
			if (!unknown.isEmpty()) {
				rows.add(new Row(relation, unknown));
			}
		});
		var joined = new LinkedHashSet<Place>();
		while (true) {
			var known = components(rows).stream().flatMap(component -> knownBases(component).stream()).map(Quantity::place).toList();
			if (!joined.addAll(known)) {
				return rows;
			}
			known.stream().filter(place -> rows.stream().noneMatch(row -> row.relation().because().isEmpty() && row.relation().total().equals(place)))
				.map(this::share).forEach(rows::add);
		}
	}

	private Set<Quantity> knownBases(List<Row> component) {
		boolean none = component.stream().flatMap(row -> row.unknown().keySet().stream()).noneMatch(quantity -> quantity.kind() == Kind.BASE);
		return none ? Set.of() : new Attack(component, this.sensitivity).knownBases();
	}

	/// Value times denominator is numerator times scale.
	private Row share(Place place) {
		var terms = new TreeMap<Quantity, Fraction>();
		var kpi = this.table.kpi(place.kpi());
		if (kpi != null && this.table.has(place.quantity(Kind.VALUE)) && this.table.has(place.quantity(Kind.COUNT))) {
			terms.put(place.quantity(Kind.VALUE), this.table.truth(place.quantity(Kind.BASE)));
			terms.put(place.quantity(Kind.COUNT), Fraction.of(-kpi.unit().scale()));
		}
		return new Row(new Relation("", place, terms), terms);
	}

	/// Equations that share an unknown belong together.
	private static Collection<List<Row>> components(List<Row> rows) {
		var components = new LinkedHashSet<List<Row>>();
		var of = new HashMap<Quantity, List<Row>>();
		for (Row row : rows) {
			var joined = new ArrayList<Row>();
			row.unknown().keySet().stream().map(of::get).filter(other -> other != null).distinct().forEach(joined::addAll);
			joined.add(row);
			joined.forEach(member -> member.unknown().keySet().forEach(quantity -> of.put(quantity, joined)));
		}
		rows.stream().filter(row -> !row.unknown().isEmpty()).forEach(row -> components.add(of.get(row.unknown().keySet().iterator().next())));
		return components;
	}

	private Optional<Candidate> candidate(Leak leak) {
		return candidates(leak.behind()).or(() -> candidates(around(leak.quantity())));
	}

	private Set<Row> around(Quantity quantity) {
		return components(rows()).stream()
			.filter(component -> component.stream().anyMatch(row -> row.unknown().containsKey(quantity)))
			.findFirst()
			.map(component -> (Set<Row>) new LinkedHashSet<>(component))
			.orElse(Set.of());
	}

	private Optional<Candidate> candidates(Set<Row> rows) {
		var candidates = new ArrayList<Candidate>();
		for (Row row : rows) {
			row.relation()
				.places()
				.stream()
				.filter(this.withholding::mayWithhold)
				.forEach(place -> candidates.add(new Candidate(place, row.relation())));
		}
		return candidates.stream()
			.min(Comparator.comparing(this::isLastResort)
				.thenComparing(this::size)
				.thenComparing(candidate -> candidate.place().equals(candidate.relation().total()))
				.thenComparing(Candidate::place)
				.thenComparing(candidate -> candidate.relation().because()));
	}

	private int isLastResort(Candidate candidate) {
		boolean zero = size(candidate).signum() == 0;
		var kpi = this.table.kpi(candidate.place().kpi());
		boolean free = kpi == null || kpi.disclosure() == Kpi.Disclosure.NONE;
		return (zero ? 2 : 0) + (free ? 1 : 0);
	}

	private Fraction size(Candidate candidate) {
		var count = candidate.place().quantity(Kind.COUNT);
		return this.table.truth(this.table.has(count) ? count : candidate.place().quantity(Kind.VALUE));
	}

}

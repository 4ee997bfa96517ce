package org.packhorse.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.packhorse.kpi.Kpi;

/// All figures of a council, by place: those on file and those that the public has seen before.
final class Table {

	private final Map<String, Kpi> kpis = new TreeMap<>();

	private final Map<Place, Cell> onFile = new TreeMap<>();

	private final Map<Place, Cell> shownBefore = new TreeMap<>();

	private final Set<Place> revised = new HashSet<>();

	private final Set<Place> withheldInSource = new HashSet<>();

	// What a figure that the source withholds must be about, for the others to add up.
	private final Map<Quantity, Fraction> supposed = new HashMap<>();

	Table(Collection<Kpi.Series> series, List<Shown> shownBefore) {
		series.forEach(one -> {
			this.kpis.put(one.kpi().code(), one.kpi());
			one.readings().forEach(reading -> add(one.kpi(), reading));
		});
		shownBefore.forEach(this::addShown);
	}

	private void add(Kpi kpi, Kpi.Reading reading) {
		var place = new Place(kpi.code(), reading.periodEnd());
		this.onFile.put(place, Cell.of(kpi, reading));
		if (reading.symbol().equals("c") && kpi.disclosure() != Kpi.Disclosure.NONE) {
			this.withheldInSource.add(place);
		}
	}

	private void addShown(Shown shown) {
		var kpi = this.kpis.get(shown.kpi());
		if (kpi == null) {
			return;
		}
		var place = new Place(kpi.code(), shown.periodEnd());
		this.shownBefore.put(place, Cell.of(kpi, shown.value(), shown.numerator(), shown.denominator()));
		var now = this.onFile.get(place);
		boolean another = now != null && now.value() != null
				&& now.value().setScale(Math.max(0, shown.value().scale()), RoundingMode.HALF_UP).compareTo(shown.value()) != 0;
		if (another) {
			this.revised.add(place);
		}
		else {
			this.revised.remove(place);
		}
	}

	@Nullable Kpi kpi(String code) {
		return this.kpis.get(code);
	}

	@Nullable Cell onFile(Place place) {
		return this.onFile.get(place);
	}

	Set<Place> places() {
		return this.onFile.keySet();
	}

	Set<Place> withheldInSource() {
		return this.withheldInSource;
	}

	SortedSet<LocalDate> periods(Collection<String> kpis) {
		var periods = new TreeSet<LocalDate>();
		List.of(this.onFile.keySet(), this.shownBefore.keySet())
			.forEach(places -> places.stream().filter(place -> kpis.contains(place.kpi())).map(Place::periodEnd).forEach(periods::add));
		return periods;
	}

	/// Whether the public has the very figure from an earlier edition.
	boolean isPublic(Place place) {
		return this.shownBefore.containsKey(place) && !this.revised.contains(place);
	}

	/// Whether the public has seen another figure there.
	boolean isRevised(Place place) {
		return this.revised.contains(place);
	}

	/// Whether there is such a number, be it withheld by its source.
	boolean has(Quantity quantity) {
		return figure(quantity) != null || isSupposed(quantity);
	}

	/// The number itself; asked only of what there is.
	Fraction truth(Quantity quantity) {
		var figure = figure(quantity);
		return figure == null ? this.supposed.getOrDefault(quantity, Fraction.ONE) : Fraction.of(figure);
	}

	/// Whether the number is known to the source alone.
	boolean isSupposed(Quantity quantity) {
		if (figure(quantity) != null || !this.withheldInSource.contains(quantity.place())) {
			return false;
		}
		boolean count = this.kpis.get(quantity.place().kpi()).unit() == Kpi.Unit.COUNT;
		return quantity.kind() == Quantity.Kind.COUNT || quantity.kind() == Quantity.Kind.VALUE && !count;
	}

	void suppose(Quantity quantity, Fraction number) {
		this.supposed.putIfAbsent(quantity, number);
	}

	private @Nullable BigDecimal figure(Quantity quantity) {
		var now = this.onFile.get(quantity.place());
		var figure = now == null ? null : now.figure(quantity.kind());
		if (figure != null) {
			return figure;
		}
		var before = this.shownBefore.get(quantity.place());
		return before == null || isRevised(quantity.place()) ? null : before.figure(quantity.kind());
	}

}

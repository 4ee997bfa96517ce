package org.packhorse.disclosure;

import java.time.LocalDate;
import java.util.Comparator;

/// Where a reading stands: which indicator, which period.
record Place(String kpi, LocalDate periodEnd) implements Comparable<Place> {

	private static final Comparator<Place> ORDER = Comparator.comparing(Place::kpi).thenComparing(Place::periodEnd);

	@Override
	public int compareTo(Place other) {
		return ORDER.compare(this, other);
	}

	Quantity quantity(Quantity.Kind kind) {
		return new Quantity(this, kind);
	}

}

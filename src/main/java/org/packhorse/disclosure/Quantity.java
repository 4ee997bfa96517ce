package org.packhorse.disclosure;

import java.util.Comparator;

/// A number that a reader may know or look for.
record Quantity(Place place, Kind kind) implements Comparable<Quantity> {

	private static final Comparator<Quantity> ORDER = Comparator.comparing(Quantity::place).thenComparing(Quantity::kind);

	/// Which of a reading's numbers; `UNRECORDED` is what parts without a reading make up together.
	enum Kind {

		COUNT, BASE, REST, VALUE, UNRECORDED

	}

	@Override
	public int compareTo(Quantity other) {
		return ORDER.compare(this, other);
	}

}

package org.packhorse.disclosure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/// Which places are withheld so far, why, and which of them the public knows all the same.
final class Withholding {

	private final Table table;

	private final Map<Place, Cause> withheld = new LinkedHashMap<>();

	private final Set<Place> exposed = new TreeSet<>();

	/// Why a place is withheld.
	record Cause(Reason reason, String because) {
	}

	Withholding(Table table) {
		this.table = table;
	}

	void withhold(Place place, Reason reason, String because) {
		this.withheld.putIfAbsent(place, new Cause(reason, because));
	}

	void show(Place place) {
		this.withheld.remove(place);
	}

	/// The figure follows from what the public has and nobody can take back.
	void expose(Place place) {
		this.exposed.add(place);
	}

	boolean isWithheld(Place place) {
		return this.withheld.containsKey(place);
	}

	@Nullable Cause cause(Place place) {
		return this.withheld.get(place);
	}

	boolean isPublic(Place place) {
		return this.exposed.contains(place) || this.table.isPublic(place);
	}

	/// Whether a reader has to find the number out.
	boolean isUnknown(Quantity quantity) {
		return quantity.kind() == Quantity.Kind.UNRECORDED || isWithheld(quantity.place()) && !isPublic(quantity.place());
	}

	/// Whether withholding the place would keep something from the reader.
	boolean mayWithhold(Place place) {
		return this.table.onFile(place) != null && !isWithheld(place) && !isPublic(place);
	}

	void each(BiConsumer<Place, Cause> action) {
		this.withheld.forEach(action);
	}

}

package org.packhorse.disclosure;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A linear equation that readers know: the terms add up to something fixed.
///
/// @param because what it comes from, in words
/// @param total the place of the total, which is withheld later than its parts
record Relation(String because, Place total, SortedMap<Quantity, Fraction> terms) {

	Relation {
		terms = new TreeMap<>(terms);
	}

	Set<Place> places() {
		return this.terms.keySet().stream().map(Quantity::place).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/// The equation for a reader who knows some more of its terms.
	Relation without(Set<Quantity> known) {
		var left = new TreeMap<Quantity, Fraction>(this.terms);
		left.keySet().removeAll(known);
		return new Relation(this.because, this.total, left);
	}

	/// An equation of which only the unknown terms are left.
	record Row(Relation relation, Map<Quantity, Fraction> unknown) {
	}

}

package org.packhorse.pack;

import org.packhorse.template.PackTemplate;

/// Everything that an edition says, worked out once for its files, its letters, the search of both and what its makers are told.
///
/// @param model what templates see
record Composed(Disclosed disclosed, Assessments assessments, PackModel model) {

	static Composed of(Disclosed disclosed, Assessments assessments) {
		return new Composed(disclosed, assessments, new Composition(disclosed, assessments).model());
	}

	Snapshot facts() {
		return this.disclosed.facts();
	}

	PackTemplate template() {
		return PackTemplate.of(facts().templates());
	}

}

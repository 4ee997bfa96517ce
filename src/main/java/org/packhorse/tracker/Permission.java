package org.packhorse.tracker;

import java.util.List;
import java.util.Optional;

/// What somebody may load.
///
/// @param councils the codes of the councils whose rows may go in; none named: all, and the tables that all councils share
/// @param facts whether plans, updates, figures and words may go in
/// @param people whether post holders, distribution lists and recipients may: they decide who clears drafts and who gets packs
public record Permission(List<String> councils, boolean facts, boolean people) {

	/// Everything.
	public static final Permission EVERYTHING = new Permission(List.of(), true, true);

	static final String REMEDY = "Leave it out, or ask somebody whose account may load it.";

	public Permission {
		councils = List.copyOf(councils);
	}

	boolean of(String council) {
		return this.councils.isEmpty() || this.councils.contains(council);
	}

	/// Why a table may not go in at all.
	Optional<String> fault(TrackerTable table) {
		if (table.isAboutPeople() && !this.people) {
			return Optional.of("'%s' decides who clears drafts and who gets packs: an account without the role admin may not load it".formatted(table.tableName()));
		}
		if (!table.isAboutPeople() && !this.facts) {
			return Optional.of("an account without the role author may not load '%s'".formatted(table.tableName()));
		}
		return table.council().isEmpty() && !this.councils.isEmpty()
				? Optional.of("'%s' is shared by all councils: an account for some of them may not load it".formatted(table.tableName())) : Optional.empty();
	}

}

package org.packhorse.authority;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// What a body has before it, as at a date.
///
/// @param next its next meeting, or null
/// @param last its last meeting, or null
/// @param narratives the words written for it, the newest of each part
/// @param decisions those of its last meeting, and earlier ones that were open then; the newest meeting first
/// @param deepDives what it wants to look into at its next meeting
public record Proceedings(@Nullable Meeting next, @Nullable Meeting last, List<Narrative> narratives, List<Decision> decisions,
		List<DeepDive> deepDives) {

	/// Of a pack that goes to no body.
	public static final Proceedings NONE = new Proceedings(null, null, List.of(), List.of(), List.of());

	public Proceedings {
		narratives = List.copyOf(narratives);
		decisions = List.copyOf(decisions);
		deepDives = List.copyOf(deepDives);
	}

	/// The same, with the words that the public may read.
	public Proceedings withoutExempt() {
		return new Proceedings(this.next, this.last, this.narratives.stream().map(Narrative::withoutExempt).toList(), this.decisions, this.deepDives);
	}

	/// The same, looking into these sections instead of those on file.
	public Proceedings into(List<String> sections) {
		return sections.isEmpty() ? this
				: new Proceedings(this.next, this.last, this.narratives, this.decisions,
						sections.stream().map(section -> new DeepDive("", section, "")).toList());
	}

}

package org.packhorse.plan;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// A section of a plan: usually one recommendation of the inspectors, sometimes a partner's own part.
///
/// @param no its number or name in the plan, such as "3"
/// @param priority whether the section counts as a priority in the plan's own colour
/// @param narrative the three questions as last answered by the date, or null
/// @param kpis codes of the indicators that show whether the section makes a difference
public record Section(String no, String title, boolean priority, String recommendation, String aim, String lead,
		@Nullable Narrative narrative, List<String> kpis, List<Action> actions) {

	/// The three questions: what is working well, how are we assured, what needs to happen; any may be blank.
	public record Narrative(LocalDate reportedOn, String workingWell, String howAssured, String whatNext) {
	}

	public Section {
		kpis = List.copyOf(kpis);
		actions = List.copyOf(actions);
	}

}

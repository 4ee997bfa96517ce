package org.packhorse.plan;

import java.time.LocalDate;

/// A risk to the plan as it was last reported.
///
/// @param plan the plan's code, or blank
/// @param section the section's number, or blank
/// @param likelihood 1 (remote) to 5 (almost certain)
/// @param impact 1 (slight) to 5 (severe)
public record Risk(String ref, LocalDate reportedOn, String risk, String plan, String section, int likelihood, int impact, String mitigation,
		String lead) {

	/// Likelihood times impact, 1 to 25.
	public int score() {
		return this.likelihood * this.impact;
	}

}

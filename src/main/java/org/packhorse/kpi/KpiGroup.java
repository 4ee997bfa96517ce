package org.packhorse.kpi;

/// One row of the table of groups: how an indicator's counts add up with another's.
///
/// The count of an indicator is its value where it counts, else its numerator. Rows of one kind with one total belong
/// together, except for `cumulative`, where each row stands for itself.
///
/// @param total the code of the whole (complement: of what is left; cumulative: of the year's running sum)
/// @param part the code of one of its parts
public record KpiGroup(Kind kind, String total, String part) {

	/// How a total and its parts belong together, period by period.
	public enum Kind {

		/// The total's count is the sum of its parts' counts. With one part it says that two indicators give the same count.
		SUM,

		/// Total and parts are all there is: percentages make 100, counts make the denominator.
		COMPLEMENT,

		/// The total is the part's running sum since the year began.
		CUMULATIVE

	}

}

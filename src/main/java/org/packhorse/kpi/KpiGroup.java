package org.packhorse.kpi;

/// One part of a whole that indicators make up.
///
/// @param total the code of the whole
/// @param part the code of one of its parts
public record KpiGroup(Kind kind, String total, String part) {

	/// How they add up.
	public enum Kind {

		/// The whole is the sum of all its parts for the same period.
		SUM,

		/// The whole and all its parts are shares of one denominator that together make 100 per cent.
		COMPLEMENT,

		/// The whole is the running sum of the part since April.
		CUMULATIVE

	}

}

package org.packhorse.pack;

/// What is wrong with a committee report as it is on file.
///
/// @param table the import table in which it can be mended
/// @param where the row or field in it, in words, or blank for the table as a whole
/// @param refused whether no final report is made with it; a draft is, and says it
public record ReportProblem(String table, String where, String fault, String remedy, boolean refused) {

	/// What the pack's readiness list says of it.
	String sentence() {
		return "%s%s: %s. %s.".formatted(this.table, this.where.isEmpty() ? "" : ", " + this.where, this.fault, this.remedy);
	}

}

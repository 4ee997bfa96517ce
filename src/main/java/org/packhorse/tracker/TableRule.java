package org.packhorse.tracker;

import java.util.List;

/// What must hold between a row and what is on file or beside it in the same load, found by SQL on the staged rows.
///
/// @param column where the fault is shown
/// @param found SQL columns that the fault names
/// @param from SQL that joins further tables to the staged row `s`; `:load` is the load
/// @param where SQL that picks the faulty rows
/// @param words what is wrong, with a `%s` for each column found
record TableRule(String column, List<String> found, String from, String where, String words, String remedy) {

	private static final String UNIT = """
			LEFT JOIN kpis k ON k.code = s.kpi
			LEFT JOIN (SELECT code, MIN(unit) AS unit FROM staged_kpis WHERE load_id = :load GROUP BY code) sk ON sk.code = s.kpi""";

	private static final TableRule NUMERATOR_WITHIN = new TableRule("numerator", List.of("s.numerator", "s.denominator"), UNIT,
			"COALESCE(sk.unit, k.unit) = 'percent' AND s.numerator > s.denominator AND s.denominator > 0",
			"the numerator is larger than the denominator of an indicator in percent: %s of %s",
			"A part cannot exceed its whole; see whether the two are swapped.");

	private static final TableRule PERCENT_WITHIN = new TableRule("value", List.of("s.`value`"), UNIT,
			"COALESCE(sk.unit, k.unit) = 'percent' AND (s.`value` > 100 OR s.`value` < 0)", "%s is not a percentage",
			"The indicator's unit is percent: write a number from 0 to 100, or mend the unit in kpis.");

	private static final TableRule NOT_NEGATIVE = new TableRule("value", List.of("s.`value`"), UNIT,
			"COALESCE(sk.unit, k.unit) IN ('count', 'rate per 10,000') AND s.`value` < 0", "%s is negative",
			"A count or a rate is 0 or more.");

	/// The rules for readings, which depend on the indicator's unit.
	static final List<TableRule> READINGS = List.of(NUMERATOR_WITHIN, PERCENT_WITHIN, NOT_NEGATIVE);

	/// The rules for other areas' figures.
	static final List<TableRule> FIGURES = List.of(PERCENT_WITHIN, NOT_NEGATIVE);

	/// A due date stands once it is on file.
	static final TableRule DUE_DATE_STANDS = new TableRule("due_on", List.of("t.due_on", "s.due_on"),
			"JOIN actions t ON t.authority = s.authority AND t.plan = s.plan AND t.ref = s.ref",
			"(t.due_on <> s.due_on OR (t.due_on IS NULL AND s.due_on IS NOT NULL) OR (t.due_on IS NOT NULL AND s.due_on IS NULL))",
			"the due date of an action on file changes from %s to %s",
			"The original due date stands. Give the new one in updates.revised_due_on, with the day it was reported.");

}

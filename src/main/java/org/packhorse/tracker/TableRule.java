package org.packhorse.tracker;

import java.util.List;

/// What must hold between a row and what is on file or beside it in the same load, found by SQL on the staged rows.
///
/// @param column where the fault is shown
/// @param found SQL columns that the fault names
/// @param from SQL that joins further tables to the staged row `s`; `:load` is the load
/// @param where SQL that picks the faulty rows
/// @param words what is wrong, with a `%s` for each column found
/// @param remedy what to do, or for a note what Packhorse does
/// @param isNote whether it is only said, and the rows go in
record TableRule(String column, List<String> found, String from, String where, String words, String remedy, boolean isNote) {

	private TableRule(String column, List<String> found, String from, String where, String words, String remedy) {
		this(column, found, from, where, words, remedy, false);
	}

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

	/// Numerator over denominator in the indicator's unit.
	private static final String CALCULATED = """
			(s.numerator * CASE COALESCE(sk.unit, k.unit) WHEN 'percent' THEN 100 WHEN 'rate per 10,000' THEN 10000 ELSE 1 END / s.denominator)""";

	/// One unit of the last decimal that the value has; zeros at its end do not count, for the tables do not keep them.
	private static final String LAST_DECIMAL = """
			CASE WHEN s.`value` = ROUND(s.`value`, 0) THEN 1 WHEN s.`value` = ROUND(s.`value`, 1) THEN 0.1
			WHEN s.`value` = ROUND(s.`value`, 2) THEN 0.01 WHEN s.`value` = ROUND(s.`value`, 3) THEN 0.001 ELSE 0.0001 END""";

	private static final TableRule VALUE_AGREES = new TableRule("value",
			List.of("s.`value`", "s.numerator", "s.denominator", "CAST(ROUND(" + CALCULATED + ", 4) AS DECIMAL(28,10))"), UNIT,
			"COALESCE(sk.unit, k.unit) IS NOT NULL AND s.`value` IS NOT NULL AND s.numerator IS NOT NULL AND s.denominator > 0 AND ABS(s.`value` - "
					+ CALCULATED + ") > " + LAST_DECIMAL,
			"the value %s is not %s over %s, which gives %s", "packs use numerator over denominator", true);

	/// The rules for readings, which depend on the indicator's unit.
	static final List<TableRule> READINGS = List.of(NUMERATOR_WITHIN, PERCENT_WITHIN, NOT_NEGATIVE, VALUE_AGREES);

	/// The rules for other areas' figures.
	static final List<TableRule> FIGURES = List.of(PERCENT_WITHIN, NOT_NEGATIVE);

	/// A due date stands once it is on file.
	static final TableRule DUE_DATE_STANDS = new TableRule("due_on", List.of("t.due_on", "s.due_on"),
			"JOIN actions t ON t.authority = s.authority AND t.plan = s.plan AND t.ref = s.ref",
			"(t.due_on <> s.due_on OR (t.due_on IS NULL AND s.due_on IS NOT NULL) OR (t.due_on IS NOT NULL AND s.due_on IS NULL))",
			"the due date of an action on file changes from %s to %s",
			"The original due date stands. Give the new one in updates.revised_due_on, with the day it was reported.");

	/// An indicator's unit stands once readings in it are on file.
	static final TableRule UNIT_STANDS = new TableRule("unit", List.of("t.unit", "s.unit"), "JOIN kpis t ON t.code = s.code",
			"t.unit <> s.unit AND EXISTS (SELECT 1 FROM kpi_values v WHERE v.kpi = s.code)",
			"the unit of an indicator with readings on file changes from %s to %s",
			"The readings on file are in the old unit. Give the indicator in its new unit a new code, and load its readings under that.");

	/// An address is in the domains of its list, as this load or an earlier one gives them.
	static final TableRule ADDRESS_IN_DOMAINS = new TableRule("email", List.of("s.email", "COALESCE(sd.domains, d.domains)"), """
			LEFT JOIN distribution_lists d ON d.authority = s.authority AND d.list = s.list
			LEFT JOIN (SELECT authority, list, MIN(domains) AS domains FROM staged_distribution_lists WHERE load_id = :load GROUP BY authority, list) sd
			ON sd.authority = s.authority AND sd.list = s.list""",
			"COALESCE(sd.domains, d.domains) IS NOT NULL AND CONCAT(' ', COALESCE(sd.domains, d.domains), ' ') "
					+ "NOT LIKE CONCAT('% ', SUBSTRING(s.email, LOCATE('@', s.email) + 1), ' %')",
			"%s is outside the domains of its list: %s",
			"Give an address in one of them, or add the domain in distribution_lists when it is to be allowed.");

}

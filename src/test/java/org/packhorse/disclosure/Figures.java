package org.packhorse.disclosure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.packhorse.kpi.Kpi.Disclosure;
import org.packhorse.kpi.Kpi.Reading;
import org.packhorse.kpi.Kpi.Unit;
import org.packhorse.kpi.Kpi;
import org.packhorse.kpi.KpiGroup;

/// A small council's figures for tests, written in few words; months count from April 2024 (month 0).
final class Figures {

	final List<KpiGroup> groups = new ArrayList<>();

	// Each group by itself, as people know them; the table of groups does not tell two groups of one total apart.
	final List<List<KpiGroup>> divisions = new ArrayList<>();

	final List<Shown> shown = new ArrayList<>();

	DisclosureRule rule = DisclosureRule.defaults();

	private final Map<String, Kpi> kpis = new LinkedHashMap<>();

	private final Map<String, List<Reading>> readings = new LinkedHashMap<>();

	static LocalDate month(int month) {
		return LocalDate.of(2024, 4, 1).plusMonths(month + 1L).minusDays(1);
	}

	Figures kpi(String code, Unit unit, Disclosure disclosure) {
		this.kpis.put(code, new Kpi(code, "Indicator " + code, "", unit, null, 1, Kpi.Frequency.MONTHLY, "", disclosure, ""));
		this.readings.putIfAbsent(code, new ArrayList<>());
		return this;
	}

	Figures count(String code, int... values) {
		kpi(code, Unit.COUNT, Disclosure.COUNT);
		for (int i = 0; i < values.length; i++) {
			add(code, i, BigDecimal.valueOf(values[i]), null, null, "");
		}
		return this;
	}

	/// Numerator and denominator of a percentage in month 0.
	Figures share(String code, int numerator, int denominator) {
		kpi(code, Unit.PERCENT, Disclosure.RATE);
		return add(code, 0, null, BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator), "");
	}

	Figures add(String code, int month, @Nullable BigDecimal value, @Nullable BigDecimal numerator, @Nullable BigDecimal denominator, String symbol) {
		this.readings.get(code).add(new Reading(month(month), value, symbol, numerator, denominator, month(month)));
		return this;
	}

	Figures sum(String total, String... parts) {
		return group(KpiGroup.Kind.SUM, total, parts);
	}

	Figures group(KpiGroup.Kind kind, String total, String... parts) {
		var division = Arrays.stream(parts).map(part -> new KpiGroup(kind, total, part)).toList();
		this.groups.addAll(division);
		this.divisions.add(division);
		return this;
	}

	Figures shownBefore(String code, int month, String value) {
		this.shown.add(new Shown(code, month(month), new BigDecimal(value), null, null));
		return this;
	}

	Figures rule(DisclosureRule rule) {
		this.rule = rule;
		return this;
	}

	List<Kpi.Series> series() {
		return this.kpis.values().stream().map(kpi -> new Kpi.Series(kpi, this.readings.get(kpi.code()), List.of(), List.of())).toList();
	}

	Suppression suppressed() {
		return Suppression.of(this.rule, series(), this.groups, this.shown);
	}

	/// What the rule alone would withhold.
	Suppression primary() {
		return Suppression.of(this.rule, series(), List.of(), List.of());
	}

	/// The withheld places as "code/month".
	static List<String> withheld(Suppression suppression) {
		return suppression.withheld().stream().map(one -> one.kpi().code() + "/" + monthOf(one.periodEnd())).toList();
	}

	static int monthOf(LocalDate date) {
		return (date.getYear() - 2024) * 12 + date.getMonthValue() - 4;
	}

}

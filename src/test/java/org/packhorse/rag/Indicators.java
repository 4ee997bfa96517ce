package org.packhorse.rag;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.packhorse.kpi.Kpi;
import org.packhorse.kpi.Kpi.Benchmark;
import org.packhorse.kpi.Kpi.Disclosure;
import org.packhorse.kpi.Kpi.Frequency;
import org.packhorse.kpi.Kpi.Polarity;
import org.packhorse.kpi.Kpi.Reading;
import org.packhorse.kpi.Kpi.Series;
import org.packhorse.kpi.Kpi.Target;
import org.packhorse.kpi.Kpi.ToleranceKind;
import org.packhorse.kpi.Kpi.Unit;

/// Indicators for tests, told in words.
final class Indicators {

	private final @Nullable Polarity polarity;

	private Unit unit = Unit.PERCENT;

	private int decimals = 1;

	private Frequency frequency = Frequency.MONTHLY;

	private final List<Reading> readings = new ArrayList<>();

	private final List<Target> targets = new ArrayList<>();

	private final List<Benchmark> benchmarks = new ArrayList<>();

	private Indicators(@Nullable Polarity polarity) {
		this.polarity = polarity;
	}

	static Indicators kpi(@Nullable Polarity polarity) {
		return new Indicators(polarity);
	}

	/// A rated indicator of the colour: at, just below or far below a target of 90.
	static KpiAssessment coloured(Rag rating) {
		var value = switch (rating) {
			case RED -> "50";
			case AMBER -> "89";
			case GREEN -> "95";
			default -> "c";
		};
		return kpi(Polarity.HIGHER).target("90").value("2021-03-31", value).at("2021-03-31");
	}

	Indicators unit(Unit unit, int decimals) {
		this.unit = unit;
		this.decimals = decimals;
		return this;
	}

	Indicators every(Frequency frequency) {
		this.frequency = frequency;
		return this;
	}

	Indicators value(String periodEnd, String value) {
		return value(periodEnd, value, periodEnd);
	}

	Indicators value(String periodEnd, String value, String recordedOn) {
		var number = value.matches("-?[0-9.]+") ? new BigDecimal(value) : null;
		this.readings.add(new Reading(LocalDate.parse(periodEnd), number, number == null ? value : "", null, null, LocalDate.parse(recordedOn)));
		return this;
	}

	Indicators parts(String periodEnd, String numerator, String denominator) {
		var day = LocalDate.parse(periodEnd);
		this.readings.add(new Reading(day, null, "", new BigDecimal(numerator), new BigDecimal(denominator), day));
		return this;
	}

	Indicators target(String target) {
		return targetFrom("2020-01-01", target);
	}

	Indicators targetFrom(String from, String target) {
		this.targets.add(new Target(LocalDate.parse(from), new BigDecimal(target), null, null, null, null));
		return this;
	}

	Indicators target(String target, String tolerance, ToleranceKind kind) {
		this.targets.add(new Target(LocalDate.parse("2020-01-01"), new BigDecimal(target), new BigDecimal(tolerance), kind, null, null));
		return this;
	}

	Indicators band(String low, String high) {
		this.targets.add(new Target(LocalDate.parse("2020-01-01"), null, null, null, new BigDecimal(low), new BigDecimal(high)));
		return this;
	}

	Indicators benchmark(String area, String periodEnd, String value) {
		var number = value.matches("-?[0-9.]+") ? new BigDecimal(value) : null;
		this.benchmarks.add(new Benchmark(area, area, LocalDate.parse(periodEnd), number, number == null ? value : "", ""));
		return this;
	}

	Series series() {
		var kpi = new Kpi("K1", "An indicator", "", this.unit, this.polarity, this.decimals, this.frequency, "", Disclosure.NONE, "");
		return new Series(kpi, this.readings, this.targets, this.benchmarks);
	}

	KpiAssessment at(String asAt) {
		return new RagPolicy(RagSettings.defaults()).assess(series(), LocalDate.parse(asAt));
	}

	KpiAssessment at(String asAt, Peers peers) {
		return new RagPolicy(RagSettings.defaults()).assess(series(), peers, List.of(), LocalDate.parse(asAt));
	}

	static String verdict(KpiAssessment assessment) {
		return "%s %s: %s".formatted(assessment.rating(), assessment.rule().id(), assessment.reason());
	}

}

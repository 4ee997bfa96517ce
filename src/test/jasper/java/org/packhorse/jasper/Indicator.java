package org.packhorse.jasper;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// An indicator of a council: readings, target, colour and the limits of its control chart.
final class Indicator {

	final String code;

	final String title;

	final String unit;

	final String polarity;

	final int decimals;

	final NavigableMap<LocalDate, Double> readings = new TreeMap<>();

	Double target;

	double neighbours = Double.NaN;

	/// Mean and limits of an XmR chart.
	record Limits(double mean, double upper, double lower) {
	}

	Indicator(Map<String, String> row) {
		this.code = row.get("code");
		this.title = row.get("title");
		this.unit = row.get("unit");
		this.polarity = row.get("polarity");
		this.decimals = Integer.parseInt(row.get("decimals"));
	}

	void read(Map<String, String> row) {
		double value = row.get("value").isBlank() ? 100 * Double.parseDouble(row.get("numerator")) / Double.parseDouble(row.get("denominator"))
				: Double.parseDouble(row.get("value"));
		this.readings.put(LocalDate.parse(row.get("period_end")), value);
	}

	double latest() {
		return this.readings.lastEntry().getValue();
	}

	/// The least that its chart shows as a reading or target.
	double least() {
		return Math.min(this.target == null ? latest() : this.target, Collections.min(this.readings.values()));
	}

	/// The most of them.
	double most() {
		return Math.max(this.target == null ? latest() : this.target, Collections.max(this.readings.values()));
	}

	String words(double value) {
		return ("%,." + this.decimals + "f" + (this.unit.equals("percent") ? "%%" : "")).formatted(value);
	}

	/// The target is met, nearly met (by 5 %) or missed; without a way that is better there is no colour.
	Action.Rating rating() {
		if (this.target == null) {
			return new Action.Rating("NONE", "It is shown and not rated: neither higher nor lower is better, so it has no colour.");
		}
		double missed = worse(latest(), this.target);
		if (missed <= 0) {
			return new Action.Rating("GREEN", "On target: %s against %s.".formatted(words(latest()), words(this.target)));
		}
		return new Action.Rating(missed <= this.target * 0.05 ? "AMBER" : "RED",
				"%s against %s: missed by %s.".formatted(words(latest()), words(this.target), words(missed)));
	}

	/// Against a month and a year before.
	String direction() {
		return travel(this.readings.lowerEntry(this.readings.lastKey()).getValue()) + " on last period\n" + travel(this.readings.firstEntry().getValue())
				+ " on the year";
	}

	private String travel(double before) {
		if (Math.abs(latest() - before) < Math.pow(10, -this.decimals) / 2) {
			return "● same";
		}
		if (this.polarity.isBlank()) {
			return latest() > before ? "↑ up" : "↓ down";
		}
		return worse(latest(), before) > 0 ? "▼ worse" : "▲ better";
	}

	private double worse(double value, double than) {
		return this.polarity.equals("lower") ? value - than : than - value;
	}

	Limits limits() {
		var values = this.readings.values().stream().mapToDouble(Double::doubleValue).toArray();
		double ranges = 0;
		double sum = values[0];
		for (int i = 1; i < values.length; i++) {
			ranges += Math.abs(values[i] - values[i - 1]);
			sum += values[i];
		}
		double mean = sum / values.length;
		double reach = 2.66 * ranges / (values.length - 1);
		double most = this.unit.equals("percent") ? 100 : Double.MAX_VALUE;
		return new Limits(mean, Math.min(most, mean + reach), Math.max(0, mean - reach));
	}

}

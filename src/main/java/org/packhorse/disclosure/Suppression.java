package org.packhorse.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.packhorse.kpi.Kpi;
import org.packhorse.kpi.KpiGroup;

/// What the public gets of a council's figures.
///
/// @param series the same series in the same order; a withheld reading has no value, no numerator and no denominator, and the
/// symbol c unless it had a symbol already
/// @param withheld what is left out, by code and period; for the search of the finished files
/// @param note sentences for the pack: what c means and how much is withheld, without a figure
/// @param unjudged the codes of indicators whose shares come without numerator and denominator, so that nothing tells whether
/// they rest on a few cases
public record Suppression(List<Kpi.Series> series, List<Withheld> withheld, List<String> note, List<String> unjudged) {

	public Suppression {
		series = List.copyOf(series);
		withheld = List.copyOf(withheld);
		note = List.copyOf(note);
		unjudged = List.copyOf(unjudged);
	}

	/// Withholds what the rule says, and whatever else would tell it.
	///
	/// @param series all that a pack for the public could draw on: what a reader may learn from it decides
	/// @param shownBefore what earlier public editions of the same pack showed
	public static Suppression of(DisclosureRule rule, List<Kpi.Series> series, List<KpiGroup> groups, List<Shown> shownBefore) {
		var table = new Table(series, shownBefore);
		var withholding = new Withholding(table);
		series.forEach(one -> one.readings().forEach(reading -> {
			var reason = rule.reason(one.kpi(), reading);
			if (reason != null) {
				withholding.withhold(new Place(one.kpi().code(), reading.periodEnd()), reason, reason.words());
			}
		}));
		var relations = Relations.of(table, rule, groups);
		new Secondary(table, withholding, new Sensitivity(table, rule), relations).complete();
		var withheld = withheld(series, withholding);
		return new Suppression(series.stream().map(one -> masked(one, withholding)).toList(), withheld, new Note(rule, withheld).sentences(),
				unjudged(series));
	}

	private static List<Withheld> withheld(List<Kpi.Series> series, Withholding withholding) {
		var kpis = new HashMap<String, Kpi>();
		Map<Place, Kpi.Reading> readings = new HashMap<>();
		series.forEach(one -> {
			kpis.put(one.kpi().code(), one.kpi());
			one.readings().forEach(reading -> readings.put(new Place(one.kpi().code(), reading.periodEnd()), reading));
		});
		var withheld = new ArrayList<Withheld>();
		withholding.each((place, cause) -> {
			var kpi = kpis.get(place.kpi());
			var reading = readings.get(place);
			var cell = Cell.of(kpi, reading);
			withheld.add(new Withheld(kpi, place.periodEnd(), new Withheld.Figures(cell.value(), reading.numerator(), reading.denominator()),
					cause.reason(), cause.because(), withholding.isPublic(place)));
		});
		withheld.sort(Comparator.comparing((Withheld one) -> one.kpi().code()).thenComparing(Withheld::periodEnd));
		return withheld;
	}

	private static Kpi.Series masked(Kpi.Series series, Withholding withholding) {
		var readings = series.readings()
			.stream()
			.map(reading -> withholding.isWithheld(new Place(series.kpi().code(), reading.periodEnd())) ? masked(reading) : reading)
			.toList();
		return new Kpi.Series(series.kpi(), readings, series.targets(), series.benchmarks());
	}

	private static Kpi.Reading masked(Kpi.Reading reading) {
		return new Kpi.Reading(reading.periodEnd(), null, reading.symbol().isBlank() ? "c" : reading.symbol(), null, null, reading.recordedOn());
	}

	private static List<String> unjudged(List<Kpi.Series> series) {
		return series.stream()
			.filter(one -> one.kpi().disclosure() != Kpi.Disclosure.NONE && one.kpi().unit() != Kpi.Unit.COUNT)
			.filter(one -> one.readings().stream().anyMatch(Suppression::isUnjudged))
			.map(one -> one.kpi().code())
			.toList();
	}

	private static boolean isUnjudged(Kpi.Reading reading) {
		return reading.value() != null && reading.symbol().isBlank() && reading.numerator() == null && reading.denominator() == null;
	}

}

package org.packhorse.pack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/// The figures that a pack works out from what its readers may see: means and limits, distances, days, counts and shares. They
/// rest on nothing that is withheld, so that one of them that looks like a withheld figure is no leak.
///
/// @param everywhere figures that may stand anywhere
/// @param byKpi figures that may stand beside an indicator, by its code
record LawfulFigures(Set<BigDecimal> everywhere, Map<String, Set<BigDecimal>> byKpi) {

	static final LawfulFigures NONE = new LawfulFigures(Set.of(), Map.of());

	private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?");

	/// Words that the program makes from its own figures; words that people wrote are not among them.
	private static final Set<String> MADE = Set.of("reason", "story", "distance", "rank", "share", "sentence", "targetWords");

	static LawfulFigures of(PackModel model) {
		var everywhere = new HashSet<BigDecimal>();
		numbers(SnapshotJson.tree(model.plans()), everywhere);
		numbers(SnapshotJson.tree(model.kpis()), everywhere);
		numbers(SnapshotJson.tree(model.totals()), everywhere);
		model.dataQuality().forEach(sentence -> inWords(sentence, everywhere));
		var byKpi = new HashMap<String, Set<BigDecimal>>();
		model.kpis().forEach(line -> byKpi.put(line.code(), beside(line)));
		return new LawfulFigures(everywhere, byKpi);
	}

	/// What a row of the indicator prints besides its own readings.
	private static Set<BigDecimal> beside(PackModel.KpiLine line) {
		var figures = new HashSet<BigDecimal>();
		var words = new ArrayList<>(List.of(line.reason(), line.distance(), line.rank(), line.targetWords()));
		line.benchmarks().forEach(other -> words.addAll(List.of(other.area(), other.figure().words())));
		words.forEach(one -> inWords(one, figures));
		line.history().forEach(point -> Stream.of(point.mean(), point.lower(), point.upper()).filter(number -> number != null).forEach(figures::add));
		return figures;
	}

	private static void numbers(JsonNode node, Set<BigDecimal> numbers) {
		node.properties().forEach(property -> {
			if (property.getValue().isString() && MADE.contains(property.getKey())) {
				inWords(property.getValue().asString(), numbers);
			}
			numbers(property.getValue(), numbers);
		});
		if (node.isArray()) {
			node.forEach(item -> numbers(item, numbers));
		}
		if (node.isNumber()) {
			numbers.add(node.decimalValue());
		}
	}

	private static void inWords(String words, Set<BigDecimal> numbers) {
		NUMBER.matcher(words).results().map(number -> new BigDecimal(number.group().replace(",", ""))).forEach(numbers::add);
	}

}

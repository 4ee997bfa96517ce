package org.packhorse.jasper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the import files say of one council, as far as its pack shows it.
final class Council {

	final String code;

	final String name;

	final List<Map<String, String>> sections = new ArrayList<>();

	final Map<String, Action> actions = new LinkedHashMap<>();

	final Map<String, Indicator> indicators = new TreeMap<>();

	Council(String code, String name) {
		this.code = code;
		this.name = name;
	}

	Indicator indicator(String kpi, Map<String, Map<String, String>> kpis) {
		return this.indicators.computeIfAbsent(kpi, code -> new Indicator(kpis.get(code)));
	}

	/// The actions of each section, in their order.
	Map<String, List<Action>> bySection() {
		var sections = new HashMap<String, List<Action>>();
		this.actions.values().forEach(action -> sections.computeIfAbsent(action.section, _ -> new ArrayList<>()).add(action));
		return sections;
	}

}

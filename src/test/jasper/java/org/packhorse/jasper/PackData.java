package org.packhorse.jasper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The rows that the report prints, worked out from what is on file.
record PackData(Council council, LocalDate day) {

	private static final int CHARTS = 6;

	private static final List<String> COLOURS = List.of("RED", "AMBER", "GREEN", "COMPLETE", "BLUE", "GREY");

	/// The report's parameters.
	Map<String, Object> parameters() {
		var kpis = this.council.indicators.values();
		var parameters = new HashMap<String, Object>();
		parameters.put("authority", this.council.name);
		parameters.put("asAt", Say.day(this.day));
		parameters.put("headlines", headlines());
		parameters.put("kpis", kpis.stream().map(this::kpi).toList());
		parameters.put("months", kpis.iterator().next().readings.keySet().stream().map(Say::month).toList());
		parameters.put("charts", kpis.stream().limit(CHARTS).map(this::chart).toList());
		return parameters;
	}

	/// One row for each section, with its actions.
	Collection<Map<String, ?>> sections() {
		var actions = this.council.bySection();
		var rows = new ArrayList<Map<String, ?>>();
		for (Map<String, String> section : this.council.sections) {
			var own = actions.get(section.get("no")).stream().map(this::action).toList();
			var rating = rollUp(own);
			rows.add(Map.of("title", "Section %s: %s".formatted(section.get("no"), section.get("title")), "rating", rating.colour(), "reason", rating.reason(),
					"aim", section.get("aim"), "caption", "Actions of section " + section.get("no"), "actions", own));
		}
		return rows;
	}

	private Map<String, Object> action(Action action) {
		var rating = action.rating(this.day);
		return Map.of("ref", action.ref, "action", (action.priority ? "Priority. " : "") + action.words + "\nLead: " + action.lead, "rating", rating.colour(),
				"reason", rating.reason(), "progress", action.progress(), "priority", action.priority);
	}

	/// Red when a priority action is red or more than a fifth are; amber when any is red or three in ten are red or amber.
	private static Action.Rating rollUp(List<Map<String, Object>> actions) {
		var rated = actions.stream().filter(action -> !action.get("rating").equals("GREY")).toList();
		long red = rated.stream().filter(action -> action.get("rating").equals("RED")).count();
		long amber = rated.stream().filter(action -> action.get("rating").equals("AMBER")).count();
		boolean priority = rated.stream().anyMatch(action -> action.get("rating").equals("RED") && (boolean) action.get("priority"));
		var reason = "%d of %d rated actions are red, %d amber%s.".formatted(red, rated.size(), amber, priority ? "; a priority action is red" : "");
		boolean isAmber = red > 0 || (red + amber) * 10 > rated.size() * 3;
		return new Action.Rating(priority || red * 5 > rated.size() ? "RED" : isAmber ? "AMBER" : "GREEN", reason);
	}

	private List<Map<String, ?>> headlines() {
		var counts = new TreeMap<String, Integer>();
		this.council.actions.values().forEach(action -> counts.merge(action.rating(this.day).colour(), 1, Integer::sum));
		var rows = new ArrayList<Map<String, ?>>();
		for (String colour : COLOURS) {
			int count = counts.getOrDefault(colour, 0);
			rows.add(Map.of("rating", colour, "count", count, "share", "%.0f%%".formatted(100.0 * count / this.council.actions.size())));
		}
		return rows;
	}

	private Map<String, Object> kpi(Indicator kpi) {
		var rating = kpi.rating();
		var row = new HashMap<String, Object>();
		row.put("title", kpi.title + "\n" + kpi.code + ", " + kpi.unit);
		row.put("name", kpi.title);
		row.put("latest", kpi.words(kpi.latest()) + "\n" + Say.month(kpi.readings.lastKey()));
		row.put("target", kpi.target == null ? "no target" : kpi.words(kpi.target));
		row.put("rating", rating.colour());
		row.put("reason", rating.reason());
		row.put("direction", kpi.direction());
		row.put("compared", "Neighbours: " + kpi.words(kpi.neighbours));
		row.put("readings", List.copyOf(kpi.readings.values()));
		row.put("pattern", "#,##0" + (kpi.decimals == 0 ? "" : ".0") + (kpi.unit.equals("percent") ? "'%'" : ""));
		return row;
	}

	private Map<String, ?> chart(Indicator kpi) {
		var limits = kpi.limits();
		var points = new ArrayList<Map<String, ?>>();
		kpi.readings.forEach((end, value) -> {
			var point = new HashMap<String, Object>(Map.of("month", Say.month(end), "reading", value, "mean", limits.mean(), "upper", limits.upper(), "lower",
					limits.lower()));
			point.put("target", kpi.target);
			points.add(point);
		});
		var words = "%s: %s in %s, %s in %s.".formatted(kpi.title, kpi.words(kpi.readings.firstEntry().getValue()), Say.month(kpi.readings.firstKey()),
				kpi.words(kpi.latest()), Say.month(kpi.readings.lastKey()));
		return Map.of("title", kpi.title + " (" + kpi.unit + ")", "words", words, "points", points, "least",
				0.98 * Math.min(limits.lower(), kpi.least()), "most", 1.02 * Math.max(limits.upper(), kpi.most()));
	}

}

package org.packhorse.pack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.packhorse.document.Value;
import org.packhorse.rag.Rag;
import org.packhorse.writer.ReadBack;
import org.packhorse.writer.ReadBack.Part;
import org.packhorse.writer.Said;
import tools.jackson.databind.JsonNode;

/// Holds rows of the documents' tables against pack.json: those of actions, by their ref, and of indicators, by code or title.
/// A table is one of these when it has a column for the action or the indicator and one that begins with "Rating".
final class RatedRows {

	private static final String RATING = "Rating";

	private final Map<String, JsonNode> actions = new HashMap<>();

	private final Map<String, JsonNode> kpis = new HashMap<>();

	private int compared;

	RatedRows(JsonNode results) {
		var twice = new ArrayList<String>();
		for (JsonNode section : results.get("sections")) {
			for (JsonNode action : section.path("actions")) {
				if (this.actions.put(Said.bare(action.path("ref").asString()), action) != null) {
					twice.add(Said.bare(action.path("ref").asString()));
				}
			}
		}
		// Plans may use the same refs; then a ref alone names no action.
		twice.forEach(this.actions::remove);
		for (JsonNode kpi : results.get("kpis")) {
			this.kpis.put(Said.bare(kpi.path("code").asString()), kpi);
			this.kpis.put(Said.bare(kpi.path("title").asString()), kpi);
		}
	}

	/// How many rows were held against pack.json.
	int compared() {
		return this.compared;
	}

	/// The differences, a sentence each.
	List<String> compare(String file, ReadBack read) {
		var differences = new ArrayList<String>();
		for (Part part : read.parts()) {
			if (part instanceof Part.Table table) {
				table(file, table, differences);
			}
		}
		return differences;
	}

	private void table(String file, Part.Table table, List<String> differences) {
		int rating = column(table, RATING);
		int ref = column(table, "Ref");
		int action = column(table, "Action");
		int indicator = column(table, "Indicator");
		if (rating < 0 || (ref < 0 || action < 0) && indicator < 0) {
			return;
		}
		for (List<Said> row : table.rows()) {
			var known = Optional.ofNullable(indicator < 0 ? this.actions.get(Said.bare(row.get(ref).words())) : this.kpis.get(Said.bare(row.get(indicator).words())));
			known.filter(_ -> isBadge(row.get(rating))).ifPresent(result -> {
				this.compared++;
				row(row.get(rating), table, row, result).forEach(words -> differences.add("%s, table '%s', row '%s': %s".formatted(file, table.caption(),
						Differences.shortened(row.get(indicator < 0 ? ref : indicator).words()), words)));
			});
		}
	}

	private static List<String> row(Said cell, Part.Table table, List<Said> row, JsonNode result) {
		var differences = new ArrayList<String>();
		var rating = Rag.valueOf(result.path("rating").asString()).words();
		if (!Said.bare(cell.words()).startsWith(Said.bare(rating))) {
			differences.add("it says %s where the document shows '%s'".formatted(rating, Differences.shortened(cell.words())));
		}
		int reason = column(table, "Reason");
		// A rating that was set by hand is explained by who set it and why, before the reason that the rules give.
		if (reason >= 0 && !result.path("override").isObject() && !Said.bare(row.get(reason).words()).equals(Said.bare(result.path("reason").asString()))) {
			differences.add("it gives another reason than the document's '%s'".formatted(Differences.shortened(row.get(reason).words())));
		}
		int latest = column(table, "Latest");
		if (latest >= 0 && result.path("value").isNumber()) {
			var printed = new Value.Number(result.path("value").decimalValue(BigDecimal.ZERO), result.path("decimals").asInt(0)).print();
			if (!row.get(latest).words().replace('\u2013', '\u2212').contains(printed)) {
				differences.add("it says %s where the document shows '%s'".formatted(printed, row.get(latest).words()));
			}
		}
		return differences;
	}

	private static boolean isBadge(Said cell) {
		return !cell.isEmpty() && cell.runs().getFirst().kind() == Said.Kind.BADGE;
	}

	private static int column(Part.Table table, String name) {
		return IntStream.range(0, table.header().size()).filter(i -> table.header().get(i).startsWith(name)).findFirst().orElse(-1);
	}

}

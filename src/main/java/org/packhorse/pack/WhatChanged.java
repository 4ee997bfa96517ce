package org.packhorse.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.packhorse.pack.EditionChanges.Difference;
import org.packhorse.pack.EditionChanges.Moved;
import org.packhorse.pack.EditionChanges.Stated;
import org.packhorse.rag.Rag;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Holds what two editions say against each other, by their pack.json as it was published: readers of both learn nothing that they do not
/// have already.
@Component
public class WhatChanged {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String NOT_THERE = "not there";

	private final PublishedFiles files;

	WhatChanged(PublishedFiles files) {
		this.files = files;
	}

	/// Something that is rated.
	private record Rated(String kind, String ref, String title, String rating) {
	}

	/// What differs in an edition from the one before it.
	public EditionChanges between(Edition before, Edition now) {
		return compared(now, Optional.of(before));
	}

	/// What an edition says of itself, where there is none before it.
	public EditionChanges of(Edition now) {
		return compared(now, Optional.empty());
	}

	private EditionChanges compared(Edition now, Optional<Edition> before) {
		var is = results(now);
		if (is instanceof Results.Missing missing) {
			return EditionChanges.refused(missing.why());
		}
		var was = before.map(this::results);
		if (was.isPresent() && was.get() instanceof Results.Missing missing) {
			return EditionChanges.refused("%s: %s".formatted(before.orElseThrow().name(), missing.why()));
		}
		var found = ((Results.Found) is).results();
		return new EditionChanges(stated(found.path("movement")), was.map(there -> differences(((Results.Found) there).results(), found)).orElse(List.of()), "");
	}

	/// What an edition's pack.json holds, or why that cannot be told.
	private sealed interface Results {

		record Found(JsonNode results) implements Results {
		}

		record Missing(String why) implements Results {
		}

	}

	private Results results(Edition edition) {
		return switch (this.files.file(edition, PackMaker.RESULTS).orElse(new EditionFile.Refused("This edition has no pack.json, which would be compared."))) {
			case EditionFile.Whole whole -> parsed(whole.bytes());
			case EditionFile.Refused refused -> new Results.Missing(refused.why());
		};
	}

	private static Results parsed(byte[] bytes) {
		try {
			return new Results.Found(JSON.readTree(bytes));
		}
		catch (JacksonException ex) {
			return new Results.Missing("The pack.json of this edition does not hold what one holds.");
		}
	}

	private static @Nullable Stated stated(JsonNode movement) {
		var since = movement.path("since").asString("");
		if (since.isEmpty()) {
			return null;
		}
		var moved = new ArrayList<Moved>();
		movement.path("list").forEach(each -> moved.add(moved(each)));
		movement.path("kpis").forEach(each -> moved.add(moved(each)));
		int version = movement.path("sinceVersion").asInt(0);
		return new Stated(Wording.day(LocalDate.parse(since)) + (version == 0 ? "" : " (version %d)".formatted(version)), count(movement, "worse"), count(movement, "better"),
				count(movement, "new"), count(movement, "closed"), count(movement, "dateMoved"), moved);
	}

	private static int count(JsonNode movement, String name) {
		return movement.path(name).asInt(0);
	}

	private static Moved moved(JsonNode each) {
		var before = each.path("dueBefore").asString("");
		var now = each.path("dueNow").asString("");
		boolean same = before.equals(now);
		return new Moved(each.path("what").asString(""), each.path("ref").asString(""), rating(each.path("from")), rating(each.path("to")), same ? "" : before, same ? "" : now);
	}

	private static String rating(JsonNode name) {
		for (Rag rag : Rag.values()) {
			if (rag.name().equals(name.asString(""))) {
				return rag.words();
			}
		}
		return name.asString("");
	}

	private static List<Difference> differences(JsonNode before, JsonNode now) {
		var was = rated(before);
		var is = rated(now);
		var differences = new ArrayList<Difference>();
		is.forEach((key, each) -> {
			var then = was.get(key);
			if (then == null || !then.rating().equals(each.rating())) {
				differences.add(new Difference(each.kind(), each.ref(), each.title(), then == null ? NOT_THERE : then.rating(), each.rating()));
			}
		});
		was.forEach((key, each) -> {
			if (!is.containsKey(key)) {
				differences.add(new Difference(each.kind(), each.ref(), each.title(), each.rating(), NOT_THERE));
			}
		});
		return differences;
	}

	private static Map<String, Rated> rated(JsonNode results) {
		var rated = new LinkedHashMap<String, Rated>();
		results.path("plans").forEach(plan -> rated.put("plan " + plan.path("code").asString(""), rated("Plan", "code", "title", plan)));
		results.path("sections").forEach(section -> rated.put("section " + section.path("plan").asString("") + " " + section.path("no").asString(""), rated("Section", "no", "title", section)));
		results.path("sections").forEach(section -> section.path("actions")
			.forEach(action -> rated.put("action " + section.path("plan").asString("") + " " + action.path("ref").asString(""), rated("Action", "ref", "action", action))));
		results.path("kpis").forEach(kpi -> rated.put("kpi " + kpi.path("code").asString(""), rated("Indicator", "code", "title", kpi)));
		return rated;
	}

	private static Rated rated(String kind, String ref, String title, JsonNode node) {
		return new Rated(kind, node.path(ref).asString(""), node.path(title).asString(""), rating(node.path("rating")));
	}

}

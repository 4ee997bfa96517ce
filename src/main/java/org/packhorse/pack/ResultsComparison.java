package org.packhorse.pack;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.packhorse.writer.PackFormat;
import org.packhorse.writer.ReadBack;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Compares an edition's pack.json with what its snapshot gives, and with what was read in its documents.
final class ResultsComparison {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Differences differences = new Differences(PackMaker.RESULTS);

	private final @Nullable JsonNode results;

	/// A file that is missing or no JSON is said to be, once.
	ResultsComparison(Path file) throws IOException {
		this.results = Files.isRegularFile(file) ? parsed(file) : null;
		if (this.results == null) {
			this.differences.add("the file is missing, or does not hold what a pack.json holds");
		}
	}

	private static @Nullable JsonNode parsed(Path file) throws IOException {
		try {
			var results = JSON.readTree(Files.readAllBytes(file));
			return results.path("sections").isArray() && results.path("kpis").isArray() && results.path("plans").isArray() ? results : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	/// With what the snapshot gives.
	void with(byte[] expected, List<String> proved) {
		if (this.results != null) {
			node("", JSON.readTree(expected), this.results);
			if (this.differences.isEmpty()) {
				proved.add("pack.json says what the snapshot says.");
			}
		}
	}

	/// With itself, and with the rated rows of the documents.
	void with(Map<PackFormat, ReadBack> read, List<String> proved) {
		if (this.results != null) {
			int before = this.differences.count();
			this.results.get("sections").forEach(this::counts);
			var rows = new RatedRows(this.results);
			read.forEach((format, found) -> rows.compare(format.title(), found).forEach(this.differences::add));
			if (this.differences.count() == before) {
				proved.add("pack.json agrees with itself and with %d rated rows of the documents.".formatted(rows.compared()));
			}
		}
	}

	/// What was found, a sentence each.
	List<String> differences() {
		return this.differences.sentences();
	}

	private void node(String path, JsonNode expected, JsonNode found) {
		if (expected.isObject() && found.isObject()) {
			var names = new LinkedHashSet<>(expected.propertyNames());
			names.addAll(found.propertyNames());
			names.forEach(name -> node(path + "/" + name, expected.path(name), found.path(name)));
		}
		else if (expected.isArray() && found.isArray()) {
			for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
				node(path + "/" + (i + 1) + named(expected.path(i)), expected.path(i), found.path(i));
			}
		}
		else if (!same(expected, found)) {
			this.differences.add("%s: expected %s, found %s".formatted(path.substring(1), said(expected), said(found)));
		}
	}

	private static String named(JsonNode item) {
		var name = item.has("ref") ? item.path("ref").asString() : item.has("code") ? item.path("code").asString() : item.path("no").asString("");
		return name.isEmpty() ? "" : " (" + name + ")";
	}

	private static boolean same(JsonNode expected, JsonNode found) {
		return expected.isNumber() && found.isNumber() ? expected.decimalValue().compareTo(found.decimalValue()) == 0 : expected.equals(found);
	}

	private static String said(JsonNode node) {
		return node.isMissingNode() ? "nothing" : Differences.shortened(node.toString());
	}

	/// The numbers by rating are those of the actions.
	private void counts(JsonNode section) {
		var counted = new HashMap<String, Integer>();
		section.path("actions").forEach(action -> counted.merge(action.path("rating").asString(), 1, Integer::sum));
		section.path("counts").properties().forEach(count -> {
			int actions = counted.getOrDefault(count.getKey(), 0);
			if (count.getValue().decimalValue(BigDecimal.ZERO).compareTo(BigDecimal.valueOf(actions)) != 0) {
				this.differences.add("section %s counts %s as %s, its actions are %d".formatted(section.path("no").asString(), count.getKey(), count.getValue(), actions));
			}
		});
	}

}

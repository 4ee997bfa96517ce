package org.packhorse.cli;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Results as JSON, indented.
final class Json {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private Json() {
	}

	static String of(Object data) {
		return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(data);
	}

	/// JSON that was kept as text.
	static JsonNode read(String text) {
		return MAPPER.readTree(text);
	}

}

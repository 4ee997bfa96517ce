package org.packhorse.run;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What travels to a worker: the numbers under which Batch's books have the partition, as JSON, and nothing else.
///
/// @param step the name of the step, by which a worker knows what to do
/// @param job the number of the job's execution
/// @param execution the number of the partition's own
record PartitionMessage(String step, long job, long execution) {

	/// The property by which a worker takes what is of its own software alone.
	static final String SOFTWARE = "software";

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	String text() {
		return JSON.writeValueAsString(this);
	}

	/// Throws where the words are no partition.
	static PartitionMessage read(String text) {
		try {
			return JSON.readValue(text, PartitionMessage.class);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("a message of the queue is no partition of a run", ex);
		}
	}

	/// What a broker is asked for by a worker of this software.
	static String selector(String software) {
		return "%s = '%s'".formatted(SOFTWARE, software.replace("'", "''"));
	}

}

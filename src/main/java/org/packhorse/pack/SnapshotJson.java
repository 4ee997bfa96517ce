package org.packhorse.pack;

import java.nio.charset.StandardCharsets;

import org.packhorse.document.Bytes;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// Snapshots and results as JSON whose bytes are always the same for the same content.
final class SnapshotJson {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
		.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
		.addModule(new SimpleModule().addSerializer(Bytes.class, new BytesWriter()).addDeserializer(Bytes.class, new BytesReader()))
		.build();

	private SnapshotJson() {
	}

	static byte[] of(Snapshot snapshot) {
		return MAPPER.writeValueAsBytes(snapshot);
	}

	static Snapshot read(byte[] json) {
		return MAPPER.readValue(json, Snapshot.class);
	}

	/// Any plain data, indented for people.
	static byte[] pretty(Object data) {
		var text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(data).replace("\r\n", "\n");
		return (text + "\n").getBytes(StandardCharsets.UTF_8);
	}

	/// Any plain data as a tree.
	static JsonNode tree(Object data) {
		return MAPPER.valueToTree(data);
	}

	static Manifest manifest(byte[] json) {
		return MAPPER.readValue(json, Manifest.class);
	}

	private static final class BytesWriter extends ValueSerializer<Bytes> {

		@Override
		public void serialize(Bytes bytes, JsonGenerator json, SerializationContext context) {
			json.writeBinary(bytes.array());
		}

	}

	private static final class BytesReader extends ValueDeserializer<Bytes> {

		@Override
		public Bytes deserialize(JsonParser json, DeserializationContext context) {
			return Bytes.of(json.getBinaryValue());
		}

	}

}

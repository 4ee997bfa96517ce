package org.packhorse.pack;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.packhorse.document.Bytes;
import org.packhorse.kpi.Kpi;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
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
		.addModule(new SimpleModule().addSerializer(Bytes.class, new BytesWriter()).addDeserializer(Bytes.class, new BytesReader())
			.addSerializer(PublishedLines.class, new PublishedLines.Writer())
			.addSerializer(FrozenSeries.Figure.class, new FigureWriter()).addDeserializer(FrozenSeries.Figure.class, new FigureReader()))
		.build();

	/// Lines end alike on every system.
	private static final ObjectWriter PRETTY = MAPPER.writer().with(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

	private static final int FIRST_SIZE = 1 << 16;

	private SnapshotJson() {
	}

	static byte[] of(Snapshot snapshot) {
		return SnapshotText.of(snapshot).json();
	}

	/// The name and the JSON of each property, in the order of the record; one that is left out where there is nothing is left out.
	static void properties(Snapshot snapshot, BiConsumer<String, byte[]> properties) {
		for (RecordComponent component : Snapshot.class.getRecordComponents()) {
			var value = value(component, snapshot);
			if (value != null || !component.getAccessor().isAnnotationPresent(JsonInclude.class)) {
				properties.accept(component.getName(), MAPPER.writeValueAsBytes(value));
			}
		}
	}

	private static @Nullable Object value(RecordComponent component, Snapshot snapshot) {
		try {
			return component.getName().equals("kpis") ? FrozenSeries.of(snapshot.kpis()) : component.getAccessor().invoke(snapshot);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("a snapshot's own properties can be read", ex);
		}
	}

	static Snapshot read(byte[] json) {
		return MAPPER.readValue(json, Snapshot.class);
	}

	/// Any plain data, indented for people.
	static byte[] pretty(Object data) {
		var text = new ByteArrayOutputStream(FIRST_SIZE);
		PRETTY.writeValue(text, data);
		text.write('\n');
		return text.toByteArray();
	}

	/// Any plain data on one line.
	static String line(Object data) {
		return MAPPER.writeValueAsString(data);
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

	private static final class FigureWriter extends ValueSerializer<FrozenSeries.Figure> {

		@Override
		public void serialize(FrozenSeries.Figure figure, JsonGenerator json, SerializationContext context) {
			var value = figure.value();
			boolean both = value != null && !figure.symbol().isEmpty();
			if (both) {
				json.writeStartArray();
			}
			if (value != null) {
				json.writeNumber(value);
			}
			if (!figure.symbol().isEmpty()) {
				json.writeString(figure.symbol());
			}
			if (both) {
				json.writeEndArray();
			}
			if (value == null && figure.symbol().isEmpty()) {
				json.writeNull();
			}
		}

	}

	private static final class FigureReader extends ValueDeserializer<FrozenSeries.Figure> {

		@Override
		public FrozenSeries.Figure deserialize(JsonParser json, DeserializationContext context) {
			if (!json.isExpectedStartArrayToken()) {
				return one(json);
			}
			json.nextToken();
			var value = json.getDecimalValue();
			var figure = new FrozenSeries.Figure(value, Objects.requireNonNull(json.nextStringValue()));
			json.nextToken();
			return figure;
		}

		private static FrozenSeries.Figure one(JsonParser json) {
			return json.currentToken().isNumeric() ? new FrozenSeries.Figure(json.getDecimalValue(), "") : new FrozenSeries.Figure(null, json.getString());
		}

		@Override
		public FrozenSeries.Figure getNullValue(DeserializationContext context) {
			return new FrozenSeries.Figure(null, "");
		}

	}

	/// Snapshots of older programs have every figure as an object of its own.
	static final class SeriesReader extends ValueDeserializer<List<Kpi.Series>> {

		@Override
		public List<Kpi.Series> deserialize(JsonParser json, DeserializationContext context) {
			return json.isExpectedStartArrayToken() ? List.of(context.readValue(json, Kpi.Series[].class)) : context.readValue(json, FrozenSeries.class).series();
		}

	}

}

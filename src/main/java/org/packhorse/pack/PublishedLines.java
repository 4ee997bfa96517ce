package org.packhorse.pack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.packhorse.kpi.Kpi;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/// Other areas' figures in `pack.json`, each on a line of its own. Each pack has thousands, and the packs of one run the very same: a
/// line is written once for all of them.
///
/// @param figures published for the period of the reading that they stand beside
/// @param neighbours what is said of the statistical neighbours, in the last line, or null
record PublishedLines(List<Kpi.Benchmark> figures, @Nullable Map<String, @Nullable Object> neighbours) {

	/// Some five megabytes.
	private static final int MOST_KEPT = 20_000;

	/// By the object itself, which the packs of a run share; looking into it would take as long as writing it.
	private static final Map<Same, SerializableString> KEPT = new ConcurrentHashMap<>();

	private static final SerializedString BETWEEN = new SerializedString(",\n      ");

	private record Same(Kpi.Benchmark figure) {

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Same same && same.figure == this.figure;
		}

		@Override
		public int hashCode() {
			return System.identityHashCode(this.figure);
		}

	}

	private static SerializableString line(Kpi.Benchmark figure) {
		var same = new Same(figure);
		var line = KEPT.get(same);
		if (line == null) {
			if (KEPT.size() >= MOST_KEPT) {
				KEPT.clear();
			}
			line = new SerializedString(SnapshotJson.line(data(figure)));
			KEPT.put(same, line);
		}
		return line;
	}

	private static Map<String, @Nullable Object> data(Kpi.Benchmark figure) {
		var data = new LinkedHashMap<String, @Nullable Object>();
		data.put("area", figure.area());
		data.put("name", figure.areaName());
		data.put("periodEnd", figure.periodEnd());
		data.put("value", PackJson.plain(figure.value()));
		data.put("symbol", figure.symbol());
		data.put("source", figure.source());
		return data;
	}

	static final class Writer extends ValueSerializer<PublishedLines> {

		@Override
		public void serialize(PublishedLines lines, JsonGenerator json, SerializationContext context) {
			json.writeRawValue("[ ");
			var between = new SerializedString("");
			for (Kpi.Benchmark figure : lines.figures()) {
				json.writeRaw(between);
				json.writeRaw(line(figure));
				between = BETWEEN;
			}
			if (lines.neighbours() != null) {
				json.writeRaw(between);
				json.writeRaw(SnapshotJson.line(lines.neighbours()));
			}
			json.writeRaw(" ]");
		}

	}

}

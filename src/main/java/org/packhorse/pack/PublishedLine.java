package org.packhorse.pack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.packhorse.kpi.Kpi;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/// Another area's figure in `pack.json`, on a line of its own. Each pack has thousands, and the packs of one run the very same: a line
/// is written once for all of them.
///
/// @param figure published for the period of the reading that it stands beside
record PublishedLine(Kpi.Benchmark figure) {

	/// Some five megabytes.
	private static final int MOST_KEPT = 20_000;

	/// By the object itself, which the packs of a run share; looking into it would take as long as writing it.
	private static final Map<Same, SerializableString> KEPT = new ConcurrentHashMap<>();

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

	private SerializableString line() {
		var same = new Same(this.figure);
		var line = KEPT.get(same);
		if (line == null) {
			if (KEPT.size() >= MOST_KEPT) {
				KEPT.clear();
			}
			line = new SerializedString(SnapshotJson.line(data()));
			KEPT.put(same, line);
		}
		return line;
	}

	private Map<String, @Nullable Object> data() {
		var data = new LinkedHashMap<String, @Nullable Object>();
		data.put("area", this.figure.area());
		data.put("name", this.figure.areaName());
		data.put("periodEnd", this.figure.periodEnd());
		data.put("value", PackJson.plain(this.figure.value()));
		data.put("symbol", this.figure.symbol());
		data.put("source", this.figure.source());
		return data;
	}

	static final class Writer extends ValueSerializer<PublishedLine> {

		@Override
		public void serialize(PublishedLine line, JsonGenerator json, SerializationContext context) {
			json.writeRawValue(line.line());
		}

	}

}

package org.packhorse.pack;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The JSON of a snapshot, property by property: each is written once, for what is kept and for the fingerprint.
final class SnapshotText {

	/// What can differ between editions that say the same.
	private static final Set<String> FORM = Set.of("version", "formats", "erratum");

	private final Map<String, byte[]> properties = new LinkedHashMap<>();

	private SnapshotText() {
	}

	static SnapshotText of(Snapshot snapshot) {
		var text = new SnapshotText();
		SnapshotJson.properties(snapshot, text.properties::put);
		return text;
	}

	/// The whole.
	byte[] json() {
		var json = new ByteArrayOutputStream(this.properties.values().stream().mapToInt(value -> value.length).sum() + 1024);
		var before = '{';
		for (Map.Entry<String, byte[]> property : this.properties.entrySet()) {
			json.write(before);
			json.writeBytes(("\"" + property.getKey() + "\":").getBytes(StandardCharsets.UTF_8));
			json.writeBytes(property.getValue());
			before = ',';
		}
		json.write('}');
		return json.toByteArray();
	}

	/// SHA-256 of what it says and of the software that says it, whatever its version number, its formats and the final before it.
	String fingerprint() {
		var digest = Sha256.digest();
		this.properties.forEach((name, value) -> {
			if (!FORM.contains(name)) {
				digest.update((name + ":").getBytes(StandardCharsets.UTF_8));
				digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(value.length).array());
				digest.update(value);
			}
		});
		digest.update(Software.current().getBytes(StandardCharsets.UTF_8));
		return Sha256.hex(digest);
	}

}

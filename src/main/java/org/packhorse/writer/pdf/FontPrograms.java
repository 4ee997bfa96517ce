package org.packhorse.writer.pdf;

import java.util.LinkedHashMap;
import java.util.Map;

import org.packhorse.document.Bytes;
import org.packhorse.writer.packing.Zlib;

/// Fonts packed for a PDF, kept for the next one: packs of many councils show the same characters of the same few faces. What is kept
/// are shapes of characters and nothing of what they say.
final class FontPrograms {

	/// Three faces for some houses, in a few sets of characters each.
	private static final int MOST = 24;

	private static final Map<Bytes, byte[]> PACKED = new LinkedHashMap<>(MOST, 0.75f, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<Bytes, byte[]> eldest) {
			return size() > MOST;
		}

	};

	private FontPrograms() {
	}

	/// The program as zlib packs it.
	static byte[] packed(Bytes program) {
		synchronized (PACKED) {
			var packed = PACKED.get(program);
			if (packed != null) {
				return packed;
			}
		}
		var packed = new Zlib().packed(program.array());
		synchronized (PACKED) {
			PACKED.put(program, packed);
		}
		return packed;
	}

}

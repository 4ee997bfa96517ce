package org.packhorse.template;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// Looks into a TrueType file for what a PDF needs of it, so that a font that cannot serve is named before a pack is made.
final class TrueType {

	private static final List<String> NEEDED = List.of("cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp");

	private static final int FIRST_TABLE = 12;

	private static final int ENTRY = 16;

	/// Where OS/2 says whether the font may be embedded, and the value that forbids it.
	private static final int MAY_EMBED = 8;

	private static final int FORBIDDEN = 2;

	private TrueType() {
	}

	/// Why the font cannot serve; null when it can.
	static @Nullable String fault(byte[] file) {
		var font = ByteBuffer.wrap(file);
		if (file.length < FIRST_TABLE || file.length < FIRST_TABLE + ENTRY * font.getShort(4)) {
			return "is cut off: it is not a whole TrueType font";
		}
		Map<String, Integer> tables = new HashMap<>();
		for (int i = 0; i < font.getShort(4); i++) {
			int entry = FIRST_TABLE + ENTRY * i;
			long end = Integer.toUnsignedLong(font.getInt(entry + 8)) + Integer.toUnsignedLong(font.getInt(entry + 12));
			if (end > file.length) {
				return "is cut off: it is not a whole TrueType font";
			}
			tables.put(new String(file, entry, 4, StandardCharsets.ISO_8859_1), font.getInt(entry + 8));
		}
		if (!tables.keySet().containsAll(NEEDED)) {
			return "has no TrueType letters in it";
		}
		var rights = tables.get("OS/2");
		return rights != null && (font.getShort(rights + MAY_EMBED) & 0xF) == FORBIDDEN ? "is a font whose licence forbids to embed it" : null;
	}

}

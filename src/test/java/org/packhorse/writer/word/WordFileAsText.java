package org.packhorse.writer.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;

/// The parts of a Word file by name, in the order they stand in it.
final class WordFileAsText {

	private WordFileAsText() {
	}

	static Map<String, byte[]> parts(byte[] file) throws IOException {
		var parts = new LinkedHashMap<String, byte[]>();
		try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
			for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				parts.put(entry.getName(), zip.readAllBytes());
			}
		}
		return parts;
	}

	/// One part's XML.
	static String part(byte[] file, String name) throws IOException {
		return new String(parts(file).get(name), StandardCharsets.UTF_8);
	}

}

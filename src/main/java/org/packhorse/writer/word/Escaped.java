package org.packhorse.writer.word;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Words made ready for a template of XML.
final class Escaped {

	private Escaped() {
	}

	static String of(String words) {
		var out = new ByteArrayOutputStream();
		var xml = new Xml(out, new Notices());
		xml.text(words);
		xml.flush();
		return out.toString(StandardCharsets.UTF_8);
	}

}

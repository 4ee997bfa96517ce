package org.packhorse.writer.word;

import java.io.StringWriter;

/// Words made ready for a template of XML.
final class Escaped {

	private Escaped() {
	}

	static String of(String words) {
		var out = new StringWriter();
		new Xml(out, new Notices()).text(words);
		return out.toString();
	}

}

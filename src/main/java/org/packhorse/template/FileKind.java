package org.packhorse.template;

import org.packhorse.document.Bytes;

/// The kinds of file that a house may bring, told by their first bytes and not by their names.
enum FileKind {

	PICTURE("a PNG or JPEG picture", "89504e47", "ffd8ff"),

	FONT("a TrueType font (.ttf)", "00010000", "74727565"),

	WORD("a Word document (.docx)", "504b0304");

	private final String words;

	private final String[] starts;

	FileKind(String words, String... starts) {
		this.words = words;
		this.starts = starts;
	}

	/// The kind as messages say it.
	String words() {
		return this.words;
	}

	boolean is(Bytes file) {
		var bytes = file.array();
		var start = java.util.HexFormat.of().formatHex(bytes, 0, Math.min(4, bytes.length));
		return java.util.Arrays.stream(this.starts).anyMatch(start::startsWith);
	}

}

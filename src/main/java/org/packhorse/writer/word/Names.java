package org.packhorse.writer.word;

/// The namespaces of the parts of a Word file.
final class Names {

	static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

	static final String R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

	static final String WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";

	static final String A = "http://schemas.openxmlformats.org/drawingml/2006/main";

	static final String PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture";

	static final String C = "http://schemas.openxmlformats.org/drawingml/2006/chart";

	static final String S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

	static final String MC = "http://schemas.openxmlformats.org/markup-compatibility/2006";

	static final String WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";

	private Names() {
	}

}

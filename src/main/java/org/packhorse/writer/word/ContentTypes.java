package org.packhorse.writer.word;

/// Writes the list of what each part of the package is, which stands first in the file.
final class ContentTypes {

	private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

	private ContentTypes() {
	}

	static void write(Xml xml, int charts, boolean theme) {
		xml.element("Types", () -> {
			kind(xml, "rels", "application/vnd.openxmlformats-package.relationships+xml");
			kind(xml, "xml", "application/xml");
			kind(xml, "png", "image/png");
			kind(xml, "jpeg", "image/jpeg");
			if (charts > 0) {
				kind(xml, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
			}
			part(xml, "/word/document.xml", WORD + "document.main+xml");
			for (var name : new String[] { "styles", "numbering", "settings", "header", "footer" }) {
				part(xml, "/word/" + name + ".xml", WORD + name + "+xml");
			}
			if (theme) {
				part(xml, "/word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml");
			}
			for (int i = 1; i <= charts; i++) {
				part(xml, "/word/charts/chart" + i + ".xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml");
			}
			part(xml, "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
			part(xml, "/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml");
		}, "xmlns", "http://schemas.openxmlformats.org/package/2006/content-types");
	}

	private static void kind(Xml xml, String ending, String type) {
		xml.empty("Default", "Extension", ending, "ContentType", type);
	}

	private static void part(Xml xml, String name, String type) {
		xml.empty("Override", "PartName", name, "ContentType", type);
	}

}

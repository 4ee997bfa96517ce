package org.packhorse.writer.word;

import java.util.Map;

import org.packhorse.document.Cover;

/// Writes what the file says about itself; its only date is the one up to which the pack's facts are known.
final class WordProperties {

	private static final Template SETTINGS = Template.of("settings.xml");

	private WordProperties() {
	}

	static void core(Xml xml, Cover cover) {
		var moment = cover.asAt() + "T00:00:00Z";
		xml.element("cp:coreProperties", () -> {
			xml.words("dc:title", cover.title());
			xml.words("dc:subject", cover.subtitle());
			xml.words("dc:creator", cover.organisation());
			xml.words("dc:language", cover.language());
			marked(xml, cover);
			xml.words("cp:lastModifiedBy", cover.organisation());
			xml.element("dcterms:created", () -> xml.text(moment), "xsi:type", "dcterms:W3CDTF");
			xml.element("dcterms:modified", () -> xml.text(moment), "xsi:type", "dcterms:W3CDTF");
		}, "xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties", "xmlns:dc", "http://purl.org/dc/elements/1.1/",
				"xmlns:dcterms", "http://purl.org/dc/terms/", "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
	}

	/// Programs that look after marked files read these; a pack without a marking has neither.
	private static void marked(Xml xml, Cover cover) {
		if (!cover.marking().isBlank()) {
			xml.words("cp:category", cover.marking());
			xml.words("cp:keywords", cover.marking());
		}
	}

	static void application(Xml xml, Cover cover) {
		xml.element("Properties", () -> {
			xml.words("Application", "Packhorse");
			xml.words("Company", cover.organisation());
		}, "xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties");
	}

	static void settings(Xml xml, Cover cover) {
		xml.raw(SETTINGS.with(Map.of("language", Escaped.of(cover.language()))));
	}

}

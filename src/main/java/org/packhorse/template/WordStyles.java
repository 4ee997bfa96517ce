package org.packhorse.template;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// Looks into a house's Word file for the styles that packs take from it.
final class WordStyles {

	private static final String STYLES = "word/styles.xml";

	private static final String KINDS = "[Content_Types].xml";

	private static final int LARGEST = 20_000_000;

	private WordStyles() {
	}

	/// Why the file cannot serve; null when it can.
	static @Nullable String fault(byte[] file) {
		try {
			var parts = parts(file);
			var kinds = new String(parts.getOrDefault(KINDS, new byte[0]), StandardCharsets.UTF_8);
			if (kinds.contains("spreadsheetml.sheet.main")) {
				return "is an Excel workbook, not " + FileKind.WORD.words();
			}
			if (!kinds.contains("wordprocessingml.document.main") && !kinds.contains("wordprocessingml.template.main")) {
				return "is not " + FileKind.WORD.words();
			}
			return parts.containsKey(STYLES) ? styles(parts.get(STYLES)) : "has no styles";
		}
		catch (IOException | IllegalArgumentException damaged) {
			return "is damaged: it cannot be unpacked";
		}
	}

	/// The two parts that are looked at.
	private static Map<String, byte[]> parts(byte[] file) throws IOException {
		Map<String, byte[]> parts = new HashMap<>();
		try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
			for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				if (entry.getName().equals(KINDS) || entry.getName().equals(STYLES)) {
					parts.put(entry.getName(), zip.readNBytes(LARGEST));
				}
			}
		}
		return parts;
	}

	private static @Nullable String styles(byte[] xml) throws IOException {
		try {
			var factory = DocumentBuilderFactory.newDefaultNSInstance();
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			var reader = factory.newDocumentBuilder();
			reader.setErrorHandler(new DefaultHandler());
			var styles = reader.parse(new ByteArrayInputStream(xml)).getElementsByTagNameNS("*", "style");
			return styles.getLength() == 0 ? "has no styles" : null;
		}
		catch (SAXException damaged) {
			return "is damaged: its styles cannot be read";
		}
		catch (ParserConfigurationException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}

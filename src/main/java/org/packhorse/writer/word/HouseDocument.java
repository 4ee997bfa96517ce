package org.packhorse.writer.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import javax.xml.parsers.ParserConfigurationException;

import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.util.XMLHelper;
import org.jspecify.annotations.Nullable;
import org.packhorse.document.Bytes;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// The styles that a house keeps in its own Word file. The house decides how a style looks; which list it belongs to,
/// and the styles that the house does not have, come from us.
final class HouseDocument {

	private static final String STYLES = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml";

	private static final String THEME = "application/vnd.openxmlformats-officedocument.theme+xml";

	/// What stands before a number in a paragraph's properties.
	private static final Set<String> BEFORE_NUMBER = Set.of("keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl");

	private final Document styles;

	private final byte @Nullable [] theme;

	private HouseDocument(Document styles, byte @Nullable [] theme) {
		this.styles = styles;
		this.theme = theme;
	}

	/// Reads the house's file.
	static HouseDocument read(Bytes house) {
		try (var opened = OPCPackage.open(new ByteArrayInputStream(house.array()))) {
			var styles = opened.getPartsByContentType(STYLES);
			if (styles.isEmpty()) {
				throw new IllegalArgumentException("The house's house.docx has no styles; open it in Word and save it again as .docx");
			}
			var themes = opened.getPartsByContentType(THEME);
			return new HouseDocument(parse(styles.getFirst()), themes.isEmpty() ? null : bytes(themes.getFirst()));
		}
		catch (InvalidFormatException | IOException | SAXException | OpenXML4JRuntimeException | UnsupportedFileFormatException ex) {
			throw new IllegalArgumentException("The house's house.docx is not a Word file (" + ex.getMessage()
					+ "); open it in Word and save it as .docx, without a password", ex);
		}
	}

	private static Document parse(PackagePart part) throws IOException, SAXException {
		try (InputStream in = part.getInputStream()) {
			return parse(new InputSource(in));
		}
	}

	/// POI's reader, which lets no file name another by a DTD.
	private static Document parse(InputSource source) throws IOException, SAXException {
		try {
			return XMLHelper.getDocumentBuilderFactory().newDocumentBuilder().parse(source);
		}
		catch (ParserConfigurationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] bytes(PackagePart part) throws IOException {
		try (var in = part.getInputStream()) {
			return in.readAllBytes();
		}
	}

	/// The house's styles with ours where it has none.
	WordStyles styles(String own) {
		var ownDocument = ownDocument(own);
		var ours = styles(ownDocument);
		speakOurLanguage(ownDocument);
		renameToOurs(ours);
		var house = styles(this.styles).stream().collect(Collectors.toMap(HouseDocument::id, style -> style, (first, _) -> first));
		house.values().forEach(HouseDocument::leaveLists);
		for (var style : ours) {
			var same = house.get(id(style));
			if (same == null) {
				this.styles.getDocumentElement().appendChild(this.styles.importNode(style, true));
			}
			else {
				joinList(same, style);
			}
		}
		return WordStyles.of(DomText.of(this.styles.getDocumentElement()), this.theme);
	}

	private static Document ownDocument(String own) {
		try {
			return parse(new InputSource(new StringReader(own)));
		}
		catch (IOException | SAXException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/// The language is the pack's, whatever the house's file was made in: screen readers go by it.
	private void speakOurLanguage(Document own) {
		var root = this.styles.getDocumentElement();
		var ours = (Element) own.getElementsByTagNameNS(Names.W, "lang").item(0);
		var languages = this.styles.getElementsByTagNameNS(Names.W, "lang");
		for (int i = 0; i < languages.getLength(); i++) {
			((Element) languages.item(i)).setAttributeNS(Names.W, "w:val", ours.getAttributeNS(Names.W, "val"));
		}
		var run = children(root, "docDefaults").stream()
			.flatMap(defaults -> children(defaults, "rPrDefault").stream())
			.flatMap(defaults -> children(defaults, "rPr").stream())
			.findFirst();
		if (run.isEmpty()) {
			children(root, "docDefaults").forEach(root::removeChild);
			root.insertBefore(this.styles.importNode(own.getElementsByTagNameNS(Names.W, "docDefaults").item(0), true), root.getFirstChild());
		}
		else if (children(run.get(), "lang").isEmpty()) {
			run.get().appendChild(this.styles.importNode(ours, true));
		}
	}

	private static List<Element> styles(Document document) {
		return children(document.getDocumentElement(), "style");
	}

	private static List<Element> children(Element parent, String name) {
		var children = new ArrayList<Element>();
		for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (child instanceof Element element && name.equals(element.getLocalName())) {
				children.add(element);
			}
		}
		return children;
	}

	private static String id(Element style) {
		return style.getAttributeNS(Names.W, "styleId");
	}

	private static String name(Element style) {
		return children(style, "name").stream().map(name -> name.getAttributeNS(Names.W, "val").toLowerCase(Locale.ROOT)).findFirst().orElse(id(style));
	}

	/// Word knows a style by its name and calls it by an id of the language it was made in ("berschrift1"): the ids become ours.
	private void renameToOurs(List<Element> ours) {
		var ids = ours.stream().collect(Collectors.toMap(HouseDocument::name, HouseDocument::id));
		var renamed = styles(this.styles).stream()
			.filter(style -> ids.containsKey(name(style)))
			.collect(Collectors.toMap(HouseDocument::id, style -> ids.get(name(style)), (first, _) -> first));
		for (var style : styles(this.styles)) {
			style.setAttributeNS(Names.W, "w:styleId", renamed.getOrDefault(id(style), id(style)));
			for (var reference : List.of("basedOn", "next", "link")) {
				children(style, reference).forEach(element -> rename(element, renamed));
			}
		}
	}

	private static void rename(Element reference, Map<String, String> renamed) {
		var id = reference.getAttributeNS(Names.W, "val");
		reference.setAttributeNS(Names.W, "w:val", renamed.getOrDefault(id, id));
	}

	/// The house's lists stay in its file, so a style cannot name them.
	private static void leaveLists(Element style) {
		for (var properties : children(style, "pPr")) {
			children(properties, "numPr").forEach(properties::removeChild);
		}
	}

	private static void joinList(Element house, Element ours) {
		var list = children(ours, "pPr").stream().flatMap(properties -> children(properties, "numPr").stream()).findFirst();
		list.ifPresent(number -> {
			var properties = children(house, "pPr").stream().findFirst().orElseGet(() -> withProperties(house));
			var before = properties.getFirstChild();
			while (before != null && (!(before instanceof Element) || BEFORE_NUMBER.contains(before.getLocalName()))) {
				before = before.getNextSibling();
			}
			properties.insertBefore(house.getOwnerDocument().importNode(number, true), before);
		});
	}

	/// Paragraph properties stand before those of runs, and after a style's names and flags.
	private static Element withProperties(Element style) {
		var properties = style.getOwnerDocument().createElementNS(Names.W, "w:pPr");
		var after = Set.of("rPr", "tblPr", "trPr", "tcPr", "tblStylePr");
		var before = style.getFirstChild();
		while (before != null && !(before instanceof Element && after.contains(before.getLocalName()))) {
			before = before.getNextSibling();
		}
		style.insertBefore(properties, before);
		return properties;
	}

}

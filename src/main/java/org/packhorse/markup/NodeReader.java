package org.packhorse.markup;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Position;
import org.packhorse.markup.Node.Element;

/// Reads XML into nodes: no document type, no entities of its own, and limits on size, depth and number of elements.
final class NodeReader {

	private static final int MOST_CHARACTERS = 30_000_000;

	private static final int MOST_ELEMENTS = 500_000;

	private static final int DEEPEST = 40;

	private static final Pattern ENTITY = Pattern.compile("entity \"([^\"]*)\" was referenced");

	private static final Pattern LINE = Pattern.compile("\\d{1,9}");

	private static final Pattern AT = Pattern.compile("<[a-z][a-z0-9-]* at=\"([^\"]*)\"");

	private final String file;

	private final Faults faults;

	private int elements;

	private String markup = "";

	/// The element last opened or, after an end tag, the one still open: where a fault of the XML is looked for.
	private Position latest;

	private final List<Element> open = new ArrayList<>();

	NodeReader(String file, Faults faults) {
		this.file = file;
		this.faults = faults;
		this.latest = new Position(file, 0);
	}

	/// The root element, or null when the markup cannot be read; the faults then say why.
	@Nullable Element read(Reader markup) throws IOException {
		try {
			this.markup = text(markup);
			var xml = factory().createXMLStreamReader(new StringReader(this.markup));
			try {
				return root(xml);
			}
			finally {
				xml.close();
			}
		}
		catch (XMLStreamException fault) {
			say(fault);
		}
		catch (Refused refused) {
			this.faults.add(this.latest, refused.fault, refused.remedy);
		}
		return null;
	}

	private static XMLInputFactory factory() {
		var factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
		factory.setProperty(XMLInputFactory.IS_COALESCING, true);
		// The parser takes the pack itself for an entity and would stop at 100,000 characters; the limits above stand instead.
		factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
		factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
		factory.setProperty("jdk.xml.entityExpansionLimit", "0");
		return factory;
	}

	private static String text(Reader markup) throws IOException {
		var text = new StringBuilder();
		var buffer = new char[8192];
		for (int read = markup.read(buffer); read >= 0; read = markup.read(buffer)) {
			text.append(buffer, 0, read);
			if (text.length() > MOST_CHARACTERS) {
				throw new Refused("The pack is too large: more than " + MOST_CHARACTERS + " characters", "Split it into several packs");
			}
		}
		return text.toString();
	}

	private @Nullable Element root(XMLStreamReader xml) throws XMLStreamException {
		Element root = null;
		while (xml.hasNext()) {
			switch (xml.next()) {
				case XMLStreamConstants.START_ELEMENT -> root = opened(xml, root);
				case XMLStreamConstants.END_ELEMENT -> closed();
				case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> words(xml.getText());
				case XMLStreamConstants.DTD -> throw new Refused("A document type (<!DOCTYPE …>) may not stand in pack markup",
						"Take it out; <pack> is the first thing");
				case XMLStreamConstants.ENTITY_REFERENCE -> throw new Refused("&" + xml.getLocalName() + "; is not known in pack markup",
						"Write the character itself, or &amp; for an ampersand");
				case XMLStreamConstants.PROCESSING_INSTRUCTION -> throw new Refused(
						"A processing instruction (<?…?>) may not stand in pack markup", "Take it out");
				default -> {
					// Comments and the ends of the document say nothing.
				}
			}
		}
		return root;
	}

	private Element opened(XMLStreamReader xml, @Nullable Element root) {
		var element = element(xml);
		this.latest = element.at();
		if (++this.elements > MOST_ELEMENTS || this.open.size() >= DEEPEST) {
			throw new Refused(this.elements > MOST_ELEMENTS ? "The pack has more than " + MOST_ELEMENTS + " elements"
					: "Elements stand more than " + DEEPEST + " deep in each other", "Split the pack, or look for a loop that does not end");
		}
		if (!this.open.isEmpty()) {
			this.open.getLast().nodes().add(element);
		}
		this.open.add(element);
		return root == null ? element : root;
	}

	private void closed() {
		this.open.removeLast();
	}

	private void words(String text) {
		if (!this.open.isEmpty()) {
			this.open.getLast().nodes().add(new Node.Text(text));
		}
	}

	private Element element(XMLStreamReader xml) {
		Map<String, String> attributes = new LinkedHashMap<>();
		for (int i = 0; i < xml.getAttributeCount(); i++) {
			attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
		}
		var at = position(attributes.remove(Vocabulary.AT), xml.getLocation().getLineNumber());
		return new Element(xml.getLocalName(), at, attributes, new ArrayList<>());
	}

	/// `at` is "file:line" where the template room has written it; markup that never was a template has lines of its own.
	private Position position(@Nullable String at, int line) {
		int colon = at == null ? -1 : at.lastIndexOf(':');
		if (at != null && colon > 0 && LINE.matcher(at).region(colon + 1, at.length()).matches()) {
			return new Position(at.substring(0, colon), Integer.parseInt(at.substring(colon + 1)));
		}
		return new Position(this.file, line);
	}

	private void say(XMLStreamException fault) {
		var words = String.valueOf(fault.getMessage()).replaceFirst("(?s).*Message: ", "").strip().replaceFirst("\\.$", "");
		var entity = ENTITY.matcher(words);
		if (this.open.isEmpty() && this.markup.isBlank()) {
			this.faults.add(this.latest, "The markup is empty", "Write a <pack> element");
		}
		else if (words.contains("must be terminated by the matching end-tag") || words.contains("must start and end within the same entity")) {
			sayNotClosed();
		}
		else if (words.contains("Attribute \"" + Vocabulary.AT + "\" was already")) {
			this.faults.add(nearest(fault), "An element has an attribute " + Vocabulary.AT, "Take it out; lines are counted without it");
		}
		else if (entity.find()) {
			this.faults.add(nearest(fault), "&" + entity.group(1) + "; is not known in pack markup",
					"Write the character itself; only &amp; &lt; &gt; &quot; and &apos; have names here");
		}
		else {
			this.faults.add(nearest(fault), "The markup is not well-formed here or just after: " + words,
					"Close every element, put quotes round attributes, and write &amp; for & and &lt; for < in words of your own");
		}
	}

	private void sayNotClosed() {
		var element = this.open.getLast();
		this.faults.add(element.at(), "<" + element.name() + "> is not closed where it should be",
				"Write </" + element.name() + ">, and close elements in the order opposite to opening");
	}

	/// The position in the last start tag that begins before the fault, be the tag itself well-formed or not.
	private Position nearest(XMLStreamException fault) {
		var before = this.markup.lines().limit(fault.getLocation().getLineNumber()).toList();
		for (var line : before.reversed()) {
			var found = line == before.getLast() ? start(line, fault.getLocation().getColumnNumber()) : line;
			var at = AT.matcher(found).results().reduce((_, last) -> last);
			if (at.isPresent()) {
				return position(at.get().group(1), 0);
			}
		}
		return new Position(this.file, fault.getLocation().getLineNumber());
	}

	private static String start(String line, int column) {
		return line.substring(0, Math.clamp(column, 0, line.length()));
	}

	/// Reading stops here.
	private static final class Refused extends RuntimeException {

		private static final long serialVersionUID = 1;

		private final String fault;

		private final String remedy;

		Refused(String fault, String remedy) {
			super(fault);
			this.fault = fault;
			this.remedy = remedy;
		}

	}

}

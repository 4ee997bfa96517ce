package org.packhorse.writer.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.ParserConfigurationException;

import org.apache.poi.util.XMLHelper;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// Ways through a tree of XML.
final class Nodes {

	private Nodes() {
	}

	/// POI's reader, which lets no file name another by a DTD.
	static Element root(byte[] xml) {
		try {
			return XMLHelper.getDocumentBuilderFactory().newDocumentBuilder().parse(new ByteArrayInputStream(xml)).getDocumentElement();
		}
		catch (IOException | SAXException | ParserConfigurationException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	static Stream<Element> children(Element parent) {
		var nodes = parent.getChildNodes();
		return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).filter(Element.class::isInstance).map(Element.class::cast);
	}

	static Stream<Element> all(Element parent) {
		return children(parent).flatMap(child -> Stream.concat(Stream.of(child), all(child)));
	}

	static Stream<Element> children(Element parent, String name) {
		return children(parent).filter(child -> name.equals(child.getLocalName()));
	}

	static Stream<Element> all(Element parent, String name) {
		return all(parent).filter(child -> name.equals(child.getLocalName()));
	}

	/// The value of the first element of this name.
	static Optional<String> value(Element parent, String name) {
		return all(parent, name).findFirst().map(node -> node.getAttribute("w:val"));
	}

	static Element child(Element parent, String name) {
		return children(parent, name).findFirst().orElseThrow(() -> new IllegalArgumentException("there is no " + name + " in " + parent.getLocalName()));
	}

	static Element find(Element parent, String name) {
		return all(parent, name).findFirst().orElseThrow(() -> new IllegalArgumentException("there is no " + name + " in " + parent.getLocalName()));
	}

}

package org.packhorse.writer.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// Ways through a tree of XML.
final class Nodes {

	private Nodes() {
	}

	static Element root(byte[] xml) {
		try {
			var factory = DocumentBuilderFactory.newInstance();
			factory.setNamespaceAware(true);
			return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml)).getDocumentElement();
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

	static Element child(Element parent, String name) {
		return children(parent).filter(child -> name.equals(child.getLocalName())).findFirst().orElseThrow(() -> new AssertionError("no " + name));
	}

	static Element find(Element parent, String name) {
		return all(parent).filter(child -> name.equals(child.getLocalName())).findFirst().orElseThrow(() -> new AssertionError("no " + name));
	}

}

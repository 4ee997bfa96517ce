package org.packhorse.markup;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.packhorse.document.Position;

/// Markup as it was read, before anybody asks what it means.
sealed interface Node {

	/// An element, where it was written, with what stands in it.
	record Element(String name, Position at, Map<String, String> attributes, List<Node> nodes) implements Node {

		List<Element> elements() {
			return this.nodes.stream().filter(Element.class::isInstance).map(Element.class::cast).toList();
		}

		List<Element> elements(String name) {
			return elements().stream().filter(element -> element.name().equals(name)).toList();
		}

		/// The words that stand straight in the element, as they were written.
		String words() {
			return this.nodes.stream().map(node -> node instanceof Text text ? text.text() : "").collect(Collectors.joining());
		}

	}

	/// A run of characters.
	record Text(String text) implements Node {
	}

}

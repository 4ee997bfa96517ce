package org.packhorse.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.packhorse.document.Position;

/// Markup as it was read, before anybody asks what it means.
sealed interface Node {

	/// An element, where it was written, with what stands in it.
	record Element(String name, Position at, Map<String, String> attributes, List<Node> nodes) implements Node {

		List<Element> elements() {
			var elements = new ArrayList<Element>(this.nodes.size());
			for (Node node : this.nodes) {
				if (node instanceof Element element) {
					elements.add(element);
				}
			}
			return elements;
		}

		List<Element> elements(String name) {
			return elements().stream().filter(element -> element.name().equals(name)).toList();
		}

		/// The words that stand straight in the element, as they were written.
		String words() {
			if (this.nodes.size() == 1) {
				return this.nodes.getFirst() instanceof Text text ? text.text() : "";
			}
			var words = new StringBuilder();
			for (Node node : this.nodes) {
				if (node instanceof Text text) {
					words.append(text.text());
				}
			}
			return words.toString();
		}

	}

	/// A run of characters.
	record Text(String text) implements Node {
	}

}

package org.packhorse.writer.word;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.packhorse.document.Block.Numbered;
import org.w3c.dom.Element;

/// Works out from a file's lists and styles which number a reader sees before a paragraph.
final class PrintedNumbers {

	private final Map<String, Element> abstracts = new HashMap<>();

	private final Map<String, Element> lists = new HashMap<>();

	private final Map<String, Element> styles = new HashMap<>();

	private final Map<String, TreeMap<Integer, Integer>> counts = new HashMap<>();

	PrintedNumbers(Element numbering, Element styles) {
		Nodes.children(numbering).forEach(node -> {
			(node.hasAttribute("w:abstractNumId") ? this.abstracts : this.lists)
				.put(node.getAttribute(node.hasAttribute("w:abstractNumId") ? "w:abstractNumId" : "w:numId"), node);
		});
		Nodes.children(styles).forEach(style -> this.styles.put(style.getAttribute("w:styleId"), style));
	}

	static String style(Element paragraph) {
		return Nodes.value(paragraph, "pStyle").orElse("");
	}

	/// The number of this paragraph, or blank; paragraphs must be asked about in their order.
	String of(Element paragraph) {
		var own = Nodes.all(paragraph, "numPr").findFirst();
		var styled = Optional.ofNullable(this.styles.get(style(paragraph)))
			.flatMap(style -> Nodes.all(style, "numPr").findFirst());
		return own.or(() -> styled).map(mark -> print(Nodes.value(mark, "numId").orElseThrow(), Integer.parseInt(Nodes.value(mark, "ilvl").orElse("0")))).orElse("");
	}

	private String print(String list, int level) {
		if ("0".equals(list)) {
			return "";
		}
		var definition = this.abstracts.get(Nodes.value(this.lists.get(list), "abstractNumId").orElseThrow());
		var counts = this.counts.computeIfAbsent(list, _ -> new TreeMap<>());
		for (int i = 0; i < level; i++) {
			counts.putIfAbsent(i, start(definition, i));
		}
		counts.tailMap(level, false).clear();
		counts.compute(level, (_, count) -> count == null ? start(definition, level) : count + 1);
		var text = Nodes.value(level(definition, level), "lvlText").orElseThrow();
		for (var count : counts.entrySet()) {
			text = text.replace("%" + (count.getKey() + 1), format(Nodes.value(level(definition, count.getKey()), "numFmt").orElseThrow(), count.getValue()));
		}
		return text;
	}

	private static String format(String kind, int count) {
		return switch (kind) {
			case "lowerLetter" -> String.valueOf((char) ('a' + (count - 1) % 26)).repeat((count - 1) / 26 + 1);
			case "lowerRoman" -> Numbered.Style.ROMAN.mark(count - 1).replace(")", "");
			default -> String.valueOf(count);
		};
	}

	private static int start(Element definition, int level) {
		return Integer.parseInt(Nodes.value(level(definition, level), "start").orElseThrow());
	}

	private static Element level(Element definition, int level) {
		return Nodes.children(definition).filter(node -> node.getAttribute("w:ilvl").equals(String.valueOf(level))).findFirst().orElseThrow();
	}

}

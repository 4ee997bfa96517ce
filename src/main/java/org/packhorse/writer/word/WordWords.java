package org.packhorse.writer.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.packhorse.writer.Said;
import org.packhorse.writer.Said.Run;
import org.w3c.dom.Element;

/// Reads the words of a Word file's paragraphs, with the numbers before them, badges and links.
final class WordWords {

	private final Map<String, String> fills = new HashMap<>();

	private final Map<String, String> targets = new HashMap<>();

	private final Map<String, String> bookmarks = new HashMap<>();

	private final Map<Element, String> numbers = new IdentityHashMap<>();

	WordWords(Map<String, byte[]> file, Element body) {
		var styles = Nodes.root(file.get("word/styles.xml"));
		Nodes.children(styles, "style")
			.forEach(style -> Nodes.all(style, "shd").findFirst().ifPresent(shade -> this.fills.put(style.getAttribute("w:styleId"), shade.getAttribute("w:fill"))));
		Nodes.children(Nodes.root(file.get("word/_rels/document.xml.rels")))
			.forEach(relation -> this.targets.put(relation.getAttribute("Id"), relation.getAttribute("Target")));
		var printed = new PrintedNumbers(Nodes.root(file.get("word/numbering.xml")), styles);
		Nodes.children(body, "p").forEach(paragraph -> this.numbers.put(paragraph, printed.of(paragraph)));
		this.numbers.forEach((paragraph, number) -> Nodes.children(paragraph, "bookmarkStart")
			.forEach(mark -> this.bookmarks.put(mark.getAttribute("w:name"), number + " " + said(paragraph).words())));
	}

	/// What Word prints before a paragraph of the body, or blank.
	String number(Element paragraph) {
		return this.numbers.getOrDefault(paragraph, "");
	}

	/// The part of the file that a relation names.
	String part(String relation) {
		return "word/" + this.targets.get(relation);
	}

	Said said(Element paragraph) {
		var runs = new ArrayList<Run>();
		gather(paragraph, runs);
		return new Said(runs);
	}

	private void gather(Element parent, List<Run> runs) {
		Nodes.children(parent).forEach(node -> {
			switch (node.getLocalName()) {
				case "r" -> runs.add(run(node));
				case "hyperlink" -> runs.add(Run.link(said(node).words(), target(node)));
				default -> gather(node, runs);
			}
		});
	}

	private Run run(Element run) {
		var shape = Nodes.children(run, "AlternateContent").flatMap(either -> Nodes.all(either, "docPr")).findFirst();
		if (shape.isPresent()) {
			return Run.sparkline(shape.get().getAttribute("descr"));
		}
		var words = new StringBuilder();
		Nodes.children(run).forEach(node -> {
			switch (node.getLocalName()) {
				case "t" -> words.append(node.getTextContent());
				case "br", "tab" -> words.append('\n');
				default -> { /* properties, drawings and fields */ }
			}
		});
		var style = Nodes.value(run, "rStyle").orElse("");
		var own = Nodes.all(run, "shd").findFirst().map(shade -> shade.getAttribute("w:fill"));
		return style.startsWith("Badge") ? Run.badge(words.toString(), own.orElse(this.fills.getOrDefault(style, ""))) : Run.plain(words.toString());
	}

	private String target(Element link) {
		return link.hasAttribute("r:id") ? this.targets.getOrDefault(link.getAttribute("r:id"), "")
				: "#" + this.bookmarks.getOrDefault(link.getAttribute("w:anchor"), link.getAttribute("w:anchor"));
	}

}

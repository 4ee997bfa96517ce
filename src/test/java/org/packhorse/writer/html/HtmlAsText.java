package org.packhorse.writer.html;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Reads a page back as text: one line for each element that has a meaning of its own, with what a screen reader would be told.
public final class HtmlAsText {

	private static final Set<String> INLINE = Set.of("a", "span", "strong", "em", "br");

	private static final Set<String> SILENT = Set.of("colgroup", "style", "path", "text");

	private static final List<String> TOLD = List.of("lang", "name", "http-equiv", "content", "id", "role", "aria-label", "aria-labelledby",
			"aria-describedby", "aria-level", "aria-hidden", "scope", "type", "class", "alt", "tabindex");

	private final StringBuilder text = new StringBuilder();

	private HtmlAsText() {
	}

	public static String of(String page) {
		var reader = new HtmlAsText();
		reader.element(Jsoup.parse(page).child(0), 0);
		return reader.text.toString();
	}

	private void element(Element element, int depth) {
		if (SILENT.contains(element.normalName())) {
			return;
		}
		this.text.append("  ".repeat(depth)).append(element.normalName());
		for (String attribute : TOLD) {
			if (element.hasAttr(attribute)) {
				this.text.append(' ').append(attribute).append('=').append(element.attr(attribute).replace(' ', '+'));
			}
		}
		var words = element.childNodes().stream().map(HtmlAsText::inline).collect(Collectors.joining()).replaceAll("\\s+", " ").strip();
		this.text.append(words.isEmpty() ? "" : ": " + words).append('\n');
		element.children().stream().filter(child -> !INLINE.contains(child.normalName())).forEach(child -> element(child, depth + 1));
		element.children().stream().filter(child -> INLINE.contains(child.normalName()))
			.flatMap(child -> child.children().stream())
			.filter(child -> !INLINE.contains(child.normalName()))
			.forEach(child -> element(child, depth + 1));
	}

	private static String inline(Node node) {
		if (node instanceof TextNode words) {
			return words.text();
		}
		if (!(node instanceof Element element) || !INLINE.contains(element.normalName())) {
			return "";
		}
		var inner = element.childNodes().stream().map(HtmlAsText::inline).collect(Collectors.joining());
		return switch (element.normalName()) {
			case "a" -> "[" + inner + "](" + element.attr("href") + ")";
			case "strong" -> "**" + inner + "**";
			case "em" -> "_" + inner + "_";
			case "br" -> " / ";
			default -> element.hasAttr("class") && element.className().startsWith("badge") ? "<" + element.className() + ": " + inner + ">" : inner;
		};
	}

}

package org.packhorse.writer.html;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// What the page's style sheet says of colours and of what is printed on every page.
///
/// @param rules colours by the class that carries them
record HtmlColours(Map<String, String> rules, String printedMarking) {

	private static final Pattern FILL = Pattern.compile("\\.((?:tone|edge)-\\w+) \\{ (?:background|border-color): #([0-9A-Fa-f]{6})");

	private static final Pattern MARKING = Pattern.compile("@bottom-center \\{[^}]*content: \"([^\"]*)\"");

	private static final Pattern ESCAPED = Pattern.compile("\\\\([0-9a-fA-F]+) ");

	static HtmlColours of(Document page) {
		var css = new StringBuilder();
		page.select("style").forEach(style -> css.append(style.data()));
		var rules = new HashMap<String, String>();
		FILL.matcher(css).results().forEach(rule -> rules.put(rule.group(1), rule.group(2)));
		var marking = MARKING.matcher(css).results().map(rule -> rule.group(1)).findFirst().orElse("");
		return new HtmlColours(rules, ESCAPED.matcher(marking).replaceAll(sign -> java.util.regex.Matcher
			.quoteReplacement(Character.toString(Integer.parseInt(sign.group(1), 16)))));
	}

	/// A badge's fill; one that is given in any other way than by the house's classes is quoted as it is.
	String fill(Element badge) {
		return colour(badge, "tone-");
	}

	/// The colour of a box's edge.
	String edge(Element box) {
		return colour(box, "edge-");
	}

	private String colour(Element element, String kind) {
		if (element.hasAttr("style")) {
			return element.attr("style");
		}
		return element.classNames().stream().filter(name -> name.startsWith(kind)).map(name -> this.rules.getOrDefault(name, name)).findFirst().orElse("");
	}

}

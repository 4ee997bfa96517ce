package org.packhorse.markup;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/// Every element of pack markup: its attributes and what may stand in it.
final class Vocabulary {

	/// One element; `words` says whether plain words may stand in it. The names are in their order.
	record Tag(String name, List<String> required, List<String> attributes, Set<String> children, boolean words) {
	}

	/// The attribute that carries file and line; the template room writes it, never an author.
	static final String AT = "at";

	private static final String BLOCKS = "section paragraph bullets numbered table chart picture callout scorecard form ticks page-break";

	private static final String VALUES = "number percent money day";

	private static final String PROSE = "strong emphasis link badge sparkline line-break " + VALUES;

	/// What words are made of.
	static final Set<String> INLINES = Set.of(PROSE.split(" "));

	/// What people who know HTML write first.
	private static final Map<String, String> HTML = Map.ofEntries(Map.entry("p", "paragraph"), Map.entry("ul", "bullets"),
			Map.entry("ol", "numbered"), Map.entry("li", "item"), Map.entry("tr", "row"), Map.entry("td", "cell"),
			Map.entry("th", "column"), Map.entry("b", "strong"), Map.entry("i", "emphasis"), Map.entry("em", "emphasis"),
			Map.entry("a", "link"), Map.entry("br", "line-break"), Map.entry("img", "picture"), Map.entry("h1", "section"),
			Map.entry("h2", "section"), Map.entry("h3", "section"), Map.entry("heading", "section"), Map.entry("date", "day"));

	private static final SortedMap<String, Tag> TAGS = new TreeMap<>();

	static {
		tag("pack", "title as-at", "subtitle organisation language marking draft numbered section-dot front", "fact " + BLOCKS, false);
		tag("fact", "label", "", "", true);
		tag("section", "title", "id numbered", BLOCKS, false);
		tag("paragraph", "", "numbered", PROSE, true);
		tag("bullets", "", "", "item", false);
		tag("numbered", "", "style", "item", false);
		tag("item", "", "", PROSE, true);
		tag("table", "caption", "if-empty", "column row", false);
		tag("column", "heading", "weight align row-header", "", false);
		tag("row", "", "", "cell", false);
		tag("cell", "", "", PROSE, true);
		tag("chart", "caption alternative", "unit decimals", "period line event", false);
		tag("period", "", "", "", true);
		tag("line", "name", "kind", "point", false);
		tag("point", "", "value mark note", "", false);
		tag("event", "period", "", "", true);
		tag("picture", "file alternative", "width", "", false);
		tag("callout", "title tone", "", "paragraph " + PROSE, true);
		tag("scorecard", "caption", "", "tile", false);
		tag("tile", "label", "note", "badge " + VALUES, true);
		tag("form", "caption", "", "field", false);
		tag("ticks", "caption", "label", "tick", false);
		tag("tick", "", "mark", PROSE, true);
		tag("field", "label", "beside", "paragraph " + PROSE, true);
		tag("page-break", "", "", "", false);
		tag("strong", "", "", "", true);
		tag("emphasis", "", "", "", true);
		tag("link", "to", "", "", true);
		tag("badge", "tone", "", "", true);
		tag("sparkline", "alternative", "decimals", "point", false);
		tag("line-break", "", "", "", false);
		tag("number", "value", "decimals", "", true);
		tag("percent", "value", "decimals", "", true);
		tag("money", "value", "decimals", "", true);
		tag("day", "date", "", "", true);
	}

	/// For looking up, which is done for every element of a pack.
	private static final Map<String, Tag> BY_NAME = Map.copyOf(TAGS);

	private Vocabulary() {
	}

	static Map<String, Tag> tags() {
		return TAGS;
	}

	static @Nullable Tag tag(String name) {
		return BY_NAME.get(name);
	}

	/// The elements that another may stand in, as a remedy says them.
	static String homes(String name) {
		return TAGS.values().stream().filter(tag -> tag.children().contains(name)).map(tag -> "<" + tag.name() + ">").toList().toString()
			.replaceAll("[\\[\\]]", "");
	}

	static String remedy(String unknown, Collection<String> known) {
		var html = HTML.get(unknown);
		return html != null ? "Write <" + html + ">" : NearestName.among(known).remedy(unknown);
	}

	private static void tag(String name, String required, String optional, String children, boolean words) {
		TAGS.put(name, new Tag(name, names(required), names(required + " " + optional), new LinkedHashSet<>(names(children)), words));
	}

	private static List<String> names(String names) {
		return names.isBlank() ? List.of() : Arrays.stream(names.strip().split(" ")).sorted().toList();
	}

}

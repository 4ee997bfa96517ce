package org.packhorse.pack;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Everything that an XML part or a page says: text, comments and attributes, whether a reader sees them or not.
///
/// Sizes, positions and styles are left out: they are numbers about the page, not about children.
final class MarkupText {

	private static final Pattern TAG = Pattern.compile("<!--(.*?)-->|<!\\[CDATA\\[(.*?)]]>|<([/!?]?)([\\w:.-]*)((?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>",
			Pattern.DOTALL);

	private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:.-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

	private static final Pattern SPACES = Pattern.compile("\\s+");

	private static final Pattern NUMERIC = Pattern.compile("[-+0-9.,%\\s]*(?:px|pt|em|rem|mm|cm|in)?");

	// Elements inside which a number may go on from one to the next.
	private static final Set<String> INLINE = Set.of("r", "t", "rPr", "rFonts", "b", "i", "bCs", "iCs", "sz", "szCs", "color", "u", "lang", "rStyle", "shd",
			"highlight", "proofErr", "bookmarkStart", "bookmarkEnd", "hyperlink", "noProof", "vertAlign", "kern", "latin", "ea", "cs", "solidFill", "srgbClr",
			"schemeClr", "span", "strong", "em", "a", "abbr", "mark", "sup", "sub", "small", "time", "data", "tspan", "code");

	private static final Set<String> SCOPES = Set.of("tr", "row", "ser", "table");

	// Numbers about the page, the file or the order of things.
	private static final Set<String> MEASURES = Set.of("col", "row", "colOff", "rowOff", "posOffset", "TotalTime", "Pages", "Words", "Characters", "Lines",
			"Paragraphs", "CharactersWithSpaces", "AppVersion", "order", "style", "formatCode", "sizeRelH", "pctWidth", "pctHeight");

	private static final Set<String> SHAPES = Set.of("d", "points", "viewBox", "transform", "style", "class", "xmlns", "path", "coordsize", "sqref", "spans",
			"srcset", "media", "integrity", "stroke-dasharray", "formatCode", "id", "for", "headers", "aria-labelledby", "aria-describedby", "aria-controls");

	private static final Set<String> WORDED = Set.of("descr", "title", "name", "alt", "label", "value", "content", "text", "tooltip", "datetime", "prompt",
			"displayName", "definedName", "linkTarget");

	private final String part;

	private final List<String> shared;

	private final List<Passage> passages = new ArrayList<>();

	private final Deque<Scope> scopes = new ArrayDeque<>();

	private final StringBuilder text = new StringBuilder();

	private final Map<String, String> columns = new HashMap<>();

	private final StringBuilder everything = new StringBuilder();

	private String element = "";

	private String cellType = "";

	private String column = "";

	private static final class Scope {

		private final String name;

		private final StringBuilder said = new StringBuilder();

		private String caption = "";

		Scope(String name) {
			this.name = name;
		}

	}

	private MarkupText(String part, List<String> shared) {
		this.part = part;
		this.shared = shared;
	}

	/// Reads a part; `shared` are a workbook's shared strings, which its cells name by number.
	static List<Passage> passages(String part, String markup, List<String> shared) {
		var reading = new MarkupText(part, shared);
		reading.read(markup);
		return reading.passages;
	}

	/// A workbook's shared strings in order.
	static List<String> sharedStrings(String markup) {
		return Pattern.compile("<(?:\\w+:)?si>(.*?)</(?:\\w+:)?si>", Pattern.DOTALL)
			.matcher(markup)
			.results()
			.map(item -> decoded(item.group(1).replaceAll("<[^>]*>", "")))
			.toList();
	}

	private void read(String markup) {
		var tags = TAG.matcher(markup);
		int end = 0;
		while (tags.find()) {
			this.text.append(markup, end, tags.start());
			end = tags.end();
			if (tags.group(1) != null) {
				flush();
				say("comment", tags.group(1));
			}
			else if (tags.group(2) != null) {
				this.text.append(tags.group(2));
			}
			else {
				tag(tags.group(3), tags.group(4), tags.group(5));
			}
		}
		this.text.append(markup, end, markup.length());
		flush();
		if (this.part.contains("charts/")) {
			this.passages.add(Passage.of(this.everything.toString(), this.part, this.everything.toString()));
		}
	}

	private void tag(String mark, String qualified, String attributes) {
		var name = qualified.substring(qualified.indexOf(':') + 1);
		if (!mark.equals("!") && !INLINE.contains(name)) {
			flush();
			if (mark.isEmpty()) {
				open(name, attributes);
			}
		}
		if (mark.isEmpty()) {
			attributes(name, attributes);
		}
		boolean closes = mark.equals("/") || attributes.endsWith("/");
		if (closes && !this.scopes.isEmpty() && this.scopes.peek().name.equals(name)) {
			close(this.scopes.pop());
		}
	}

	private void open(String name, String attributes) {
		this.element = name;
		if (SCOPES.contains(name)) {
			this.scopes.push(new Scope(name));
		}
		if (name.equals("c")) {
			this.cellType = "";
			var found = ATTRIBUTE.matcher(attributes);
			while (found.find()) {
				if (found.group(1).equals("t")) {
					this.cellType = found.group(2);
				}
				if (found.group(1).equals("r")) {
					this.column = found.group(2).replaceAll("[0-9]", "");
				}
			}
		}
	}

	private void close(Scope scope) {
		var said = scope.said.toString();
		if (said.isBlank()) {
			return;
		}
		boolean table = scope.name.equals("table");
		if (!table || !scope.caption.isBlank()) {
			this.passages.add(Passage.of(table ? scope.caption : said, this.part, said));
		}
		if (!this.scopes.isEmpty()) {
			this.scopes.peek().said.append(" | ").append(said);
		}
	}

	private void attributes(String element, String attributes) {
		var found = ATTRIBUTE.matcher(attributes);
		while (found.find()) {
			var name = found.group(1).substring(found.group(1).indexOf(':') + 1);
			var value = decoded(found.group(2) == null ? found.group(3) : found.group(2));
			boolean worded = WORDED.contains(name) || name.startsWith("data-") || name.startsWith("aria-");
			if (!SHAPES.contains(name) && !found.group(1).startsWith("xmlns") && (worded || !NUMERIC.matcher(value).matches())) {
				say("attribute " + name + " of " + element, value);
			}
		}
	}

	private void flush() {
		if (this.text.isEmpty()) {
			return;
		}
		var said = SPACES.matcher(decoded(this.text.toString())).replaceAll(" ").strip();
		this.text.setLength(0);
		if (said.isEmpty() || MEASURES.contains(this.element)) {
			return;
		}
		if (this.cellType.equals("s") && this.element.equals("v")) {
			said = said.matches("[0-9]{1,9}") && Integer.parseInt(said) < this.shared.size() ? this.shared.get(Integer.parseInt(said)) : said;
		}
		if (this.element.equals("caption") && !this.scopes.isEmpty()) {
			this.scopes.peek().caption = said;
		}
		underHeading(said);
		say("", said);
	}

	/// In a sheet, what stands below a worded cell belongs to it.
	private void underHeading(String said) {
		if (!this.element.equals("v") || this.column.isEmpty() || !this.part.contains("worksheets/")) {
			return;
		}
		if (NUMERIC.matcher(said).matches()) {
			var heading = this.columns.get(this.column);
			if (heading != null) {
				this.passages.add(Passage.of(heading, this.part, said));
			}
		}
		else if (said.length() > 2) {
			this.columns.put(this.column, said);
		}
	}

	private void say(String where, String said) {
		if (said.isBlank()) {
			return;
		}
		this.passages.add(Passage.words(where.isEmpty() ? this.part : this.part + ", " + where, said));
		this.everything.append(" | ").append(said);
		if (!this.scopes.isEmpty()) {
			this.scopes.peek().said.append(" | ").append(said);
		}
	}

	private static final Pattern ENTITY = Pattern.compile("&(#x?[0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});");

	private static String decoded(String text) {
		return text.indexOf('&') < 0 ? text : ENTITY.matcher(text).replaceAll(entity -> Matcher.quoteReplacement(character(entity.group(1))));
	}

	private static String character(String entity) {
		if (entity.startsWith("#")) {
			boolean hex = entity.toLowerCase(Locale.ROOT).startsWith("#x");
			int code = hex ? Integer.parseInt(entity.substring(2), 16) : Integer.parseInt(entity.substring(1));
			return Character.isValidCodePoint(code) ? Character.toString(code) : " ";
		}
		return switch (entity) {
			case "amp" -> "&";
			case "lt" -> "<";
			case "gt" -> ">";
			case "quot" -> "\"";
			case "apos" -> "'";
			default -> " ";
		};
	}

}

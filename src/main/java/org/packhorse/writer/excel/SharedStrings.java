package org.packhorse.writer.excel;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.packhorse.writer.excel.Rich.Run;

/// Holds every different text of the workbook once, as spreadsheet programs do themselves.
final class SharedStrings {

	// Excel reads _x000D_ as a character's code; words that happen to look like one get their underscore coded.
	private static final Pattern LIKE_A_CODE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

	private final StyleSheet styles;

	private final Map<Rich, Integer> places = new LinkedHashMap<>();

	private int uses;

	SharedStrings(StyleSheet styles) {
		this.styles = styles;
	}

	/// The number by which cells name the words.
	int number(Rich words) {
		this.uses++;
		var next = this.places.size();
		var known = this.places.putIfAbsent(words, next);
		return known != null ? known : next;
	}

	/// Writes the part.
	void write(XmlOut xml) throws IOException {
		xml.raw("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"");
		xml.attribute("count", this.uses).attribute("uniqueCount", this.places.size()).raw(">");
		for (Rich words : this.places.keySet()) {
			xml.raw("<si>");
			if (words.isPlain()) {
				text(xml, words.runs().getFirst().text());
			}
			else {
				runs(xml, words);
			}
			xml.raw("</si>");
		}
		xml.raw("</sst>");
	}

	private void runs(XmlOut xml, Rich words) throws IOException {
		for (Run run : words.runs()) {
			xml.raw("<r>").raw(run.plain() ? "" : this.styles.run(run.bold(), run.italic()));
			text(xml, run.text());
			xml.raw("</r>");
		}
	}

	private static void text(XmlOut xml, String text) throws IOException {
		xml.raw(needsSpaces(text) ? "<t xml:space=\"preserve\">" : "<t>");
		xml.text(text.contains("_x") ? LIKE_A_CODE.matcher(text).replaceAll("_x005F_") : text).raw("</t>");
	}

	private static boolean needsSpaces(String text) {
		return !text.isEmpty() && (text.charAt(0) <= ' ' || text.charAt(text.length() - 1) <= ' ' || text.indexOf('\n') >= 0
				|| text.contains("  "));
	}

}

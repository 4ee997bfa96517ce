package org.packhorse.writer.word;

import java.util.Arrays;
import java.util.stream.Collectors;

/// The definition of a multilevel list for sections and paragraphs.
///
/// @param id the number of the definition
/// @param counting what its levels start with
/// @param tied whether styles belong to its levels, so that a heading or paragraph that an editor adds is numbered too
/// @param dotted whether a dot stands after the first level's number
record OutlineList(int id, Counting counting, boolean tied, boolean dotted) {

	void write(Xml xml) {
		xml.element("w:abstractNum", () -> {
			xml.empty("w:nsid", "w:val", "%08X".formatted(0x1A2B0000 + this.id));
			xml.empty("w:multiLevelType", "w:val", "multilevel");
			xml.empty("w:tmpl", "w:val", "%08X".formatted(0x2C3D0000 + this.id));
			for (int level = 0; level < Counting.LEVELS; level++) {
				level(xml, level);
			}
		}, "w:abstractNumId", String.valueOf(this.id));
	}

	private void level(Xml xml, int level) {
		xml.element("w:lvl", () -> {
			xml.empty("w:start", "w:val", String.valueOf(this.counting.start(level)));
			xml.empty("w:numFmt", "w:val", "decimal");
			if (this.tied) {
				xml.empty("w:pStyle", "w:val", style(level));
			}
			xml.empty("w:suff", "w:val", "tab");
			xml.empty("w:lvlText", "w:val", text(level) + (level == 0 && this.dotted ? "." : ""));
			xml.empty("w:lvlJc", "w:val", "left");
			xml.raw("<w:pPr><w:ind w:left=\"851\" w:hanging=\"851\"/></w:pPr>");
		}, "w:ilvl", String.valueOf(level));
	}

	/// The style whose paragraphs stand on this level.
	static String style(int level) {
		return (level % 2 == 0 ? "Heading" : "NumberedParagraph") + (level / 2 + 1);
	}

	/// The level's number with Word's signs for counters: "%1.%3.%4".
	private static String text(int level) {
		return Arrays.stream(Counting.shown(level)).mapToObj(shown -> "%" + (shown + 1)).collect(Collectors.joining("."));
	}

}

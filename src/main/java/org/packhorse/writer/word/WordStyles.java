package org.packhorse.writer.word;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.packhorse.document.Cover;
import org.packhorse.document.Tone;
import org.packhorse.writer.Look;
import org.packhorse.writer.packing.Packed;

/// The styles part of a Word file.
///
/// @param part the whole part
/// @param theme the house's theme, which its styles may name, or null
record WordStyles(Packed part, @Nullable Packed theme) {

	private static final Template STYLES = Template.of("styles.xml");

	/// Sizes of headings in half points, and the first level's distances in twentieths of a point.
	private static final Map<String, String> PACK = Map.of("size1", "40", "size2", "30", "size3", "26", "before1", "480", "after1", "200");

	/// The headings of a report stand closer, as on a council's forms.
	private static final Map<String, String> REPORT = Map.of("size1", "28", "size2", "24", "size3", "22", "before1", "320", "after1", "120");

	private static final String RULE = "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"6\" w:color=\"%s\"/></w:pBdr>";

	/// What all packs of a house have alike, made ready once; houses and kinds of cover are few.
	private static final Map<House, WordStyles> READY = new ConcurrentHashMap<>();

	private static final int MOST_READY = 64;

	/// All that the styles depend on.
	private record House(Look look, String language, Cover.Front front, boolean numbered) {
	}

	/// Our own styles in the house's colours and font; where the house has a `house.docx`, its styles with ours added.
	static WordStyles of(Look look, Cover cover) {
		var house = new House(look, cover.language(), cover.front(), cover.numbered());
		var ready = READY.get(house);
		if (ready == null) {
			ready = made(look, house);
			if (READY.size() >= MOST_READY) {
				READY.clear();
			}
			READY.put(house, ready);
		}
		return ready;
	}

	private static WordStyles made(Look look, House cover) {
		var own = STYLES.with(values(look, cover));
		var house = look.wordStyles();
		return house == null ? of(own, null) : HouseDocument.read(house).styles(own);
	}

	static WordStyles of(String xml, byte @Nullable [] theme) {
		return new WordStyles(Packed.of((WordFile.HEAD + xml).getBytes(StandardCharsets.UTF_8)), theme == null ? null : Packed.of(theme));
	}

	private static Map<String, String> values(Look look, House cover) {
		var values = new HashMap<>(Map.of("font", Escaped.of(look.font()), "language", Escaped.of(cover.language()), "accent", look.accent(), "pale",
				Colours.tint(look.accent(), 8), "width", String.valueOf(Page.of(look.marginMillimetres()).textWidth())));
		values.putAll(cover.front() == Cover.Front.PAGE ? PACK : REPORT);
		values.put("rule1", cover.front() == Cover.Front.PAGE ? RULE.formatted(look.accent()) : "");
		for (int level = 0; level < Counting.LEVELS; level++) {
			boolean paragraph = level % 2 == 1;
			values.put("number" + level, cover.numbered() || paragraph ? number(level) : "");
		}
		for (var tone : Tone.values()) {
			values.put("fill" + tone.name(), look.shade(tone).fill());
			values.put("text" + tone.name(), look.shade(tone).text());
		}
		return values;
	}

	private static String number(int level) {
		return "<w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"" + Numbering.OUTLINE + "\"/></w:numPr>";
	}

}

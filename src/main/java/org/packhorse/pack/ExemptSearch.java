package org.packhorse.pack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.packhorse.authority.Narrative;

/// Looks for exempt words in finished files: each sentence, and each dozen words in a row of a longer one, whatever the line
/// breaks, runs and signs between them.
final class ExemptSearch {

	private static final int ROW = 12;

	/// Fewer words than this are in everybody's mouth, as in the heading "Legal implications": they are looked for as part of
	/// their whole paragraph, which is not looked for itself unless it is as long or holds a number.
	private static final int FEWEST = 4;

	/// What to look for, as letters and digits alone, and whose it is.
	private final Map<String, String> wanted = new LinkedHashMap<>();

	ExemptSearch(List<Narrative> exempt) {
		for (Narrative narrative : exempt) {
			for (int i = 0; i < narrative.paragraphs().size(); i++) {
				var paragraph = narrative.paragraphs().get(i);
				if (paragraph.exempt() > 0) {
					add(paragraph.words(), "exempt words of “%s”, paragraph %d".formatted(narrative.part(), i + 1));
				}
			}
		}
	}

	private void add(String paragraph, String whose) {
		var sentences = Arrays.stream(paragraph.split("(?<=[.!?;:])\\s+|\\n")).map(ExemptSearch::words).toList();
		sentences.stream().filter(words -> words.size() >= FEWEST).forEach(words -> rows(words).forEach(row -> this.wanted.putIfAbsent(row, whose)));
		var words = words(paragraph);
		if (words.size() >= FEWEST || words.stream().anyMatch(word -> Character.isDigit(word.charAt(0)))) {
			this.wanted.putIfAbsent(String.join("", words), whose);
		}
	}

	private static List<String> words(String text) {
		return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty()).toList();
	}

	private static List<String> rows(List<String> words) {
		var rows = new ArrayList<String>();
		for (int i = 0; i == 0 || i + ROW <= words.size(); i++) {
			rows.add(String.join("", words.subList(i, Math.min(words.size(), i + ROW))));
		}
		return rows;
	}

	/// Where they stand, in words; the exempt words are not repeated.
	Set<String> search(String file, List<Passage> passages) {
		var found = new LinkedHashSet<String>();
		if (this.wanted.isEmpty()) {
			return found;
		}
		var parts = new LinkedHashMap<String, StringBuilder>();
		passages.forEach(passage -> parts.computeIfAbsent(passage.part(), _ -> new StringBuilder()).append(plain(passage.text())).append(' '));
		var whole = new StringBuilder();
		passages.forEach(passage -> whole.append(plain(passage.text())));
		parts.forEach((part, text) -> search(file + ", " + part, text.toString(), found));
		if (found.isEmpty()) {
			search(file, whole.toString(), found);
		}
		return found;
	}

	private void search(String place, String text, Set<String> found) {
		this.wanted.forEach((words, whose) -> {
			if (!words.isEmpty() && text.contains(words)) {
				found.add(place + ": " + whose);
			}
		});
	}

	private static String plain(String text) {
		return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
	}

}

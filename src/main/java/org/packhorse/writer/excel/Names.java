package org.packhorse.writer.excel;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Names that a workbook may hold once: sheets', tables' and columns'. Excel takes no heed of capitals when it compares.
final class Names {

	private static final int SHEET = 31;

	private static final int TABLE = 80;

	private static final int COLUMN = 255;

	private final Set<String> taken = new HashSet<>();

	/// A sheet's name: what Excel forbids becomes a space, what is too long is cut at a word.
	String sheet(String wish) {
		var words = XmlCharacters.clean(wish).replaceAll("[\\\\/?*\\[\\]:\\p{Cntrl}]", " ").replaceAll("\\s+", " ").strip();
		words = words.replaceAll("^'+|'+$", "");
		return unique(words.isBlank() || words.equalsIgnoreCase("history") ? ("Sheet " + words).strip() : words, SHEET, " ");
	}

	/// A table's name, as formulas name it: letters, digits and underscores, and nothing that looks like a cell.
	String table(String caption) {
		var words = caption.replaceAll("[^\\p{IsLatin}0-9]+", "_").replaceAll("^_+|_+$", "");
		if (words.isEmpty() || !Character.isLetter(words.charAt(0)) || words.matches("(?i)[a-z]{1,3}\\d+|[rc]|r\\d*c\\d*")) {
			words = "Table_" + words;
		}
		return unique(words, TABLE, "_");
	}

	/// A column's heading, in one line.
	String column(String heading) {
		return unique(XmlCharacters.clean(heading).replaceAll("\\s+", " ").strip(), COLUMN, " ");
	}

	private String unique(String wish, int most, String before) {
		var name = shortened(wish, most);
		for (int i = 2; !this.taken.add(name.toLowerCase(Locale.ROOT)); i++) {
			var ending = before + i;
			name = shortened(wish, most - ending.length()) + ending;
		}
		return name;
	}

	private static String shortened(String words, int most) {
		if (words.length() <= most) {
			return words;
		}
		int space = words.lastIndexOf(' ', most - 1);
		int end = space > most / 2 ? space : most - 1;
		end = Character.isHighSurrogate(words.charAt(end - 1)) ? end - 1 : end;
		var cut = words.substring(0, end).strip();
		return words.indexOf(' ') < 0 ? cut : cut + "…";
	}

}

package org.packhorse.writer.pdf;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Joins Arabic letters: each becomes the form that it takes between its neighbours. The forms are those that Unicode names,
/// which fonts with Arabic carry.
final class ArabicLetters {

	private enum Form {

		ISOLATED, FINAL, INITIAL, MEDIAL

	}

	private static final char FIRST = '\uFB50';

	private static final char LAST = '\uFEFC';

	private static final char LAM = '\u0644';

	private static final char TATWEEL = '\u0640';

	/// Forms by the letters that they stand for, one or (lam and alef) two.
	private static final Map<String, Map<Form, Character>> FORMS = forms();

	private ArabicLetters() {
	}

	private static Map<String, Map<Form, Character>> forms() {
		var forms = new HashMap<String, Map<Form, Character>>();
		for (char c = FIRST; c <= LAST; c++) {
			var name = String.valueOf(Character.getName(c));
			var letters = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
			boolean wanted = letters.length() == 1 || letters.length() == 2 && letters.charAt(0) == LAM && name.contains("LAM WITH ALEF")
				&& !name.contains("MAKSURA");
			if (name.endsWith(" FORM") && wanted && letters.charAt(0) != ' ') {
				var form = name.substring(0, name.length() - " FORM".length());
				forms.computeIfAbsent(letters, _ -> new HashMap<>())
					.putIfAbsent(Form.valueOf(form.substring(form.lastIndexOf(' ') + 1).toUpperCase(Locale.ROOT)), c);
			}
		}
		return forms;
	}

	/// The word with its letters joined, still in the order of reading.
	static String joined(String word) {
		var joined = new StringBuilder(word.length());
		boolean joins = false;
		for (int i = 0; i < word.length(); i++) {
			char c = word.charAt(i);
			if (isMark(c)) {
				joined.append(c);
				continue;
			}
			var letters = i + 1 < word.length() && FORMS.containsKey(word.substring(i, i + 2)) ? word.substring(i, i + 2) : String.valueOf(c);
			i += letters.length() - 1;
			boolean goesOn = goesOn(letters) && joinsBefore(next(word, i + 1));
			joined.append(form(letters, joins, goesOn));
			joins = goesOn;
		}
		return joined.toString();
	}

	private static String form(String letters, boolean joins, boolean goesOn) {
		var forms = FORMS.get(letters);
		var form = joins ? goesOn ? Form.MEDIAL : Form.FINAL : goesOn ? Form.INITIAL : Form.ISOLATED;
		return forms != null && forms.containsKey(form) ? String.valueOf(forms.get(form)) : letters;
	}

	/// Whether letters join the one that follows.
	private static boolean goesOn(String letters) {
		var forms = FORMS.get(letters);
		return letters.charAt(0) == TATWEEL || forms != null && forms.containsKey(Form.INITIAL);
	}

	/// Whether a letter joins the one before.
	private static boolean joinsBefore(char c) {
		var forms = FORMS.get(String.valueOf(c));
		return c == TATWEEL || forms != null && forms.containsKey(Form.FINAL);
	}

	/// The next letter; marks above and below letters do not part them.
	private static char next(String word, int from) {
		int i = from;
		while (i < word.length() && isMark(word.charAt(i))) {
			i++;
		}
		return i < word.length() ? word.charAt(i) : ' ';
	}

	/// A mark above or below a letter.
	static boolean isMark(char c) {
		return Character.getType(c) == Character.NON_SPACING_MARK;
	}

}

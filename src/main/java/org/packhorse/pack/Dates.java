package org.packhorse.pack;

import java.util.regex.Pattern;

/// Blanks out the dates of a text, so that their digits are not taken for figures.
///
/// A date begins with a digit or with a month's name. Only there is the pattern tried: files hold a hundred times more places where it
/// cannot begin than where it can.
final class Dates {

	static final Pattern DATE = Pattern.compile(
			"\\d{4}-\\d{2}-\\d{2}(?:T[\\d:.]+Z?)?|\\d{1,2}/\\d{1,2}/\\d{2,4}|(?:\\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.? \\d{4}"
					+ "|\\b(?:19|20)\\d{2}[-/–](?:19|20)?\\d{2}\\b");

	private static final String MONTHS = "JFMASOND";

	private Dates() {
	}

	/// The text with a space in place of every sign of a date.
	static String blanked(String text) {
		var dates = DATE.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
		StringBuilder blanked = null;
		for (int at = 0; at < text.length(); at++) {
			if (mayBegin(text, at) && dates.region(at, text.length()).lookingAt()) {
				blanked = blanked == null ? new StringBuilder(text) : blanked;
				for (int i = at; i < dates.end(); i++) {
					blanked.setCharAt(i, ' ');
				}
				at = dates.end() - 1;
			}
		}
		return blanked == null ? text : blanked.toString();
	}

	/// Whether the signs that each kind of date has near its beginning are there.
	private static boolean mayBegin(String text, int at) {
		char first = text.charAt(at);
		if (first < '0' || first > '9') {
			return MONTHS.indexOf(first) >= 0;
		}
		return isOneOf(text, at + 1, "/ ") || isOneOf(text, at + 2, "/ ") || isOneOf(text, at + 4, "-/–");
	}

	private static boolean isOneOf(String text, int at, String signs) {
		return at < text.length() && signs.indexOf(text.charAt(at)) >= 0;
	}

}

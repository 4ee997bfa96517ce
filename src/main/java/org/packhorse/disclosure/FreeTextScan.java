package org.packhorse.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// Looks through narrative for words that may point at one child, so that a person looks again before the public does.
///
/// It knows patterns, not people: it finds no names, and what it finds may be harmless. Nothing found is no proof.
public final class FreeTextScan {

	private static final String AGE = "(?:aged? (?:of )?\\d{1,2}|\\d{1,2}[- ]years?[- ]olds?|\\d{1,2} ?yrs?\\b|\\d{1,2} months old)";

	private static final String WARD = "(?:\\b[Ww]ard\\b|\\b[Ee]state\\b|\\b[Vv]illage\\b|\\b[A-Z]{1,2}\\d{1,2}[A-Z]? ?\\d[A-Z]{2}\\b)";

	private static final String EMAIL = "an e-mail address";

	private static final String TELEPHONE = "a telephone number";

	private static final int AROUND = 40;

	private static final List<Sign> SIGNS = List.of(
			sign("initials with an age", "\\b(?:[A-Z]\\.? ?){1,2}[A-Z]\\b\\.?,? ?\\(?(?:" + AGE + "|\\d{1,2}\\b(?!\\s?(?:%|per cent|of\\b|[A-Z][a-z])|[.,/-]\\d))|\\b(?:[Cc]hild|[Yy]oung person) [A-Z]\\b"),
			sign("an age with a place", AGE + "[^.!?]{0,60}" + WARD + "|" + WARD + "[^.!?]{0,60}" + AGE),
			sign("a case number", "(?i)\\b(?:case|client|child|person|pupil|file|ref(?:erence)?|UPN|NHS|LCS|mosaic)[ -]?(?:no|num(?:ber)?|id|ref(?:erence)?|#)?\\.?:? ?#?(?:[A-Z]{0,3}[-/]?\\d{5,}|\\d{3} \\d{3} \\d{4})\\b"),
			sign(EMAIL, "[\\w.+'-]+@[\\w-]+(?:\\.[\\w-]+)+"),
			sign(TELEPHONE, "(?<![\\d.,])(?:\\+44 ?\\(?0?\\)? ?|\\(?0)\\d(?:[ ()-]{0,2}\\d){8,9}(?![\\d,])"),
			sign("a date of birth", "(?i)\\b(?:d\\.?o\\.?b\\.?|born(?: on)?|date of birth)\\b:? ?\\d{1,2}[ ./-](?:\\d{1,2}|[a-z]{3,9})[ ./-]\\d{2,4}"));

	/// Something to look at.
	///
	/// @param place where the text stands, as the caller named it
	/// @param why what it looks like
	public record Finding(String place, String excerpt, String why) {

		/// Whether it is a way to reach somebody.
		public boolean isContact() {
			return this.why.equals(EMAIL) || this.why.equals(TELEPHONE);
		}

	}

	private record Sign(String why, Pattern pattern) {
	}

	private FreeTextScan() {
	}

	private static Sign sign(String why, String pattern) {
		return new Sign(why, Pattern.compile(pattern));
	}

	/// What in the text a person should look at, in the order of the text.
	public static List<Finding> scan(String place, String text) {
		record Found(int at, Finding finding) {
		}
		var found = new ArrayList<Found>();
		for (Sign sign : SIGNS) {
			var matches = sign.pattern().matcher(text);
			while (matches.find()) {
				found.add(new Found(matches.start(), new Finding(place, excerpt(text, matches.start(), matches.end()), sign.why())));
			}
		}
		return found.stream().sorted(Comparator.comparingInt(Found::at)).map(Found::finding).toList();
	}

	private static String excerpt(String text, int start, int end) {
		int from = Math.max(0, start - AROUND);
		int to = Math.min(text.length(), end + AROUND);
		var around = text.substring(from, to).replaceAll("\\s+", " ").strip();
		return (from > 0 ? "… " : "") + around + (to < text.length() ? " …" : "");
	}

}

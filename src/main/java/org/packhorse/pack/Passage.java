package org.packhorse.pack;

/// A piece of text from an edition's file.
///
/// @param part where in the file it stands, in words
/// @param subject the text that may name an indicator: the row itself, a table's caption, a column's heading
/// @param sentences whether an indicator must be named in the same sentence, as in running text
record Passage(String part, String text, String subject, boolean sentences) {

	/// Running text: a number belongs to what its sentence names.
	static Passage words(String part, String text) {
		return new Passage(part, text, text, true);
	}

	/// A row, a column, a series: a number belongs to what the subject names.
	static Passage of(String subject, String part, String text) {
		return new Passage(part, text, subject, false);
	}

}

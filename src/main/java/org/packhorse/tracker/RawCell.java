package org.packhorse.tracker;

import java.text.Normalizer;

/// A cell as the file holds it.
///
/// @param text the words; a number in plain digits, a date as ISO
/// @param percent whether a workbook shows the number as a percentage
/// @param formula whether a workbook works it out
record RawCell(String text, Form form, boolean percent, boolean formula) {

	static final RawCell BLANK = new RawCell("", Form.TEXT, false, false);

	/// How the file marks the cell; everything in a CSV file is text.
	enum Form {

		TEXT, NUMBER, DATE, YES_NO, ERROR

	}

	static RawCell text(String text) {
		return new RawCell(Characters.stripped(text), Form.TEXT, false, false);
	}

	/// The same with each accent in one piece with its letter.
	RawCell composed() {
		return new RawCell(Normalizer.normalize(this.text, Normalizer.Form.NFC), this.form, this.percent, this.formula);
	}

	boolean isBlank() {
		return this.text.isEmpty();
	}

}

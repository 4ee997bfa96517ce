package org.packhorse.writer;

import java.util.List;

import org.packhorse.document.PackDocument;
import org.packhorse.document.Position;

/// Writes the tree as the words of an e-mail. The same tree and look give the same words.
public interface MailWriter {

	/// The columns that a table in a mail may have: more are not to be read on a telephone.
	int MOST_COLUMNS = 4;

	/// The same words twice: as plain text in lines of 76 characters, and as a page without scripts, pictures or anything that is
	/// loaded from elsewhere.
	record Body(String plain, String html) {
	}

	/// Something that an e-mail cannot show.
	///
	/// @param what what it is, such as "a chart"
	/// @param why the reason, as a sentence
	/// @param remedy what its author can do
	record Unfit(Position at, String what, String why, String remedy) {
	}

	/// Writes a document in which nothing is unfit.
	Body write(PackDocument document, Look look);

	/// Everything in a document that an e-mail cannot show; none of it may be left out in silence.
	List<Unfit> unfit(PackDocument document);

}

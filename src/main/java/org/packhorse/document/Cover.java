package org.packhorse.document;

import java.time.LocalDate;
import java.util.List;

/// The front of a pack and what holds for the whole of it.
///
/// @param title the pack's title, also the files' document title
/// @param subtitle a line below the title, or blank
/// @param organisation the council that the pack is of
/// @param language the language of the words, `en-GB` for this field
/// @param marking the protective marking printed on every page, or blank
/// @param asAt the date up to which facts are known; the only date that files carry
/// @param draft whether every page is watermarked as a draft
/// @param numbered whether sections and paragraphs are numbered (1, 1.1, 1.1.1)
/// @param facts label and words pairs below the title: as at, version, meeting, status
/// @param front how the document begins
public record Cover(String title, String subtitle, String organisation, String language, String marking, LocalDate asAt,
		boolean draft, boolean numbered, List<Fact> facts, Front front) {

	/// How a document begins.
	public enum Front {

		/// With a page of its own and the contents.
		PAGE,

		/// With a letterhead (organisation, subtitle and the facts' words) and the title, on the first page of the words.
		LETTER,

		/// With a letterhead alone, because the title stands in the form below it; the subtitle is the heading then.
		LETTERHEAD

	}

	/// A cover with a page of its own.
	public Cover(String title, String subtitle, String organisation, String language, String marking, LocalDate asAt, boolean draft,
			boolean numbered, List<Fact> facts) {
		this(title, subtitle, organisation, language, marking, asAt, draft, numbered, facts, Front.PAGE);
	}

	/// One line of the cover, such as "Version" and "2".
	public record Fact(String label, String words) {
	}

	public Cover {
		Demand.words(title, "a cover's title");
		Demand.words(language, "a cover's language");
		facts = List.copyOf(facts);
	}

}

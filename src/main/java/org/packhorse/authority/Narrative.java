package org.packhorse.authority;

import java.time.LocalDate;
import java.util.List;

/// Words for a body, written on a day: one part of its pack or report.
///
/// @param part which part, as the pack's template names it: `chair`, `background`
/// @param reportedOn the day from which these words hold; earlier ones of the part are left behind
/// @param post the post whose words they are, or blank
/// @param paragraphs in the order of their numbers; none where all of them are exempt and left out
public record Narrative(String part, LocalDate reportedOn, String post, List<Paragraph> paragraphs) {

	/// One paragraph; `exempt` is the paragraph of Schedule 12A of the Local Government Act 1972 (1 to 7) that keeps it from the
	/// public, or 0.
	public record Paragraph(String words, int exempt, Kind kind) {

		/// What a piece of the words is.
		public enum Kind {

			/// Words as they are read.
			PARAGRAPH,

			/// A sub-heading above the next ones.
			HEADING,

			/// A point of a list.
			BULLET

		}

		/// A paragraph of plain words.
		public Paragraph(String words, int exempt) {
			this(words, exempt, Kind.PARAGRAPH);
		}
	}

	public Narrative {
		paragraphs = List.copyOf(paragraphs);
	}

	/// Whether any of it is exempt.
	public boolean isExempt() {
		return this.paragraphs.stream().anyMatch(paragraph -> paragraph.exempt() > 0);
	}

	/// What the public may read of it.
	public Narrative withoutExempt() {
		return isExempt() ? new Narrative(this.part, this.reportedOn, this.post, this.paragraphs.stream().filter(one -> one.exempt() == 0).toList()) : this;
	}

}

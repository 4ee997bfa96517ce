package org.packhorse.writer;

import java.util.ArrayList;
import java.util.List;

import org.packhorse.document.Cover;

/// What a pack says, free of any format: as the tree has it ([Projection]) or as a [PackReader] found it in a file. Both are the
/// same when the file says what the pack says.
///
/// @param parts headings and what stands below them, in the order of reading
public record ReadBack(Front front, List<Part> parts) {

	public ReadBack {
		parts = List.copyOf(parts);
	}

	/// The cover and what holds for the whole.
	///
	/// @param draft a draft's words, else blank
	/// @param begins how the document begins
	public record Front(String title, String subtitle, String organisation, String language, String marking, String draft, List<Fact> facts,
			Cover.Front begins) {

		public Front {
			facts = List.copyOf(facts);
		}

		/// The same as documents show it: a letterhead has the subtitle, the facts' words without their labels, and in a letter the title,
		/// one after the other.
		public Front placed() {
			return switch (this.begins) {
				case PAGE -> this;
				case LETTER -> letterhead(this.title);
				case LETTERHEAD -> letterhead("");
			};
		}

		private Front letterhead(String last) {
			var lines = new ArrayList<>(List.of(this.subtitle));
			this.facts.forEach(fact -> lines.add(fact.words()));
			lines.add(last);
			return new Front("", String.join(" ", lines), this.organisation, this.language, this.marking, this.draft, List.of(), Cover.Front.LETTERHEAD);
		}

	}

	/// One line of the cover.
	public record Fact(String label, String words) {
	}

	/// One part of the reading.
	public sealed interface Part {

		/// A heading with its number; levels count from 1.
		record Heading(int level, String words) implements Part {
		}

		/// What follows stands below this earlier heading again, after a section within its section, or below none. A reader hears nothing of it; it
		/// is here for formats that say of a table which section it is from.
		record Resumed(String heading) implements Part {
		}

		/// A paragraph with its number.
		record Paragraph(Said words) implements Part {
		}

		/// An item of a list; `mark` is what stands before it.
		record Item(String mark, Said words) implements Part {
		}

		/// A table; `header` is empty where there is none, as in a form, and may be where there are no rows; `ifEmpty` stands in their place.
		record Table(String caption, List<String> header, List<List<Said>> rows, String ifEmpty) implements Part {
		}

		/// Headline figures.
		record Figures(String caption, List<Figure> figures) implements Part {
		}

		/// A chart with the figures that it draws; without any, `alternative` is what stands in its place.
		record Chart(String caption, String alternative, String unit, List<String> periods, List<Series> series) implements Part {
		}

		/// A picture by its text alternative.
		record Picture(String alternative) implements Part {
		}

		/// A box that stands out; `fill` is its tone's colour.
		record Callout(String fill, String title, List<Said> paragraphs) implements Part {
		}

	}

	/// One headline figure: what it is, the figure, and its badge and note.
	public record Figure(String label, String value, Said more) {
	}

	/// One line of a chart, with a printed number for each period and nothing for a gap.
	public record Series(String name, List<String> values) {
	}

}

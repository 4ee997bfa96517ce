package org.packhorse.authority;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// A committee report for a body's meeting: what its form asks for, apart from the paragraphs, which are narratives.
///
/// @param noticeOn the day on which notice of a key decision was published, or null
/// @param exempt the paragraph of Schedule 12A (1 to 7) that keeps the report from the public, or 0
/// @param also the other meetings that it goes to or has been to, by day
/// @param fields the fields on file, by name
/// @param appendices by their numbers
public record Report(String body, LocalDate meetsOn, String title, boolean keyDecision, @Nullable LocalDate noticeOn, int exempt,
		List<Meeting> also, List<Field> fields, List<Recommendation> recommendations, List<Appendix> appendices) {

	/// What stands in one field of the form; a blank line is still to be filled.
	public record Field(String name, List<String> lines) {
		public Field {
			lines = List.copyOf(lines);
		}
	}

	/// What the body is asked to do.
	///
	/// @param forBody the code of the body that is asked, or blank for all
	public record Recommendation(Kind kind, int no, String words, String forBody) {

		/// Whether the body is asked to decide or to note.
		public enum Kind {

			DECISION, NOTING

		}

	}

	/// A document that goes with the report.
	public record Appendix(String no, String title) {
	}

	public Report {
		also = List.copyOf(also);
		fields = List.copyOf(fields);
		recommendations = List.copyOf(recommendations);
		appendices = List.copyOf(appendices);
	}

}

package org.packhorse.pack;

import java.util.List;
import java.util.stream.IntStream;

import org.packhorse.authority.Narrative;

/// The paragraphs of a committee report with the place of each.
///
/// @param part the part that it stands in
/// @param no its number within the part, counted from 1
record ReportWords(String part, int no, String words) {

	/// Those of the parts that a form prints, in the form's order.
	static List<ReportWords> of(List<Narrative> narratives, List<String> parts) {
		return parts.stream()
			.flatMap(part -> narratives.stream().filter(narrative -> narrative.part().equals(part)))
			.flatMap(narrative -> IntStream.range(0, narrative.paragraphs().size())
				.mapToObj(i -> new ReportWords(narrative.part(), i + 1, narrative.paragraphs().get(i).words())))
			.toList();
	}

	/// A problem of this paragraph.
	ReportProblem problem(String fault, String remedy, boolean refused) {
		return new ReportProblem("narratives", "part %s, paragraph %d".formatted(this.part, this.no), fault, remedy, refused);
	}

}

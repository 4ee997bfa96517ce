package org.packhorse.markup;

import java.util.List;

import org.packhorse.document.PackDocument;

/// What reading pack markup comes to: a document, or every fault that was found.
public sealed interface MarkupResult {

	/// The markup is good.
	record Good(PackDocument document) implements MarkupResult {
	}

	/// The markup is at fault; in the order of the markup.
	record Faulty(List<MarkupProblem> problems) implements MarkupResult {
		public Faulty {
			problems = List.copyOf(problems);
		}
	}

}

package org.packhorse.markup;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.packhorse.document.Position;

/// The faults found so far. A fault in a loop of the template is named once, not once for each turn.
final class Faults {

	private static final int MOST = 200;

	private final Set<MarkupProblem> problems = new LinkedHashSet<>();

	void add(Position at, String fault, String remedy) {
		if (this.problems.size() < MOST) {
			this.problems.add(new MarkupProblem(at.file(), at.line(), fault, remedy));
		}
	}

	boolean none() {
		return this.problems.isEmpty();
	}

	List<MarkupProblem> problems() {
		return List.copyOf(this.problems);
	}

}

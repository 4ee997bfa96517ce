package org.packhorse.markup;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.packhorse.document.Position;

/// The faults found so far. A fault in a loop of the template is named once, not once for each turn.
final class Faults {

	private static final int MOST = 200;

	private final Set<MarkupProblem> problems = new LinkedHashSet<>();

	private final Set<MarkupProblem> sure = new LinkedHashSet<>();

	private Position latest;

	private int count;

	Faults(Position start) {
		this.latest = start;
	}

	/// Where the element was written that was read last: faults of the markup's own letters are there or just after.
	Position latest() {
		return this.latest;
	}

	void latest(Position at) {
		this.latest = at;
	}

	void add(Position at, String fault, String remedy) {
		this.count++;
		if (this.problems.size() < MOST) {
			this.problems.add(new MarkupProblem(at.file(), at.line(), fault, remedy));
		}
	}

	/// A fault that stands in the template whatever its variables hold, and even where some of them could not be filled in.
	void sure(Position at, String fault, String remedy) {
		add(at, fault, remedy);
		if (this.sure.size() < MOST) {
			this.sure.add(new MarkupProblem(at.file(), at.line(), fault, remedy));
		}
	}

	void sure(String fault, String remedy) {
		sure(this.latest, fault, remedy);
	}

	/// How often a fault was found, the same one again included.
	int count() {
		return this.count;
	}

	boolean none() {
		return this.problems.isEmpty();
	}

	List<MarkupProblem> problems() {
		return List.copyOf(this.problems);
	}

	List<MarkupProblem> sure() {
		return List.copyOf(this.sure);
	}

}

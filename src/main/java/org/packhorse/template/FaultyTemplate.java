package org.packhorse.template;

import java.util.List;
import java.util.stream.Collectors;

/// Templates, house or settings are at fault; carries every problem, its message lists them.
public final class FaultyTemplate extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final transient List<TemplateProblem> problems;

	public FaultyTemplate(List<TemplateProblem> problems) {
		super(problems.stream().map(TemplateProblem::toString).collect(Collectors.joining("\n")));
		this.problems = List.copyOf(problems);
	}

	/// Every problem, at least one.
	public List<TemplateProblem> problems() {
		return this.problems;
	}

}

package org.packhorse.schedule;

import org.packhorse.template.TemplateProblem;

/// A fault in the schedules folder, in words for the manager who works there.
///
/// @param file the file's name in schedules/
/// @param line the line, from 1; 0 when the fault is the file's as a whole
public record ScheduleProblem(String file, int line, String fault, String remedy) {

	static ScheduleProblem of(TemplateProblem problem) {
		return new ScheduleProblem(problem.file(), problem.line(), problem.fault(), problem.remedy());
	}

	/// The problem as messages show it: "board.yml, line 3: …. …."
	@Override
	public String toString() {
		return new TemplateProblem(this.file, this.line, this.fault, this.remedy).toString();
	}

}

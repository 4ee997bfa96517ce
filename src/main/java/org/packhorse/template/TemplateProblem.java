package org.packhorse.template;

import java.util.Comparator;

/// A fault in the report-templates folder, in words for the author who works there.
///
/// @param file the path below report-templates/
/// @param line the line, from 1; 0 when the fault is the file's as a whole
/// @param fault what is wrong
/// @param remedy what to do about it
public record TemplateProblem(String file, int line, String fault, String remedy) implements Comparable<TemplateProblem> {

	private static final Comparator<TemplateProblem> ORDER = Comparator.comparing(TemplateProblem::file)
		.thenComparing(TemplateProblem::line)
		.thenComparing(TemplateProblem::fault)
		.thenComparing(TemplateProblem::remedy);

	@Override
	public int compareTo(TemplateProblem other) {
		return ORDER.compare(this, other);
	}

	/// The problem as messages show it: "pack/document.ftlx, line 3: …. …."
	@Override
	public String toString() {
		return this.file + (this.line > 0 ? ", line " + this.line : "") + ": " + sentence(this.fault) + " " + sentence(this.remedy);
	}

	private static String sentence(String words) {
		return words.endsWith("?") || words.endsWith(".") ? words : words + ".";
	}

}

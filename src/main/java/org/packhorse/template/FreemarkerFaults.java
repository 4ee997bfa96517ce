package org.packhorse.template;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.packhorse.markup.NearestName;

import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.core.StopException;
import freemarker.template.TemplateException;

/// Puts what FreeMarker complains of into words for authors.
final class FreemarkerFaults {

	private static final int MOST = 100;

	/// What FreeMarker calls things, and what authors know them by; its talk of its own insides is left out.
	private static final List<Map.Entry<String, String>> WORDINGS = List.of(Map.entry(" ?\\(wrapper: [^)]*\\)", ""), Map.entry(" ?==> ", " "),
			Map.entry(" ?\\[in template [^\\]]*\\]", ""), Map.entry(" The name was interpreted by .*", ""),
			Map.entry(" Help \\(latest version\\).*", ""), Map.entry(" \\(Note that FreeMarker.*", ""),
			Map.entry("\\ba hash\\b", "something with parts"), Map.entry("\\bsequence or collection\\b", "list"),
			Map.entry("\\bsequence\\b", "list"));

	private final String file;

	private final Collection<String> names;

	private final Set<TemplateProblem> problems = new LinkedHashSet<>();

	/// @param file the template that was asked for, for faults that name none
	/// @param names the names that stand at the top of the model
	FreemarkerFaults(String file, Collection<String> names) {
		this.file = file;
		this.names = names;
	}

	List<TemplateProblem> problems() {
		return List.copyOf(this.problems);
	}

	void add(ParseException fault) {
		add(fault.getTemplateName(), fault.getLineNumber(), "The template cannot be read: " + sentence(fault.getEditorMessage()),
				"Look for a tag, bracket or quote that is not closed just before");
	}

	void add(TemplateException fault) {
		int line = fault.getLineNumber() == null ? 0 : fault.getLineNumber();
		switch (fault) {
			case ModelFault model -> add(fault.getTemplateSourceName(), line, model.fault(), model.remedy());
			case InvalidReferenceException _ -> addMissing(fault, line);
			case StopException _ -> add(fault.getTemplateSourceName(), line, sentence(fault.getMessageWithoutStackTop()),
					"The template itself stops here; see what it asks for");
			default -> add(fault.getTemplateSourceName(), line, sentence(fault.getMessageWithoutStackTop()),
					"Look at the expression in this line; report-templates/README.md shows what may be written");
		}
	}

	void add(int line, String fault, String remedy) {
		add(this.file, line, fault, remedy);
	}

	void add(TemplateProblem problem) {
		if (this.problems.size() < MOST) {
			this.problems.add(problem);
		}
	}

	private void addMissing(TemplateException fault, int line) {
		var expression = String.valueOf(fault.getBlamedExpressionString());
		boolean top = expression.matches("\\w+") && !this.names.contains(expression);
		add(fault.getTemplateSourceName(), line, top ? "There is no '" + expression + "'" : "'" + expression + "' has no value here",
				top ? NearestName.among(this.names).remedy(expression)
						: "Write ${" + expression + "!} where it may be empty, or put <#if " + expression + "??> round it");
	}

	private void add(@Nullable String file, int line, String fault, String remedy) {
		add(new TemplateProblem(file == null ? this.file : file, line, fault, remedy));
	}

	/// FreeMarker's first paragraph in one line, in words for authors; what follows is written for programmers.
	private static String sentence(@Nullable String message) {
		var first = String.valueOf(message).strip().split("\\R\\s*\\R|\\R-{4}", 2)[0].replaceAll("\\s+", " ");
		for (var wording : WORDINGS) {
			first = first.replaceAll(wording.getKey(), wording.getValue());
		}
		return first.strip().replaceFirst("[.:]$", "");
	}

}

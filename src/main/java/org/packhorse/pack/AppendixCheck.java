package org.packhorse.pack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.packhorse.authority.Report;

/// Holds what a report says of its appendices against the list of them: a number that is not there, a gap in the count, and
/// words that speak of another appendix than the number does.
final class AppendixCheck {

	private static final Pattern REFERENCE = Pattern.compile("\\b[Aa]ppendix\\s+([0-9]{1,2}|[A-Z])\\b");

	private static final Set<String> COMMON = Set.of("appendix", "attached", "report", "this", "that", "with", "from", "council", "detailed", "draft",
			"copy", "received", "have", "been", "which", "note", "approve");

	private final List<Report.Appendix> appendices;

	private final List<ReportWords> paragraphs;

	private final List<ReportProblem> problems = new ArrayList<>();

	AppendixCheck(List<Report.Appendix> appendices, List<ReportWords> paragraphs) {
		this.appendices = appendices;
		this.paragraphs = paragraphs;
	}

	List<ReportProblem> problems() {
		gap();
		for (ReportWords paragraph : this.paragraphs) {
			references(paragraph);
		}
		return this.problems;
	}

	/// Numbers run from 1, letters from A.
	private void gap() {
		for (int i = 0; i < this.appendices.size(); i++) {
			var no = this.appendices.get(i).no();
			var expected = no.matches("[A-Z]") ? String.valueOf((char) ('A' + i)) : String.valueOf(i + 1);
			if (!no.equals(expected)) {
				this.problems.add(new ReportProblem("report_appendices", "no " + no, "Appendix %s stands where %s should".formatted(no, expected),
						"Number the appendices without gaps and mend what refers to them", false));
				return;
			}
		}
	}

	private void references(ReportWords paragraph) {
		var words = paragraph.words();
		var found = REFERENCE.matcher(words);
		int from = 0;
		while (found.find()) {
			var no = found.group(1);
			var before = words.substring(from, found.start());
			from = found.end();
			if (this.appendices.stream().noneMatch(appendix -> appendix.no().equals(no))) {
				this.problems.add(paragraph.problem("It refers to Appendix %s, and the report has %s".formatted(no, all()),
						"Mend the number, or add the appendix to report_appendices", true));
			}
			else {
				speaksOfAnother(paragraph, no, before, words.substring(from).split("[.;]|\\b[Aa]ppendix", 2)[0]);
			}
		}
	}

	private String all() {
		return this.appendices.isEmpty() ? "no appendices" : Wording.listed(this.appendices.stream().map(appendix -> "Appendix " + appendix.no()).toList());
	}

	/// The words before the number say what it is of; where they say nothing, those after it do.
	private void speaksOfAnother(ReportWords paragraph, String no, String before, String after) {
		int stop = IntStream.of(before.lastIndexOf(". "), before.lastIndexOf("; ")).max().orElse(-1);
		var near = words(before.substring(stop + 1));
		var meant = this.appendices.stream().anyMatch(appendix -> shared(near, appendix) > 0) ? near : words(after);
		var named = this.appendices.stream().filter(appendix -> appendix.no().equals(no)).findFirst().orElseThrow();
		this.appendices.stream()
			.max(Comparator.comparingLong(appendix -> shared(meant, appendix)))
			.filter(best -> shared(meant, best) > shared(meant, named) && shared(meant, named) == 0)
			.ifPresent(best -> this.problems.add(paragraph.problem("It speaks of “%s” and says Appendix %s, which is “%s”".formatted(best.title(), no, named.title()),
					"Write Appendix %s, or mend report_appendices".formatted(best.no()), false)));
	}

	/// How many telling words a title has that no other appendix's title has too.
	private long shared(Set<String> words, Report.Appendix appendix) {
		return words(appendix.title()).stream()
			.filter(words::contains)
			.filter(word -> this.appendices.stream().filter(other -> words(other.title()).contains(word)).count() == 1)
			.count();
	}

	private static Set<String> words(String text) {
		return Pattern.compile("[\\p{L}0-9]{4,}").matcher(text.toLowerCase(Locale.ROOT)).results().map(word -> word.group()).filter(word -> !COMMON.contains(word))
			.collect(Collectors.toCollection(HashSet::new));
	}

}

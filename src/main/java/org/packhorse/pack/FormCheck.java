package org.packhorse.pack;

import java.util.ArrayList;
import java.util.List;

import org.packhorse.authority.Report;
import org.packhorse.template.FormSettings;

/// Holds the fields of a report against its form: what must be filled, what may only be yes or no, what belongs together.
final class FormCheck {

	/// A number and a year, such as FD 6400/21; dots in their place are a promise that nobody kept.
	private static final String REFERENCE = "[A-Z]{2,3}[ .]?\\d{1,6}/\\d{2,4}";

	private static final List<String> CONTACT = List.of("post or name", "job title", "e-mail address", "telephone number");

	private final FormSettings form;

	private final Report report;

	private final List<ReportProblem> problems = new ArrayList<>();

	FormCheck(FormSettings form, Report report) {
		this.form = form;
		this.report = report;
	}

	List<ReportProblem> problems() {
		this.form.fields().forEach(this::filled);
		if (this.report.exempt() > 0) {
			filled("reason-for-exemption");
		}
		this.form.yesNo().forEach(this::answered);
		this.form.ticks().forEach(this::ticked);
		exactlyOne();
		this.form.references().forEach(this::referenced);
		this.form.contacts().forEach(this::contact);
		return this.problems;
	}

	private List<String> lines(String field) {
		return this.report.fields().stream().filter(one -> one.name().equals(field)).findFirst().map(Report.Field::lines).orElse(List.of());
	}

	private String words(String field) {
		return String.join(" ", lines(field)).strip();
	}

	private void filled(String field) {
		if (words(field).isEmpty()) {
			refuse(field, "The form asks for it and nothing is on file", "Add a row to report_fields with the field " + field);
		}
	}

	private void answered(String field) {
		var answer = words(field);
		if (!answer.isEmpty() && !this.form.yesNoWords().contains(answer)) {
			refuse(field, "It says '%s'%s".formatted(answer, foreign(answer)), "Write " + String.join(" or ", this.form.yesNoWords()));
		}
	}

	/// Letters that look like others and are not: a reader sees a Y, a program does not.
	private static String foreign(String answer) {
		return answer.codePoints()
			.filter(letter -> Character.isLetter(letter) && Character.UnicodeScript.of(letter) != Character.UnicodeScript.LATIN)
			.mapToObj(letter -> ", in which U+%04X is the %s".formatted(letter, Character.getName(letter).toLowerCase(java.util.Locale.ROOT)))
			.findFirst()
			.orElse("");
	}

	private void ticked(String field) {
		var mark = words(field);
		if (!mark.isEmpty() && !mark.equals("x")) {
			refuse(field, "It says '%s'%s".formatted(mark, foreign(mark)), "Write x, or leave it blank");
		}
	}

	private void exactlyOne() {
		var yes = this.form.yesNoWords().getFirst();
		var chosen = this.form.exactlyOne().stream().filter(field -> words(field).equals(yes)).toList();
		if (!this.form.exactlyOne().isEmpty() && chosen.size() != 1) {
			refuse(String.join(", ", this.form.exactlyOne()), "%s of them %s %s".formatted(chosen.isEmpty() ? "None" : chosen.size(),
					chosen.size() > 1 ? "say" : "says", yes), "Exactly one of them says " + yes);
		}
	}

	private void referenced(String field) {
		var number = words(field);
		if (!number.isEmpty() && !number.matches(REFERENCE)) {
			refuse(field, number.contains("..") || number.contains("…") ? "The reference '%s' ends in dots where its number goes on".formatted(number)
					: "'%s' is no reference".formatted(number), "Ask the officer who was consulted for the number and write it whole, such as FD 6400/21");
		}
	}

	private void contact(String field) {
		var lines = lines(field);
		var blank = new ArrayList<String>();
		for (int i = 0; i < this.form.contactLines(); i++) {
			if (i >= lines.size() || lines.get(i).isBlank()) {
				blank.add(this.form.contactLines() == 1 ? "contact" : CONTACT.get(Math.min(i, CONTACT.size() - 1)));
			}
		}
		if (!blank.isEmpty()) {
			this.problems.add(new ReportProblem("report_fields", "field " + field, "The %s %s blank".formatted(Wording.listed(blank), blank.size() == 1 ? "is" : "are"),
					"Fill it in, so that readers can ask", false));
		}
	}

	private void refuse(String field, String fault, String remedy) {
		this.problems.add(new ReportProblem("report_fields", "field " + field, fault, remedy, true));
	}

}

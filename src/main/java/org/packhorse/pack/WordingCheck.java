package org.packhorse.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.packhorse.authority.Report;
import org.packhorse.plan.Plan;

/// Looks for slips in a report's words that no reader should find: counts that are not what is on file, numbers typed in front
/// of paragraphs, recommendations under the wrong heading, and implications that say nothing.
final class WordingCheck {

	private static final List<String> NUMBERS = List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
			"thirteen", "fourteen", "fifteen");

	private static final Pattern COUNT = Pattern.compile("\\b(" + String.join("|", NUMBERS) + "|[0-9]{1,2})\\s+(?:\\p{L}+\\s+){0,2}?(recommendations|sections)\\b([^.;]*)",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern TYPED = Pattern.compile("^\\s*([0-9]{1,2}(?:\\.[0-9]{1,2}){1,3})\\s");

	private static final String ONLY_NOTES = "(?i)(to |that |cabinet )?(note|notes|receive|receives|be informed)\\b.*";

	private static final String DECIDES = "(?i)(to )?(approve|agree|adopt|authorise|delegate|endorse)\\b.*";

	private final List<Plan> plans;

	private final List<String> implications;

	private final List<Report.Recommendation> recommendations;

	private final List<ReportWords> paragraphs;

	private final List<ReportProblem> problems = new ArrayList<>();

	WordingCheck(List<Plan> plans, List<String> implications, List<Report.Recommendation> recommendations, List<ReportWords> paragraphs) {
		this.plans = plans;
		this.implications = implications;
		this.recommendations = recommendations;
		this.paragraphs = paragraphs;
	}

	List<ReportProblem> problems() {
		this.recommendations.forEach(this::heading);
		this.paragraphs.forEach(this::counted);
		typed();
		this.paragraphs.forEach(this::saysSomething);
		return this.problems;
	}

	private void heading(Report.Recommendation one) {
		boolean decision = one.kind() == Report.Recommendation.Kind.DECISION;
		if (one.words().matches(decision ? ONLY_NOTES : DECIDES)) {
			this.problems.add(new ReportProblem("report_recommendations", "%s %d".formatted(decision ? "decision" : "noting", one.no()),
					decision ? "It stands under decisions and asks only to note" : "It stands under noting and asks for a decision",
					"Write %s in the column kind, or reword it".formatted(decision ? "noting" : "decision"), false));
		}
	}

	/// "Nine sections, each leading on a recommendation" counts recommendations too.
	private void counted(ReportWords paragraph) {
		var found = COUNT.matcher(paragraph.words());
		while (found.find()) {
			int said = number(found.group(1));
			boolean recommendations = found.group(2).equalsIgnoreCase("recommendations");
			boolean each = !recommendations && found.group(3).matches("(?is).*\\beach\\b.*\\brecommendation.*");
			int sections = this.plans.stream().mapToInt(plan -> plan.sections().size()).sum();
			int answered = (int) this.plans.stream().flatMap(plan -> plan.sections().stream()).filter(section -> !section.recommendation().isBlank()).count();
			int onFile = recommendations || each ? answered : sections;
			if (said != onFile && !this.plans.isEmpty() && !(recommendations && said == this.recommendations.size())) {
				this.problems.add(paragraph.problem("It says “%s”, and the plan on file has %d %s".formatted(found.group().strip(), onFile,
						recommendations || each ? "sections with a recommendation" : "sections"), "Mend the number, or the plan", false));
			}
		}
	}

	private static int number(String words) {
		int named = NUMBERS.indexOf(words.toLowerCase(Locale.ROOT));
		return named >= 0 ? named + 1 : Integer.parseInt(words);
	}

	/// The form counts paragraphs by itself; typed numbers go wrong, and two of the same are wrong already.
	private void typed() {
		Map<String, ReportWords> first = new HashMap<>();
		for (ReportWords paragraph : this.paragraphs) {
			var found = TYPED.matcher(paragraph.words());
			if (found.find()) {
				var before = first.putIfAbsent(found.group(1), paragraph);
				this.problems.add(before == null
						? paragraph.problem("The number %s is typed in front of the words".formatted(found.group(1)), "Take it out; the form numbers by itself", false)
						: paragraph.problem("The number %s is typed a second time, after part %s, paragraph %d".formatted(found.group(1), before.part(), before.no()),
								"Take both out; the form numbers by itself", false));
			}
		}
	}

	private void saysSomething(ReportWords paragraph) {
		if (this.implications.contains(paragraph.part()) && paragraph.words().strip().matches("(?i)(none|none known|nil|n/a|not applicable)\\.?")) {
			this.problems.add(paragraph.problem("“%s” is all that is said of an implication".formatted(paragraph.words().strip()),
					"Say in a sentence that there are none and how the council knows", false));
		}
	}

}

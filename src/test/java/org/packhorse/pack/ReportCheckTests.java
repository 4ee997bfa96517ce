package org.packhorse.pack;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.packhorse.Published;
import org.packhorse.SmallCouncil;
import org.packhorse.TestDatabases;
import org.packhorse.TestHome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// The slips that three published reports had are found before a report goes out; what a final report is refused for, a draft says.
class ReportCheckTests {

	private static final LocalDate JULY = LocalDate.of(2021, 7, 1);

	@TempDir
	private Path folder;

	@Test
	void soundReportHasNothingToSay() {
		assertThat(problems("sefton-2021", new SmallReport())).isEmpty();
		assertThat(problems("st-helens-2020", new SmallReport())).isEmpty();
		assertThat(problems("st-helens-2021", new SmallReport())).isEmpty();
	}

	@Test
	void greekUpsilonIsNoYes() {
		assertThat(problems("sefton-2021", new SmallReport().field("climate-neutral", "\u03A5"))).anySatisfy(problem -> {
			assertThat(problem.refused()).isTrue();
			assertThat(problem.sentence()).isEqualTo(
					"report_fields, field climate-neutral: It says '\u03A5', in which U+03A5 is the greek capital letter upsilon. Write Y or N.");
		}).anySatisfy(problem -> assertThat(problem.sentence()).isEqualTo(
				"report_fields, field climate-positive, climate-neutral, climate-negative: None of them says Y. Exactly one of them says Y."));
	}

	@Test
	void climateHasOneEffectOnly() {
		assertThat(sentences("sefton-2021", new SmallReport().field("climate-positive", "Y"))).containsExactly(
				"report_fields, field climate-positive, climate-neutral, climate-negative: 2 of them say Y. Exactly one of them says Y.");
	}

	@Test
	void dotsAreNoReference() {
		assertThat(sentences("sefton-2021", new SmallReport().field("fd-reference", "FD 6400/21....."))).containsExactly(
				"report_fields, field fd-reference: The reference 'FD 6400/21.....' ends in dots where its number goes on. Ask the officer who was consulted for the number and write it whole, such as FD 6400/21.");
	}

	@Test
	void blankTelephoneIsNamedAndDoesNotStopTheReport() {
		var found = problems("sefton-2021", new SmallReport().field("contact-officer", "Officer", "Team", "officer@testingham.example", ""));
		assertThat(found).singleElement().satisfies(problem -> {
			assertThat(problem.refused()).isFalse();
			assertThat(problem.sentence()).isEqualTo("report_fields, field contact-officer: The telephone number is blank. Fill it in, so that readers can ask.");
		});
	}

	@Test
	void fieldThatTheFormAsksForMustBeFilled() {
		assertThat(sentences("st-helens-2020", new SmallReport().without("plan-theme"))).containsExactly(
				"report_fields, field plan-theme: The form asks for it and nothing is on file. Add a row to report_fields with the field plan-theme.");
		assertThat(problems("st-helens-2021", new SmallReport().without("plan-theme"))).as("another form does not ask for it").isEmpty();
	}

	@Test
	void tickIsAnX() {
		assertThat(sentences("st-helens-2021", new SmallReport().field("priority-2", "yes"))).containsExactly(
				"report_fields, field priority-2: It says 'yes'. Write x, or leave it blank.");
	}

	@Test
	void appendixThatIsNotThereIsRefusedAndOneOfAnotherTitleIsNamed() {
		var report = new SmallReport().part("background", "A copy of the letter is attached at Appendix 2.", "Attached at Appendix 1 to this report is the plan.",
				"Members are asked to note the letter from inspectors at Appendix 1 and to approve the plan attached at Appendix 2.", "See Appendix 3.");
		assertThat(sentences("st-helens-2020", report)).containsExactly(
				"narratives, part background, paragraph 4: It refers to Appendix 3, and the report has Appendix 1 and Appendix 2. Mend the number, or add the appendix to report_appendices.",
				"narratives, part background, paragraph 3: It speaks of “Outcome letter” and says Appendix 1, which is “Improvement plan”. Write Appendix 2, or mend report_appendices.",
				"narratives, part background, paragraph 3: It speaks of “Improvement plan” and says Appendix 2, which is “Outcome letter”. Write Appendix 1, or mend report_appendices.");
	}

	@Test
	void appendicesHaveNoGaps() {
		assertThat(sentences("st-helens-2021", new SmallReport().appendices("1,Plan\n3,Letter\n"))).containsExactly(
				"report_appendices, no 3: Appendix 3 stands where 2 should. Number the appendices without gaps and mend what refers to them.");
	}

	@Test
	void decisionThatOnlyNotesStandsUnderTheWrongHeading() {
		assertThat(sentences("st-helens-2021", new SmallReport().recommendations("decision,1,To note the feedback,\nnoting,1,Approve the plan,\n"))).containsExactly(
				"report_recommendations, decision 1: It stands under decisions and asks only to note. Write noting in the column kind, or reword it.",
				"report_recommendations, noting 1: It stands under noting and asks for a decision. Write decision in the column kind, or reword it.");
	}

	@Test
	void countOfRecommendationsIsThatOfThePlan() {
		var report = new SmallReport().part("background", "The plan contains nine sections, with each section leading on a specific recommendation.", "It has no sections.");
		assertThat(sentences("st-helens-2020", report)).singleElement().asString().startsWith(
				"narratives, part background, paragraph 1: It says “nine sections, with each section leading on a specific recommendation”, and the plan on file has 0");
	}

	@Test
	void numberTypedTwiceIsNamed() {
		var report = new SmallReport().part("background", "# 2.3 Strengths", "a", "# 2.3 Actions", "b");
		assertThat(sentences("sefton-2021", report)).containsExactly(
				"narratives, part background, paragraph 1: The number 2.3 is typed in front of the words. Take it out; the form numbers by itself.",
				"narratives, part background, paragraph 3: The number 2.3 is typed a second time, after part background, paragraph 1. Take both out; the form numbers by itself.");
	}

	@Test
	void noneKnownIsNoImplication() {
		assertThat(sentences("st-helens-2020", new SmallReport().part("equalities", "None known."))).containsExactly(
				"narratives, part equalities, paragraph 1: “None known.” is all that is said of an implication. Say in a sentence that there are none and how the council knows.");
	}

	@Test
	void finalReportIsRefusedWithAllThatIsWrongAndADraftSaysIt() {
		var report = new SmallReport().field("fd-reference", "FD ...").field("climate-positive", "Y").part("legal");
		var home = TestHome.fresh("refused");
		try (var database = TestDatabases.h2().home(home)) {
			report.files(this.folder.resolve("data")).into(database);
			var request = Published.in("sefton-2021", Published.request(SmallCouncil.CODE, "cabinet-report", JULY, home.resolve("out")));
			assertThatThrownBy(() -> Published.make(database, request)).isInstanceOf(PackProblem.class).hasMessageContaining("field fd-reference")
				.hasMessageContaining("2 of them say Y").hasMessageContaining("--draft");
			var made = Published.make(database, Published.draft(request));
			assertThat(made.notes()).anyMatch(note -> note.contains("field fd-reference")).anyMatch(note -> note.startsWith("narratives, part legal: The form asks for it and no words are on file."));
			assertThat(new String(Published.file(made.edition(), org.packhorse.writer.PackFormat.HTML), java.nio.charset.StandardCharsets.UTF_8))
				.contains("Notes for the report", "No words are on file for this heading.");
		}
	}

	@Test
	void withoutAReportThereIsNothingToPrintNotEvenADraft() {
		var home = TestHome.fresh("none");
		try (var database = TestDatabases.h2().home(home)) {
			SmallCouncil.files(this.folder.resolve("data")).into(database);
			var request = Published.request(SmallCouncil.CODE, "cabinet-report", JULY, home.resolve("out"));
			assertThatThrownBy(() -> Published.make(database, Published.draft(request))).hasMessageContaining("No meeting of the body that the pack goes to is on file after 1 July 2021");
		}
	}

	@Test
	void reportThatIsExemptAsAWholeIsNotForThePublic() {
		assertThat(sentences("st-helens-2021", new SmallReport().row("no,,3").field("reason-for-exemption", "Costs"))).singleElement().asString()
			.startsWith("reports, exempt: The whole report is exempt under paragraph 3");
	}

	/// St Helens' Cabinet of 26 February 2020, and no holidays on file for a meeting of 2021.
	@Test
	void lastDaysForAgendaAndNoticeAreSaid() {
		var holidays = "date,title\n2020-01-01,New Year's Day\n2020-04-10,Good Friday\n2020-04-13,Easter Monday\n2020-05-08,Early May\n2020-05-25,Spring\n2020-08-31,Summer\n2020-12-25,Christmas Day\n2020-12-28,Boxing Day\n";
		assertThat(notes(new SmallReport().on("2020-02-26").row("yes,,0"), LocalDate.of(2020, 1, 20), holidays)).contains(
				"The agenda with this report must be published by 18 February 2020: 5 clear days before Cabinet meets on 26 February 2020.",
				"Notice of the key decision must be published by 28 January 2020: 28 clear days before the meeting; reports.notice_on says when.");
		assertThat(notes(new SmallReport().on("2020-02-26").row("yes,2020-01-29,0"), LocalDate.of(2020, 2, 20), holidays)).contains(
				"Notice of the key decision was published on 29 January 2020, and the last day for it was 28 January 2020: 28 clear days before the meeting.",
				"The agenda with this report was to be published by 18 February 2020 (5 clear days before Cabinet meets on 26 February 2020), which has passed.");
		assertThat(notes(new SmallReport(), JULY, "date,title\n2020-01-01,New Year's Day\n"))
			.anyMatch(note -> note.startsWith("The last day for publishing the agenda of Cabinet on 14 July 2021 cannot be worked out. The bank holidays of 2021 are not on file"));
	}

	private List<String> notes(SmallReport report, LocalDate asAt, String holidays) {
		var home = TestHome.fresh("notes");
		try (var database = TestDatabases.h2().home(home)) {
			report.files(this.folder.resolve(home.getFileName())).csv("bank_holidays", holidays).into(database);
			return Published.make(database, Published.request(SmallCouncil.CODE, "cabinet-report", asAt, home.resolve("out"))).notes();
		}
	}

	private static List<String> sentences(String house, SmallReport report) {
		return problems(house, report).stream().map(ReportProblem::sentence).toList();
	}

	private static List<ReportProblem> problems(String house, SmallReport report) {
		return ReportCheck.problems(report.snapshot(house, JULY));
	}

}

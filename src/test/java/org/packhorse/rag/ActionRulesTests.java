package org.packhorse.rag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.packhorse.rag.Actions.from;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ActionRulesTests {

	/// 1 January 2021 is day 0 and 11 April day 100, so the day's number is the percentage expected.
	private static final LocalDate START = LocalDate.parse("2021-01-01");

	private static Actions hundredDays() {
		return from("2021-01-01", "2021-04-11");
	}

	private static String day(int number) {
		return START.plusDays(number).toString();
	}

	private static Arguments row(String what, Actions action, int day, String verdict) {
		return arguments(what, action, day(day), verdict);
	}

	static Stream<Arguments> factsAndColours() {
		return Stream.of(
				row("superseded, though overdue and declared red", hundredDays().update(day(90), "superseded", "red"), 120,
						"GREY withdrawn: The action is superseded, as reported on 1 April 2021."),
				row("deferred", hundredDays().update(day(9), "deferred"), 10,
						"GREY withdrawn: The action is deferred, as reported on 10 January 2021."),

				row("embedded with evidence", hundredDays().update(day(80), "evidence an audit").update(day(90), "embedded"), 120,
						"BLUE embedded: Embedded, with evidence reported on 22 March 2021."),
				row("embedded without evidence", hundredDays().update(day(90), "embedded"), 120,
						"COMPLETE complete: Reported embedded on 1 April 2021, but no evidence is given."),
				row("complete, long after its due date", hundredDays().update(day(90), "complete", "evidence an audit"), 300,
						"COMPLETE complete: Reported complete on 1 April 2021."),
				row("evidenced", hundredDays().update(day(90), "evidenced"), 120,
						"COMPLETE complete: Reported evidenced on 1 April 2021, but no evidence is given."),
				row("completed today", hundredDays().update(day(60), "in progress", "completed 2021-03-12", "evidence an audit"), 70,
						"COMPLETE complete: Completed on 12 March 2021."),
				row("to be completed tomorrow", hundredDays().update(day(60), "in progress", "percent 90", "completed 2021-03-13"), 70,
						"GREEN on-track: On track: reported 90% complete, 70% expected by now, due 11 April 2021."),
				row("completed once, but the latest update says nothing of it",
						hundredDays().update(day(50), "complete", "completed 2021-02-20").update(day(60), "percent 80"), 70,
						"GREEN on-track: On track: reported 80% complete, 70% expected by now, due 11 April 2021."),

				row("starts tomorrow", from("2021-01-02", "2021-04-11"), 0, "GREY not-due: Not due to start until 2 January 2021."),
				row("starts tomorrow, but something is done", from("2021-01-02", "2021-04-11").update(day(0), "percent 10"), 0,
						"GREEN on-track: On track: reported 10% complete, 0% expected by now, due 11 April 2021."),

				row("due today, all but done", hundredDays().update(day(99), "percent 100"), 100,
						"GREEN on-track: On track: reported 100% complete, 100% expected by now, due 11 April 2021."),
				row("due yesterday", hundredDays().update(day(99), "percent 100"), 101,
						"RED overdue: Overdue by 1 day: due 11 April 2021, reported 100% complete."),
				row("overdue before silent and declared red", hundredDays().update(day(20), "red", "percent 60"), 112,
						"RED overdue: Overdue by 12 days: due 11 April 2021, reported 60% complete."),
				row("overdue after a move", hundredDays().update(day(50), "revised 2021-04-21"), 112,
						"RED overdue: Overdue by 2 days: due 21 April 2021 (moved once, first due 11 April 2021), no progress reported."),

				row("62 days without a report are stale", hundredDays().update(day(10), "percent 99"), 72,
						"AMBER stale: Nothing reported for 62 days, since the last report on 11 January 2021."),
				row("63 days are silent", hundredDays().update(day(10), "percent 99"), 73,
						"RED silent: Nothing reported for 63 days, since the last report on 11 January 2021."),
				row("63 days since the start without any report", from("2021-01-01", "2023-12-31"), 63,
						"RED silent: Nothing reported for 63 days, since the start on 1 January 2021."),
				row("a report before the start: silence counts from the start", from("2021-01-01", "2023-12-31").update("2020-10-01", "percent 1"), 62,
						"AMBER stale: Nothing reported for 62 days, since the start on 1 January 2021."),
				row("silent before no date", from(null, null).update(day(0), "percent 10"), 63,
						"RED silent: Nothing reported for 63 days, since the last report on 1 January 2021."),

				row("declared red before no date", from("2021-01-01", null).update(day(9), "red"), 10,
						"RED declared-red: Declared red by its lead on 10 January 2021."),
				row("declared red in an earlier update only", hundredDays().update(day(8), "red").update(day(9), "percent 10"), 10,
						"GREEN on-track: On track: reported 10% complete, 10% expected by now, due 11 April 2021."),
				row("ongoing", from("2021-01-01", null).dueWords("ongoing").update(day(9), "percent 50"), 10,
						"AMBER no-date: No due date to measure progress against: the plan says \"ongoing\"."),
				row("no date at all", from("2021-01-01", null).update(day(9), "percent 50"), 10,
						"AMBER no-date: No due date to measure progress against."),
				row("no start and no approval", from(null, "2021-04-11").update(day(9), "percent 50"), 10,
						"AMBER no-date: No start date to measure progress from; due 11 April 2021."),

				row("just under 70% of the expected", hundredDays().update(day(49), "percent 34.9"), 50,
						"RED far-behind: Far behind: reported 34.9% complete, 50% expected by now, due 11 April 2021."),
				row("exactly 70% of the expected", hundredDays().update(day(49), "percent 35"), 50,
						"AMBER behind: Behind: reported 35% complete, 50% expected by now, due 11 April 2021."),
				row("exactly 70% of three sevenths", from("2021-01-01", "2021-03-12").update(day(29), "percent 30"), 30,
						"AMBER behind: Behind: reported 30% complete, 42.9% expected by now, due 12 March 2021."),
				row("just under 90% of the expected", hundredDays().update(day(49), "percent 44.9"), 50,
						"AMBER behind: Behind: reported 44.9% complete, 50% expected by now, due 11 April 2021."),
				row("exactly 90% of the expected", hundredDays().update(day(49), "percent 45"), 50,
						"GREEN on-track: On track: reported 45% complete, 50% expected by now, due 11 April 2021."),
				row("5 points short early on", hundredDays().update(day(9), "percent 5"), 10,
						"RED far-behind: Far behind: reported 5% complete, 10% expected by now, due 11 April 2021."),
				row("less than 5 points short early on", hundredDays().update(day(9), "percent 5.1"), 10,
						"GREEN on-track: On track: reported 5.1% complete, 10% expected by now, due 11 April 2021."),
				row("nothing expected on the first day", hundredDays(), 0,
						"GREEN on-track: On track: no progress reported, 0% expected by now, due 11 April 2021."),
				row("nothing reported on day 5", hundredDays(), 5,
						"RED far-behind: Far behind: no progress reported, 5% expected by now, due 11 April 2021."),
				row("starts and is due today", from("2021-01-01", "2021-01-01"), 0,
						"RED far-behind: Far behind: no progress reported, 100% expected by now, due 1 January 2021."),
				row("due before it starts, and begun", from("2021-03-01", "2021-02-01").update(day(9), "percent 10"), 10,
						"GREEN on-track: On track: reported 10% complete, 0% expected by now, due 1 February 2021."),

				row("28 days to go and a little short", hundredDays().update(day(71), "percent 71"), 72,
						"AMBER due-soon: Due in 28 days, on 11 April 2021: reported 71% complete, 72% expected by now."),
				row("28 days to go and on time", hundredDays().update(day(71), "percent 72"), 72,
						"GREEN on-track: On track: reported 72% complete, 72% expected by now, due 11 April 2021."),
				row("29 days to go and a little short", hundredDays().update(day(70), "percent 70"), 71,
						"GREEN on-track: On track: reported 70% complete, 71% expected by now, due 11 April 2021."),
				row("due today and a little short", hundredDays().update(day(99), "percent 99"), 100,
						"AMBER due-soon: Due today, 11 April 2021: reported 99% complete, 100% expected by now."),

				row("moved", hundredDays().update(day(60), "percent 90", "revised 2021-05-31"), 70,
						"AMBER moved: The due date has moved once: now due 31 May 2021, first due 11 April 2021."),
				row("moved before stale", hundredDays().update(day(30), "percent 90", "revised 2021-05-31"), 70,
						"AMBER moved: The due date has moved once: now due 31 May 2021, first due 11 April 2021."),
				row("the same date again is no move", hundredDays().update(day(60), "percent 90", "revised 2021-04-11"), 70,
						"GREEN on-track: On track: reported 90% complete, 70% expected by now, due 11 April 2021."),
				row("there and back are two moves",
						hundredDays().update(day(50), "revised 2021-05-31").update(day(60), "percent 90", "revised 2021-04-11"), 70,
						"AMBER moved: The due date has moved twice: now due 11 April 2021, first due 11 April 2021."),
				row("a first date for an ongoing action is a move", from("2021-01-01", null).update(day(60), "percent 90", "revised 2021-05-31"), 70,
						"AMBER moved: The due date has moved once: now due 31 May 2021, the plan gave none."),

				row("35 days without a report", hundredDays().update(day(35), "percent 90"), 70,
						"GREEN on-track: On track: reported 90% complete, 70% expected by now, due 11 April 2021."),
				row("36 days without a report", hundredDays().update(day(34), "percent 90"), 70,
						"AMBER stale: Nothing reported for 36 days, since the last report on 4 February 2021."),
				row("declared amber", hundredDays().update(day(60), "percent 90", "amber"), 70,
						"AMBER declared-amber: Declared amber by its lead on 2 March 2021."));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("factsAndColours")
	void theFirstRuleThatFitsGivesTheColour(String what, Actions action, String asAt, String verdict) {
		assertThat(Actions.verdict(action.at(asAt))).as(what).isEqualTo(verdict);
	}

	@Test
	void aRedLinkedIndicatorKeepsAnEmbeddedActionComplete() {
		var action = hundredDays().update(day(90), "embedded", "evidence an audit");

		assertThat(Actions.verdict(action.at(day(95), Indicators.coloured(Rag.RED))))
			.isEqualTo("COMPLETE complete: Reported embedded on 1 April 2021, but the linked indicator K1 is red.");
		assertThat(Actions.verdict(action.at(day(95), Indicators.coloured(Rag.AMBER))))
			.isEqualTo("BLUE embedded: Embedded, with evidence reported on 1 April 2021, and the linked indicator K1 is amber.");
		assertThat(action.at(day(95), Indicators.coloured(Rag.NONE)).rating()).isEqualTo(Rag.BLUE);
	}

	@Test
	void bothReasonsAgainstBlueAreTold() {
		var action = hundredDays().update(day(90), "embedded");

		assertThat(action.at(day(95), Indicators.coloured(Rag.RED)).reason())
			.isEqualTo("Reported embedded on 1 April 2021, but no evidence is given and the linked indicator K1 is red.");
	}

	@Test
	void thePlansApprovalStandsInForAMissingStart() {
		var action = from(null, "2021-04-11").update(day(49), "percent 50").action();
		var assessment = new RagPolicy(RagSettings.defaults()).assess(action, START, null, List.of(), LocalDate.parse(day(50)));

		assertThat(assessment.rule()).isEqualTo(RagRule.ON_TRACK);
		assertThat(assessment.dates().startsOn()).isEqualTo(START);
	}

	@Test
	void updatesAfterTheDateAreNotSeen() {
		var action = hundredDays().update(day(40), "in progress", "percent 45")
			.update(day(60), "embedded", "percent 100", "evidence an audit", "revised 2021-12-31", "completed 2021-01-10");

		var before = action.at(day(50));

		assertThat(before).isEqualTo(withoutTheLater(before));
		assertThat(before.rule()).isEqualTo(RagRule.ON_TRACK);
		assertThat(before.dates().moves()).isZero();
		assertThat(action.at(day(60)).rating()).isEqualTo(Rag.BLUE);
	}

	private static ActionAssessment withoutTheLater(ActionAssessment seen) {
		var alone = hundredDays().update(day(40), "in progress", "percent 45").at(day(50));
		return new ActionAssessment(seen.action(), alone.computed(), alone.progress(), alone.dates(), alone.overrides(), alone.flags());
	}

	@Test
	void everySlipIsRemembered() {
		var action = hundredDays().update(day(20), "revised 2021-05-31")
			.update(day(40), "revised 2021-05-31")
			.update(day(60), "revised 2021-06-30", "percent 40")
			.at(day(70));

		assertThat(action.dates().originalDueOn()).isEqualTo("2021-04-11");
		assertThat(action.dates().dueOn()).isEqualTo("2021-06-30");
		assertThat(action.dates().moves()).isEqualTo(2);
		assertThat(action.dates().daysSlipped()).isEqualTo(80);
		assertThat(action.dates().daysToDue()).isEqualTo(110);
	}

	@Test
	void daysToDueAreNegativeOnceOverdue() {
		assertThat(hundredDays().at(day(112)).dates().daysToDue()).isEqualTo(-12);
	}

	@Test
	void expectedProgressIsUnroundedAndHeldWithinItsBounds() {
		assertThat(from("2021-01-01", "2021-03-12").at(day(30)).progress().expected()).isNotNull()
			.satisfies(expected -> assertThat(expected.setScale(6, RoundingMode.HALF_UP)).isEqualByComparingTo("42.857143"));
		assertThat(hundredDays().at("2020-12-01").progress().expected()).isEqualByComparingTo("0");
		assertThat(hundredDays().at(day(200)).progress().expected()).isEqualByComparingTo("100");
		assertThat(from("2021-01-01", null).at(day(50)).progress().expected()).isNull();
	}

	@Test
	void percentAndEvidenceAreTheLatestThatAreNotBlank() {
		var progress = hundredDays().update(day(10), "percent 30", "evidence an audit").update(day(20), "in progress").at(day(25)).progress();

		assertThat(progress.reported()).isEqualTo(BigDecimal.valueOf(30));
		assertThat(progress.evidence()).isEqualTo("an audit");
		assertThat(progress.lastReportedOn()).isEqualTo(day(20));
	}

	@Test
	void aHousesOwnThresholdsAreUsed() {
		var strict = new RagPolicy(RagSettings.of(Map.of("silent-days", "30", "stale-days", "14", "moves", "2")));
		var action = hundredDays().update(day(20), "percent 95", "revised 2021-05-31").action();

		assertThat(strict.assess(action, null, null, List.of(), LocalDate.parse(day(34))).rule()).isEqualTo(RagRule.ON_TRACK);
		assertThat(strict.assess(action, null, null, List.of(), LocalDate.parse(day(35))).rule()).isEqualTo(RagRule.STALE);
		assertThat(strict.assess(action, null, null, List.of(), LocalDate.parse(day(51))).rule()).isEqualTo(RagRule.SILENT);
	}

}

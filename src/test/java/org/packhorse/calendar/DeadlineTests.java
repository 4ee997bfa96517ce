package org.packhorse.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Deadlines of St Helens, Sefton and Stockton: published where a source is named, else counted by hand from the
/// regulations (SI 2007/462, SI 2012/2089, Local Government Act 1972 s100B).
class DeadlineTests {

	private final WorkingDays workingDays = OnFile.workingDays();

	@ParameterizedTest(name = "{3}")
	@CsvSource({
			"FINAL_PLAN,       2023-05-09, 2023-08-16, 'Stockton, final plan: its council minutes say by 16 August'",
			"REPORT_PUBLISHED, 2019-11-04, 2019-12-16, 'St Helens, report published'",
			"FINAL_PLAN,       2019-11-04, 2020-02-13, 'St Helens, written statement of action'",
			"DRAFT_PLAN,       2021-05-10, 2021-06-08, 'Sefton, draft plan, counted from publication'",
			"FINAL_PLAN,       2021-04-27, 2021-08-05, 'Sefton, final plan, counted from the likely receipt'",
			"FINAL_PLAN,       2021-05-10, 2021-08-17, 'Sefton, final plan, counted from publication'",
			"FINAL_PLAN,       2018-08-24, 2018-12-03, 'St Helens 2018, final plan: the press names 3 December'" })
	void aDeadlineIsSoManyWorkingDaysAfterItsTrigger(Deadline.Rule rule, LocalDate trigger, LocalDate due, String what) {
		var deadline = Deadline.of(rule, trigger, null, this.workingDays);

		assertThat(deadline.due()).as(what).isEqualTo(due);
		assertThat(deadline.differs()).isFalse();
	}

	@Test
	void theDraftThatSeftonSentOn26MayAnswersALetterOf27April() {
		assertThat(this.workingDays.minus(LocalDate.parse("2021-05-26"), 20)).isEqualTo("2021-04-27");
		assertThat(Deadline.of(Deadline.Rule.DRAFT_PLAN, LocalDate.parse("2021-04-27"), null, this.workingDays).due())
			.isEqualTo("2021-05-26");
	}

	@Test
	void aDateStatedInTheLetterWinsAndTheComputedOneStaysAsACheck() {
		// The press names 10 September 2018 for St Helens' draft; from 24 August, 20 working days make 24 September
		// (27 August was the summer bank holiday).
		var deadline = Deadline.of(Deadline.Rule.DRAFT_PLAN, LocalDate.parse("2018-08-24"), LocalDate.parse("2018-09-10"), this.workingDays);

		assertThat(deadline.due()).isEqualTo("2018-09-10");
		assertThat(deadline.computed()).isEqualTo("2018-09-24");
		assertThat(deadline.differs()).isTrue();
		assertThat(deadline.words()).isEqualTo("Draft action plan due 10 September 2018, as the letter states; "
				+ "20 working days from 24 August 2018 would be 24 September 2018.");
	}

	@Test
	void aStatedDateThatIsTheComputedOneIsConfirmed() {
		var deadline = Deadline.of(Deadline.Rule.FINAL_PLAN, LocalDate.parse("2023-05-09"), LocalDate.parse("2023-08-16"), this.workingDays);

		assertThat(deadline.differs()).isFalse();
		assertThat(deadline.words())
			.isEqualTo("Final action plan due 16 August 2023, as the letter states, which is 70 working days from 9 May 2023.");
	}

	@ParameterizedTest(name = "{4}, {1} clear days ({0})")
	@CsvSource({
			"WORKING,  5,  2020-02-26, 2020-02-18, St Helens Cabinet",
			"CALENDAR, 5,  2020-02-26, 2020-02-20, St Helens Cabinet",
			"CALENDAR, 28, 2020-02-26, 2020-01-28, St Helens Cabinet",
			"WORKING,  5,  2021-07-14, 2021-07-06, St Helens Cabinet",
			"CALENDAR, 5,  2021-07-14, 2021-07-08, St Helens Cabinet",
			"CALENDAR, 28, 2021-07-14, 2021-06-15, St Helens Cabinet",
			"WORKING,  5,  2021-06-09, 2021-06-01, Sefton Health and Wellbeing Board",
			"CALENDAR, 5,  2021-06-09, 2021-06-03, Sefton Health and Wellbeing Board",
			"CALENDAR, 28, 2021-06-09, 2021-05-11, Sefton Health and Wellbeing Board",
			"WORKING,  5,  2021-07-06, 2021-06-28, Sefton Overview and Scrutiny",
			"CALENDAR, 5,  2021-07-06, 2021-06-30, Sefton Overview and Scrutiny",
			"CALENDAR, 28, 2021-07-06, 2021-06-07, Sefton Overview and Scrutiny" })
	void clearDaysLeaveOutPublicationAndMeeting(ClearDays reading, int clearDays, LocalDate meeting, LocalDate latest, String body) {
		assertThat(reading.latestPublication(meeting, clearDays, this.workingDays)).as(body).isEqualTo(latest);
	}

}

package org.packhorse.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTests {

	private final WorkingDays workingDays = OnFile.workingDays();

	@ParameterizedTest(name = "{0} {2}: {1}")
	@CsvSource({
			"2023-05-26, true,  a Friday",
			"2023-05-27, false, a Saturday",
			"2023-05-28, false, a Sunday",
			"2023-05-29, false, the spring bank holiday",
			"2021-04-02, false, Good Friday",
			"2021-12-24, true,  Christmas Eve",
			"2021-12-27, false, the substitute day of Christmas Day",
			"2020-05-04, true,  a Monday whose bank holiday was moved",
			"2020-05-08, false, the Friday it was moved to",
			"2022-09-19, false, the day of the state funeral" })
	void aWorkingDayIsNoWeekendAndNoBankHoliday(LocalDate day, boolean working, String what) {
		assertThat(this.workingDays.isWorkingDay(day)).as(what).isEqualTo(working);
	}

	@Test
	void theTriggerDayIsDayNull() {
		assertThat(this.workingDays.plus(LocalDate.parse("2023-05-09"), 0)).isEqualTo("2023-05-09");
		assertThat(this.workingDays.plus(LocalDate.parse("2023-05-09"), 1)).isEqualTo("2023-05-10");
	}

	@Test
	void aTriggerOnAWeekendCountsFromTheNextWorkingDay() {
		assertThat(this.workingDays.plus(LocalDate.parse("2023-05-13"), 1)).isEqualTo("2023-05-15");
	}

	@Test
	void countingBackSkipsEasterToo() {
		assertThat(this.workingDays.minus(LocalDate.parse("2021-04-06"), 1)).isEqualTo("2021-04-01");
	}

	@Test
	void betweenUndoesPlus() {
		var trigger = LocalDate.parse("2023-05-09");

		assertThat(this.workingDays.between(trigger, LocalDate.parse("2023-08-16"))).isEqualTo(70);
		assertThat(this.workingDays.between(LocalDate.parse("2023-08-16"), trigger)).isEqualTo(-70);
		assertThat(this.workingDays.between(trigger, trigger)).isZero();
	}

	@Test
	void theNearestWorkingDaysAroundEaster() {
		var goodFriday = LocalDate.parse("2021-04-02");

		assertThat(this.workingDays.onOrAfter(goodFriday)).isEqualTo("2021-04-06");
		assertThat(this.workingDays.onOrBefore(goodFriday)).isEqualTo("2021-04-01");
		assertThat(this.workingDays.onOrBefore(LocalDate.parse("2021-04-01"))).isEqualTo("2021-04-01");
	}

	@Test
	void aYearWithoutHolidaysOnFileIsRefusedByName() {
		assertThatExceptionOfType(BankHolidaysMissing.class)
			.isThrownBy(() -> this.workingDays.plus(LocalDate.parse("2028-12-20"), 20))
			.withMessage("The bank holidays of 2029 are not on file, so working days in that year cannot be counted. "
					+ "Load the bank holidays of 2029 and try again.");
	}

	@Test
	void aYearWithHalfAListIsRefusedToo() {
		var half = new WorkingDays(new BankHolidays(Set.of(LocalDate.parse("2030-01-01"))));

		assertThatExceptionOfType(BankHolidaysMissing.class).isThrownBy(() -> half.isWorkingDay(LocalDate.parse("2030-06-03")))
			.withMessageContaining("Only 1 of the bank holidays of 2030")
			.satisfies(refused -> assertThat(refused.year()).isEqualTo(2030));
	}

	@Test
	void theYearsOnFileAreTold() {
		assertThat(new BankHolidays(OnFile.bankHolidays()).years()).first().isEqualTo(2015);
		assertThat(new BankHolidays(OnFile.bankHolidays()).years()).last().isEqualTo(2028).satisfies(year -> assertThat(year).isPositive());
	}

}

package org.packhorse.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.packhorse.calendar.BankHolidaysMissing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/// Phrases on the calendar of England: expected days are read off a wall calendar and the published bank holidays.
@Isolated("it changes the language and the zone of the JVM")
class WhenTests {

	private static final Diary DIARY = BankHolidayFile.diary("CIB 2026-04-21", "CIB 2026-05-19", "CIB 2027-01-05", "SCRUTINY 2026-05-14", "CABINET 2026-04-08");

	@ParameterizedTest(name = "{0}, after {1}: {2}")
	@CsvSource(delimiter = '|', textBlock = """
			day 5 of the month at 07:00                  | 2026-05-05T06:59 | 2026-05-05T07:00
			day 5 of the month at 07:00                  | 2026-05-05T07:00 | 2026-06-05T07:00
			day 5 of the month                           | 2026-05-05T07:00 | 2026-06-05T07:00
			day 31 of the month at 07:00                 | 2026-04-01T00:00 | 2026-04-30T07:00
			day 31 of the month at 07:00                 | 2026-04-30T07:00 | 2026-05-31T07:00
			day 29 of the month at 07:00                 | 2026-02-01T00:00 | 2026-02-28T07:00
			day 30 of the month at 07:00                 | 2028-02-01T00:00 | 2028-02-29T07:00
			last day of the month at 12:00               | 2028-02-01T00:00 | 2028-02-29T12:00
			last day of the month at 12:00               | 2027-02-01T00:00 | 2027-02-28T12:00
			3rd working day of the month at 08:30        | 2026-05-01T00:00 | 2026-05-06T08:30
			third working day of the month at 08:30      | 2026-05-01T00:00 | 2026-05-06T08:30
			first working day of the month               | 2026-01-01T00:00 | 2026-01-02T07:00
			first working day of the month               | 2022-01-01T00:00 | 2022-01-04T07:00
			2nd working day of the month                 | 2026-04-02T08:00 | 2026-05-05T07:00
			2nd working day of the month                 | 2021-04-01T08:00 | 2021-04-06T07:00
			last working day of the month at 17:00       | 2026-05-01T00:00 | 2026-05-29T17:00
			last working day of the month                | 2021-12-01T00:00 | 2021-12-31T07:00
			last working day of the quarter at 17:00     | 2024-01-01T00:00 | 2024-03-28T17:00
			last working day of the quarter at 17:00     | 2024-03-28T17:00 | 2024-06-28T17:00
			first day of the quarter                     | 2026-05-01T00:00 | 2026-07-01T07:00
			10th working day of the month                | 2026-12-16T00:00 | 2027-01-15T07:00
			every Monday at 09:00                        | 2026-05-04T09:00 | 2026-05-11T09:00
			every second Tuesday from 2026-01-06 at 09:00| 2026-01-06T09:00 | 2026-01-20T09:00
			every second Tuesday from 2026-01-06 at 09:00| 2026-05-01T00:00 | 2026-05-12T09:00
			every other Tuesday from 2026-01-07 at 9:00  | 2026-01-01T00:00 | 2026-01-13T09:00
			every second Tuesday from 2026-01-06 at 09:00| 2025-03-01T00:00 | 2026-01-06T09:00
			every 6 months from 2026-02-01               | 2026-02-01T07:00 | 2026-08-01T07:00
			every 6 months from 2025-08-31               | 2025-09-01T00:00 | 2026-02-28T07:00
			every 6 months from 2025-08-31               | 2026-03-01T00:00 | 2026-08-31T07:00
			every 6 weeks from 2026-01-07                | 2026-01-08T00:00 | 2026-02-18T07:00
			every year from 2024-02-29                   | 2025-01-01T00:00 | 2025-02-28T07:00
			every year from 2024-02-29                   | 2027-03-01T00:00 | 2028-02-29T07:00
			7 working days before CIB                    | 2026-04-01T00:00 | 2026-04-10T07:00
			7 working days before CIB at 16:30           | 2026-04-11T00:00 | 2026-05-08T16:30
			7 working days before CIB                    | 2026-05-09T00:00 | 2026-12-22T07:00
			5 clear days before SCRUTINY                 | 2026-05-01T00:00 | 2026-05-06T07:00
			2 working days before CABINET                | 2026-04-01T00:00 | 2026-04-02T07:00
			10 days before CABINET at 16:00              | 2026-03-01T00:00 | 2026-03-29T16:00
			0 0 7 5 * *                                  | 2026-05-05T07:00 | 2026-06-05T07:00
			0 30 8 * * MON#1                             | 2026-05-01T00:00 | 2026-05-04T08:30
			0 0 7 L * *                                  | 2028-02-01T00:00 | 2028-02-29T07:00
			""")
	void nextFire(String phrase, LocalDateTime after, LocalDateTime expected) {
		assertThat(When.of(phrase).next(london(after), DIARY)).hasValueSatisfying(fire -> assertThat(fire.at().toLocalDateTime()).isEqualTo(expected));
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|', textBlock = """
			day 29 of the month at 01:30 | 2026-03-28 | 2026-03-30 | 2026-03-29T02:00+01:00[Europe/London]
			day 25 of the month at 01:30 | 2026-10-24 | 2026-10-26 | 2026-10-25T01:30+01:00[Europe/London]
			0 30 1 * * SUN               | 2026-03-28 | 2026-03-30 | 2026-03-29T02:00+01:00[Europe/London]
			0 30 1 * * SUN               | 2026-10-24 | 2026-10-26 | 2026-10-25T01:30+01:00[Europe/London]
			0 0 1 * * SUN                | 2026-03-28 | 2026-03-30 | 2026-03-29T02:00+01:00[Europe/London]
			0 0 2 * * SUN                | 2026-03-28 | 2026-03-30 | 2026-03-29T02:00+01:00[Europe/London]
			0 0 1-2 * * SUN              | 2026-03-28 | 2026-03-30 | 2026-03-29T02:00+01:00[Europe/London]
			every Sunday at 00:59        | 2026-03-28 | 2026-03-30 | 2026-03-29T00:59Z[Europe/London]
			every Sunday at 02:00        | 2026-10-24 | 2026-10-26 | 2026-10-25T02:00Z[Europe/London]
			""")
	void nightsWhenClocksChangeFireOnce(String phrase, LocalDate from, LocalDate until, ZonedDateTime expected) {
		assertThat(When.of(phrase).between(london(from.atStartOfDay()), london(until.atStartOfDay()), DIARY)).extracting(FireTime::at).containsExactly(expected);
	}

	@Test
	void lookingThroughTheNightInSmallStepsFiresOnceToo() {
		var when = When.of("day 25 of the month at 01:30");
		var fires = 0;
		var end = Instant.parse("2026-10-25T06:00:00Z");
		for (var moment = Instant.parse("2026-10-24T22:00:00Z"); moment.isBefore(end); moment = moment.plusSeconds(30)) {
			fires += when.between(moment, moment.plusSeconds(30), DIARY).size();
		}
		assertThat(fires).isEqualTo(1);
	}

	@Test
	void reasonsNameHolidaysAndMeetings() {
		assertThat(reason("3rd working day of the month at 08:30", "2026-05-01"))
			.isEqualTo("3rd working day of May 2026: Wednesday 6 May 2026; 4 May is a bank holiday");
		assertThat(reason("last working day of the quarter", "2024-03-01"))
			.isEqualTo("last working day of the quarter to March 2024: Thursday 28 March 2024; 29 March is a bank holiday");
		assertThat(reason("7 working days before CIB", "2026-12-01")).isEqualTo("7 working days before the meeting of the CIB on Tuesday 5 January 2027: "
				+ "Tuesday 22 December 2026; 25 December, 28 December and 1 January are bank holidays");
		assertThat(reason("day 31 of the month", "2026-04-01")).isEqualTo("31st day of April 2026: Thursday 30 April 2026, its last day");
		assertThat(reason("day 29 of the month at 01:30", "2026-03-20"))
			.isEqualTo("29th day of March 2026: Sunday 29 March 2026; the clocks go forward and leave 01:30 out, so 02:00");
		assertThat(reason("every second Tuesday from 2026-01-06 at 09:00", "2026-05-01")).isEqualTo("every second Tuesday from 2026-01-06: Tuesday 12 May 2026");
	}

	/// Three working days before a Saturday and before the Monday after it are the same Wednesday.
	@Test
	void twoMeetingsWhoseFiresFallTogetherAreTwoFires() {
		var diary = BankHolidayFile.diary("CIB 2026-05-16", "CIB 2026-05-18");
		var fires = When.of("3 working days before CIB").upcoming(Instant.parse("2026-05-01T00:00:00Z"), 5, diary).fires();
		assertThat(fires).extracting(FireTime::words).containsExactly("Wednesday 13 May 2026 at 07:00", "Wednesday 13 May 2026 at 07:00");
		assertThat(fires).extracting(FireTime::meetsOn).containsExactly(LocalDate.of(2026, 5, 16), LocalDate.of(2026, 5, 18));
	}

	@Test
	void aYearFiresAsOftenAsThePhraseSays() {
		assertThat(year("day 31 of the month")).hasSize(12).doesNotHaveDuplicates();
		assertThat(year("last working day of the quarter at 17:00")).hasSize(4);
		assertThat(year("every Monday at 09:00")).hasSize(52);
		assertThat(year("0 0 7 29 2 *")).isEmpty();
		assertThat(year("3rd working day of the month")).extracting(fire -> fire.day().toString())
			.containsExactly("2026-01-06", "2026-02-04", "2026-03-04", "2026-04-07", "2026-05-06", "2026-06-03", "2026-07-03", "2026-08-05", "2026-09-03",
					"2026-10-05", "2026-11-04", "2026-12-03");
	}

	private static List<FireTime> year(String phrase) {
		return When.of(phrase).between(Instant.parse("2025-12-31T23:59:59Z"), Instant.parse("2026-12-31T23:59:59Z"), DIARY);
	}

	@Test
	void machineOfAnotherZoneAndLanguageTellsTheSame() {
		var zone = TimeZone.getDefault();
		var language = Locale.getDefault();
		try {
			TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
			Locale.setDefault(Locale.forLanguageTag("tr-TR"));
			nextFire("3RD WORKING DAY OF THE MONTH AT 08:30", LocalDateTime.parse("2026-05-01T00:00"), LocalDateTime.parse("2026-05-06T08:30"));
			nextFire("every FRIDAY at 09:00", LocalDateTime.parse("2026-05-04T09:00"), LocalDateTime.parse("2026-05-08T09:00"));
			nextFire("5 CLEAR DAYS BEFORE SCRUTINY", LocalDateTime.parse("2026-05-01T00:00"), LocalDateTime.parse("2026-05-06T07:00"));
			reasonsNameHolidaysAndMeetings();
		}
		finally {
			TimeZone.setDefault(zone);
			Locale.setDefault(language);
		}
	}

	@Test
	void missingBankHolidaysAreNamedAndNothingIsGuessed() {
		var diary = BankHolidayFile.diaryWithout(2027);
		assertThatExceptionOfType(BankHolidaysMissing.class)
			.isThrownBy(() -> When.of("3rd working day of the month").between(london(LocalDateTime.parse("2027-01-01T00:00")),
					london(LocalDateTime.parse("2027-02-01T00:00")), diary))
			.withMessageContaining("The bank holidays of 2027 are not on file");
		var outlook = When.of("3rd working day of the month").upcoming(london(LocalDateTime.parse("2026-11-01T00:00")), 5, diary);
		assertThat(outlook.fires()).extracting(fire -> fire.day().toString()).containsExactly("2026-11-04", "2026-12-03");
		assertThat(outlook.end()).contains("2027");
		assertThat(When.of("day 5 of the month").upcoming(london(LocalDateTime.parse("2026-11-01T00:00")), 5, diary).fires()).hasSize(5);
	}

	@Test
	void bodyWithoutMeetingsIsToldSo() {
		assertThat(When.of("7 working days before DFE").upcoming(Instant.parse("2026-01-01T00:00:00Z"), 3, DIARY))
			.isEqualTo(new Outlook(List.of(), "No meeting of DFE is on file; load table meetings."));
		assertThat(When.of("7 working days before CIB").upcoming(Instant.parse("2026-05-01T00:00:00Z"), 3, DIARY).end())
			.isEqualTo("No later meeting of CIB is on file that this could come before; load table meetings.");
	}

	static List<String> examples() {
		return When.examples();
	}

	@ParameterizedTest
	@MethodSource("examples")
	void everyExampleIsUnderstood(String example) {
		assertThat(When.of(example).words()).isEqualTo(example);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			ever Monday at 09:00              | 'ever Monday at 09:00' is not understood
			day 32 of the month               | Not every month has day 32; the most is 31
			day 0 of the month                | Not every month has day 0; the most is 31
			20th working day of the month     | Not every month has working day 20; the most is 15
			day 5 of the month at 25:00       | No clock shows 25:00
			every 6 months from 2026-02-31    | 2026-02-31 is no day of the calendar
			every second Tuesday at 09:00     | Nobody can tell which Tuesday is the first: write from and a date
			every 0 weeks from 2026-01-01     | Every 0 weeks is never
			0 0 7 31 2 *                      | The day of '0 0 7 31 2 *' never comes
			0 7 5 * *                         | '0 7 5 * *' has five fields; a line here has six, with the seconds first
			0 * 7 5 * *                       | '0 * 7 5 * *' fires more than once an hour
			0 99 7 5 * *                      | '0 99 7 5 * *' is no line of cron
			""")
	void whatCannotBeIsRefusedWithItsReason(String phrase, String fault) {
		assertThatIllegalArgumentException().isThrownBy(() -> When.of(phrase)).withMessageContaining(fault);
	}

	private static String reason(String phrase, String after) {
		return When.of(phrase).next(london(LocalDate.parse(after).atStartOfDay()), DIARY).orElseThrow().reason();
	}

	private static Instant london(LocalDateTime time) {
		return time.atZone(London.ZONE).toInstant();
	}

}

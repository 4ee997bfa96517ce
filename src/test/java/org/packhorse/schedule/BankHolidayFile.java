package org.packhorse.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.packhorse.authority.Meeting;
import org.packhorse.calendar.BankHolidays;
import org.packhorse.calendar.WorkingDays;

/// The published bank holidays that the product ships, and diaries that know them.
final class BankHolidayFile {

	static final Path PATH = Path.of("docs/bank-holidays/bank_holidays.csv");

	private BankHolidayFile() {
	}

	static Set<LocalDate> dates() {
		try (var lines = Files.lines(PATH)) {
			return lines.filter(line -> line.matches("\\d{4}-.*")).map(line -> LocalDate.parse(line.substring(0, 10))).collect(Collectors.toSet());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// A diary with these meetings: "CIB 2026-04-21".
	static Diary diary(String... meetings) {
		return new Diary(new WorkingDays(new BankHolidays(dates())), Arrays.stream(meetings).map(BankHolidayFile::meeting).toList());
	}

	static Diary diaryWithout(int year) {
		return new Diary(new WorkingDays(new BankHolidays(dates().stream().filter(day -> day.getYear() != year).collect(Collectors.toSet()))), List.of());
	}

	private static Meeting meeting(String words) {
		var parts = words.split(" ");
		return new Meeting(parts[0], "the " + parts[0], LocalDate.parse(parts[1]), "", "");
	}

}

package org.packhorse.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// The published bank holidays of 2015 to 2028.
final class OnFile {

	private OnFile() {
	}

	static WorkingDays workingDays() {
		return new WorkingDays(new BankHolidays(bankHolidays()));
	}

	static Set<LocalDate> bankHolidays() {
		try (var lines = Files.lines(Path.of(Objects.requireNonNull(OnFile.class.getResource("/calendar/bank-holidays-england.csv")).toURI()))) {
			return lines.filter(line -> line.matches("\\d{4}-.*")).map(line -> LocalDate.parse(line.substring(0, 10))).collect(Collectors.toSet());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

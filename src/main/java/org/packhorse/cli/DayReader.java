package org.packhorse.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a day that an option gives, and says in plain words what is wrong with one that is none.
final class DayReader implements ITypeConverter<LocalDate> {

	@Override
	public LocalDate convert(String words) {
		try {
			return LocalDate.parse(words.strip());
		}
		catch (DateTimeParseException ex) {
			throw new TypeConversionException(
					"'%s' is not a day of the calendar. Write year, month and day, such as 2026-03-31.".formatted(words));
		}
	}

}

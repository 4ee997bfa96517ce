package org.packhorse.calendar;

/// Refuses to count working days in a year whose bank holidays are not on file.
public final class BankHolidaysMissing extends IllegalStateException {

	private final int year;

	BankHolidaysMissing(int year, int found) {
		super(words(year, found));
		this.year = year;
	}

	/// The year to load.
	public int year() {
		return this.year;
	}

	private static String words(int year, int found) {
		var fault = found == 0 ? "The bank holidays of %d are not on file".formatted(year)
				: "Only %d of the bank holidays of %d are on file (England and Wales have at least eight a year)".formatted(found, year);
		return fault + ", so working days in that year cannot be counted. Load the bank holidays of %d and try again.".formatted(year);
	}

}

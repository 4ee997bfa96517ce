package org.packhorse.schedule;

import org.packhorse.authority.Bodies;
import org.packhorse.authority.Holidays;
import org.packhorse.calendar.BankHolidays;
import org.packhorse.calendar.WorkingDays;
import org.springframework.stereotype.Component;

/// The diaries of the councils on file.
@Component
public class Diaries {

	private final Bodies bodies;

	private final Holidays holidays;

	Diaries(Bodies bodies, Holidays holidays) {
		this.bodies = bodies;
		this.holidays = holidays;
	}

	/// A council's diary as it stands now.
	public Diary of(String authority) {
		return new Diary(new WorkingDays(new BankHolidays(this.holidays.dates())), this.bodies.meetings(authority));
	}

}

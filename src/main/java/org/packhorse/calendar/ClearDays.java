package org.packhorse.calendar;

import java.time.LocalDate;

/// How the clear days before a meeting are counted: the day of publication and the day of the meeting are left out.
public enum ClearDays {

	/// Only working days count; the usual reading for agendas, and the default.
	WORKING {
		@Override
		public LocalDate latestPublication(LocalDate meeting, int clearDays, WorkingDays workingDays) {
			return workingDays.minus(meeting, clearDays + 1);
		}
	},

	/// Every day counts; notices of key decisions are read so.
	CALENDAR {
		@Override
		public LocalDate latestPublication(LocalDate meeting, int clearDays, WorkingDays workingDays) {
			return meeting.minusDays(clearDays + 1L);
		}
	};

	/// Clear days between publishing an agenda with its reports and the meeting.
	public static final int OF_AN_AGENDA = 5;

	/// Clear days between publishing the notice of a key decision and the meeting.
	public static final int OF_A_KEY_DECISION = 28;

	/// The last day on which papers may be published for a meeting.
	public abstract LocalDate latestPublication(LocalDate meeting, int clearDays, WorkingDays workingDays);

}

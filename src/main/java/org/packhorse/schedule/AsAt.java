package org.packhorse.schedule;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/// Which day's knowledge a schedule's packs show.
public sealed interface AsAt {

	/// The last end of a month on or before the day of the fire.
	record MonthEnd() implements AsAt {

		@Override
		public String toString() {
			return "month end";
		}

	}

	/// The day on which the fire was due, even when it was caught up later.
	record DateOfRun() implements AsAt {

		@Override
		public String toString() {
			return "date of run";
		}

	}

	/// The data cut-off of the back-plan to the meeting.
	record DataCutOff() implements AsAt {

		@Override
		public String toString() {
			return "data cut-off";
		}

	}

	/// One day, named.
	record Frozen(LocalDate day) implements AsAt {

		@Override
		public String toString() {
			return this.day.toString();
		}

	}

	/// What an author may write.
	String REMEDY = "Write month end, date of run, data cut-off (with a phrase that names a body), or a day such as 2026-03-31";

	/// What the words mean; throws [IllegalArgumentException].
	static AsAt of(String words) {
		return switch (words.toLowerCase(Locale.ROOT)) {
			case "month end" -> new MonthEnd();
			case "date of run" -> new DateOfRun();
			case "data cut-off" -> new DataCutOff();
			default -> day(words).<AsAt>map(Frozen::new).orElseThrow(IllegalArgumentException::new);
		};
	}

	private static Optional<LocalDate> day(String words) {
		try {
			return Optional.of(LocalDate.parse(words));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	/// The as-at date of a fire.
	default LocalDate on(FireTime fire, BackPlan plan, Diary diary) {
		return switch (this) {
			case MonthEnd _ -> fire.day().plusDays(1).withDayOfMonth(1).minusDays(1);
			case DateOfRun _ -> fire.day();
			case DataCutOff _ -> fire.meetsOn() == null ? fire.day() : plan.day(BackPlan.Step.DATA_CUT_OFF, fire.meetsOn(), diary);
			case Frozen(var day) -> day;
		};
	}

}

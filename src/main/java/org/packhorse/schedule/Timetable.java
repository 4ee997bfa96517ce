package org.packhorse.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import org.packhorse.calendar.BankHolidaysMissing;
import org.springframework.stereotype.Component;

/// What schedules will do next, in order.
@Component
public class Timetable {

	private final Register register;

	private final Diaries diaries;

	Timetable(Register register, Diaries diaries) {
		this.register = register;
		this.diaries = diaries;
	}

	/// A fire to come.
	///
	/// @param backPlan the steps to the meeting, when it hangs on one
	/// @param warning what can no longer be done in time, or blank
	public record Entry(Schedule schedule, String authority, FireTime fire, List<BackPlan.Planned> backPlan, String warning) {

		public Entry {
			backPlan = List.copyOf(backPlan);
		}

	}

	/// The next fires of several schedules.
	///
	/// @param ends why some schedules have fewer than were asked for
	public record Coming(List<Entry> entries, List<String> ends) {

		public Coming {
			entries = List.copyOf(entries);
			ends = List.copyOf(ends);
		}

	}

	/// The next fires of these schedules after a moment, the earliest first.
	public Coming after(Instant moment, int count, Collection<Schedule> schedules) {
		var coming = ofEach(moment, count, schedules);
		return new Coming(coming.entries().subList(0, Math.min(count, coming.entries().size())), coming.ends());
	}

	/// So many fires of each schedule and council after a moment, the earliest first.
	public Coming ofEach(Instant moment, int count, Collection<Schedule> schedules) {
		var entries = new ArrayList<Entry>();
		var ends = new ArrayList<String>();
		for (Schedule schedule : schedules) {
			for (String authority : this.register.councils(schedule)) {
				var diary = this.diaries.of(authority);
				var outlook = schedule.when().upcoming(moment, count, diary);
				outlook.fires().forEach(fire -> entries.add(entry(schedule, authority, fire, diary)));
				if (!outlook.end().isEmpty()) {
					ends.add("%s for %s: %s".formatted(schedule.name(), authority, outlook.end()));
				}
			}
		}
		entries.sort(Comparator.comparing((Entry entry) -> entry.fire().instant()).thenComparing(entry -> entry.schedule().name()).thenComparing(Entry::authority));
		return new Coming(entries, ends);
	}

	private static Entry entry(Schedule schedule, String authority, FireTime fire, Diary diary) {
		var plan = schedule.conduct().backPlan();
		try {
			return fire.meetsOn() == null ? new Entry(schedule, authority, fire, List.of(), "")
					: new Entry(schedule, authority, fire, plan.towards(fire.meetsOn(), diary), plan.warning(fire, diary));
		}
		catch (BankHolidaysMissing ex) {
			return new Entry(schedule, authority, fire, List.of(), "There is no back-plan. " + ex.getMessage());
		}
	}

}

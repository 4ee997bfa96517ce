package org.packhorse.schedule;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.packhorse.calendar.ClearDays;

/// How many working days before a meeting each step towards its pack is due.
///
/// @param days the days of each step
/// @param clearDays clear days that the law wants between publication and the meeting; 0 for a body that is bound by none
public record BackPlan(Map<Step, Integer> days, int clearDays) {

	/// What has to happen before a meeting, in its order.
	public enum Step {

		DATA_CUT_OFF("Data cut-off", 25), UPDATES_DUE("Updates due", 20), DRAFT("Draft", 15), COMMENTS("Comments", 12), SIGN_OFF("Sign-off", 10),
		PUBLISH("Publish", 7);

		private final String words;

		private final int usually;

		Step(String words, int usually) {
			this.words = words;
			this.usually = usually;
		}

		/// What happens, as people read it.
		public String words() {
			return this.words;
		}

		/// Working days before the meeting when a schedule says nothing else.
		int usually() {
			return this.usually;
		}

		/// The key in a schedule's file.
		String key() {
			return "back-plan." + name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/// A step with its day.
	public record Planned(Step step, LocalDate day) {
	}

	public BackPlan {
		days = Collections.unmodifiableMap(new EnumMap<>(days));
	}

	/// Each step's day before a meeting, in order.
	public List<Planned> towards(LocalDate meetsOn, Diary diary) {
		return Arrays.stream(Step.values()).map(step -> new Planned(step, day(step, meetsOn, diary))).toList();
	}

	/// The last day on which papers may be published for the meeting.
	public LocalDate lastPublication(LocalDate meetsOn, Diary diary) {
		return ClearDays.WORKING.latestPublication(meetsOn, this.clearDays, diary.workingDays());
	}

	LocalDate day(Step step, LocalDate meetsOn, Diary diary) {
		return diary.workingDays().minus(meetsOn, this.days.get(step));
	}

	/// What the law's clear days make impossible for a pack that is made on this day, or blank.
	public String warning(FireTime fire, Diary diary) {
		if (fire.meetsOn() == null || this.clearDays == 0) {
			return "";
		}
		var last = lastPublication(fire.meetsOn(), diary);
		if (fire.day().isAfter(last)) {
			return "Papers had to be public by %s for %d clear days before the meeting; this pack is made after that. Ask Democratic Services what can still be done."
				.formatted(London.words(last), this.clearDays);
		}
		var publish = day(Step.PUBLISH, fire.meetsOn(), diary);
		return publish.isAfter(last) ? "The back-plan publishes on %s; %d clear days before the meeting want it by %s.".formatted(London.words(publish),
				this.clearDays, London.words(last)) : "";
	}

}

package org.packhorse.schedule;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/// When leads are reminded of what a pack still lacks: so many working days before a step towards it.
///
/// @param words as the author wrote them
/// @param days working days before the step, the most first; none for a schedule that reminds nobody
/// @param step the step of the back-plan, or null for the fire itself
public record Remind(String words, List<Integer> days, BackPlan.@Nullable Step step) {

	/// Reminds nobody.
	public static final Remind NOBODY = new Remind("", List.of(), null);

	/// What an author may write.
	static final List<String> EXAMPLES = List.of("5 working days before updates-due", "10, 5 and 1 working days before data-cut-off",
			"every working day from 5 working days before updates-due", "3 working days before the fire");

	static final String REMEDY = "Write it like '%s', or a list of numbers such as [10, 5, 1]".formatted(String.join("', '", EXAMPLES));

	private static final Pattern PHRASE = Pattern.compile("(?<every>every working day from )?(?<days>\\d{1,3}(?:(?:, ?| and |, and )\\d{1,3})*)"
			+ " working days? before (?<step>updates-due|data-cut-off|the fire)", Pattern.CASE_INSENSITIVE);

	private static final int MOST = 60;

	public Remind {
		days = days.stream().distinct().sorted(Comparator.reverseOrder()).toList();
	}

	/// What a phrase or a list of numbers means; throws [IllegalArgumentException].
	static Remind of(List<String> values, boolean hasMeeting) {
		if (values.isEmpty()) {
			throw new IllegalArgumentException("remind is an empty list");
		}
		var words = String.join(", ", values).strip().replaceAll("\\s+", " ");
		if (values.stream().allMatch(value -> value.matches("\\d{1,3}"))) {
			var days = values.stream().map(Integer::valueOf).toList();
			return demandMost(new Remind("%s working day%s before %s".formatted(words, days.equals(List.of(1)) ? "" : "s", hasMeeting ? "updates-due" : "the fire"), days,
					hasMeeting ? BackPlan.Step.UPDATES_DUE : null));
		}
		var phrase = PHRASE.matcher(words);
		if (!phrase.matches()) {
			throw new IllegalArgumentException("'%s' is not understood".formatted(words));
		}
		return demandMost(of(words, phrase, hasMeeting));
	}

	private static Remind of(String words, Matcher phrase, boolean hasMeeting) {
		var days = Arrays.stream(phrase.group("days").split("\\D+")).map(Integer::valueOf).toList();
		var step = step(phrase.group("step"));
		if (step != null && !hasMeeting) {
			throw new IllegalArgumentException("'%s' counts towards a meeting, and the schedule's phrase names no body".formatted(words));
		}
		if (phrase.group("every") == null) {
			return new Remind(words, days, step);
		}
		if (days.size() != 1) {
			throw new IllegalArgumentException("'%s' begins on several days".formatted(words));
		}
		return new Remind(words, IntStream.rangeClosed(0, Math.min(days.getFirst(), MOST + 1)).boxed().toList(), step);
	}

	private static BackPlan.@Nullable Step step(String words) {
		return switch (words.toLowerCase(Locale.ROOT)) {
			case "updates-due" -> BackPlan.Step.UPDATES_DUE;
			case "data-cut-off" -> BackPlan.Step.DATA_CUT_OFF;
			default -> null;
		};
	}

	private static Remind demandMost(Remind remind) {
		if (remind.days.stream().anyMatch(days -> days > MOST)) {
			throw new IllegalArgumentException("'%s' is more than %d working days before".formatted(remind.words, MOST));
		}
		return remind;
	}

	/// Whether anybody is reminded.
	public boolean isAnybody() {
		return !this.days.isEmpty();
	}

	/// The day by which what is missing has to come.
	public LocalDate until(FireTime fire, BackPlan plan, Diary diary) {
		return this.step == null || fire.meetsOn() == null ? fire.day() : plan.day(this.step, fire.meetsOn(), diary);
	}

	/// The newest day on or before this one on which leads were to be reminded for a fire, while there is still time: a reminder that
	/// nobody was awake for comes late, and none comes after the step.
	public Optional<LocalDate> newest(LocalDate today, FireTime fire, BackPlan plan, Diary diary) {
		var until = until(fire, plan, diary);
		return today.isAfter(until) ? Optional.empty()
				: this.days.stream().map(count -> diary.workingDays().minus(until, count)).filter(day -> !day.isAfter(today)).max(Comparator.naturalOrder());
	}

	/// More calendar days than lie between the first reminder and the fire.
	public int longest(BackPlan plan) {
		var working = this.days.stream().mapToInt(Integer::intValue).max().orElse(0) + (this.step == null ? 0 : plan.days().get(this.step));
		return working * 2 + 14;
	}

	@Override
	public String toString() {
		return this.words;
	}

}

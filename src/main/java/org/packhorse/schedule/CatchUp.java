package org.packhorse.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// What becomes of fires that nobody was awake for.
public enum CatchUp {

	/// The newest is made, late as it is; older ones are left to it.
	RUN_ONCE("run once"),

	/// None is made, and each is shown as skipped.
	SKIP_AND_FLAG("skip and flag");

	/// A fire that is noticed within this time is on time.
	private static final Duration ON_TIME = Duration.ofHours(1);

	private final String words;

	CatchUp(String words) {
		this.words = words;
	}

	/// What an author writes.
	@Override
	public String toString() {
		return this.words;
	}

	static CatchUp of(String words) {
		return valueOf(words.toUpperCase(Locale.ROOT).replace(' ', '_'));
	}

	/// What is decided of one fire.
	///
	/// @param runs whether it is made
	/// @param reason why not, or why late, or blank
	public record Decision(FireTime fire, boolean runs, String reason) {
	}

	/// Decides on every fire that has come due since the last look, the oldest first: at most the newest runs.
	public List<Decision> decide(List<FireTime> due, Instant now) {
		return IntStream.range(0, due.size()).mapToObj(i -> i < due.size() - 1 ? superseded(due.get(i), due.getLast()) : newest(due.get(i), now)).toList();
	}

	private static Decision superseded(FireTime fire, FireTime newest) {
		return new Decision(fire, false, "Not made: no scheduler was at work, and the fire of %s came before one was.".formatted(newest.words()));
	}

	private Decision newest(FireTime fire, Instant now) {
		var seen = FireTime.words(now.atZone(London.ZONE));
		if (fire.meetsOn() != null && fire.meetsOn().isBefore(London.day(now))) {
			return new Decision(fire, false, "Not made: it was noticed on %s, and the meeting had been.".formatted(seen));
		}
		if (Duration.between(fire.instant(), now).compareTo(ON_TIME) <= 0) {
			return new Decision(fire, true, "");
		}
		return this == RUN_ONCE ? new Decision(fire, true, "Caught up: it was noticed on %s.".formatted(seen))
				: new Decision(fire, false, "Not made: it was noticed on %s, and the schedule says skip and flag.".formatted(seen));
	}

}

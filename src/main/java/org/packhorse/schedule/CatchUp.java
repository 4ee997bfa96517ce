package org.packhorse.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

	/// Decides on every fire that has come due since the last look: at most the newest runs, and the one of each meeting, since
	/// the pack for one meeting is not made by that for another.
	public List<Decision> decide(List<FireTime> due, Instant now) {
		var newest = new HashMap<Optional<LocalDate>, FireTime>();
		due.forEach(fire -> newest.merge(Optional.ofNullable(fire.meetsOn()), fire, (one, other) -> other.instant().isBefore(one.instant()) ? one : other));
		return due.stream()
			.sorted(Comparator.comparing(FireTime::instant))
			.map(fire -> fire == newest.get(Optional.ofNullable(fire.meetsOn())) ? newest(fire, now)
					: superseded(fire, newest.get(Optional.ofNullable(fire.meetsOn()))))
			.toList();
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

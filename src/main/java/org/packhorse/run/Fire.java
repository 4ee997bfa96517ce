package org.packhorse.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/// One time that a schedule came due for a council, and what became of it.
///
/// @param number the row that holds it
/// @param meetsOn the meeting that it hangs on, or null
/// @param why how its schedule came to this moment
/// @param reason what became of it, where the state alone does not say; or blank
/// @param editions names of the editions that it made or found
/// @param attempts how often it was taken in hand, which tells a take-over from the owner before it
/// @param tries how many of these ended without a result
public record Fire(long number, String schedule, String authority, Instant dueAt, @Nullable LocalDate meetsOn, String why, State state, String reason,
		List<String> editions, int attempts, int tries) {

	/// How far a fire has come.
	public enum State {

		/// Its time has come, and it will be taken in hand.
		DUE,

		/// Its packs are being made.
		RUNNING,

		/// Its packs stand.
		DONE,

		/// Something has to be mended by a person.
		FAILED,

		/// It was not made, for the reason that stands with it.
		SKIPPED,

		/// Something that the pack needs is missing, and the schedule says to hold.
		HELD;

		/// As people and JSON read it.
		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	public Fire {
		editions = List.copyOf(editions);
	}

	/// The same in the hands of the one who has just claimed it.
	Fire claimed(int tries) {
		return new Fire(this.number, this.schedule, this.authority, this.dueAt, this.meetsOn, this.why, State.RUNNING, this.reason, this.editions,
				this.attempts + 1, tries);
	}

}

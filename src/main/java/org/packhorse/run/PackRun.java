package org.packhorse.run;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.packhorse.pack.PackRequest;

/// One run: which packs were asked for, and what has become of it as a whole.
///
/// @param question what was asked for, in words
/// @param remote whether workers make its packs, taking them from a broker
/// @param software what the run was begun by; workers of another build take no part in it
/// @param holder the process that watches over it, or null when it has ended
/// @param packs how many packs it is to make, @param made and failed how many of them have ended, either way
public record PackRun(long number, String question, String requestedBy, Instant requestedAt, Origin origin, boolean remote, String software, State state,
		@Nullable String holder, @Nullable Instant endedAt, int packs, int made, int failed) {

	/// What a run is.
	public enum State {

		/// Packs are being made, or its process died: [Recovery] tells.
		RUNNING,

		/// It was told to stop, and ends with the packs that are in the making.
		STOPPING,

		/// Every pack was made, or stood already.
		DONE,

		/// It has ended, and some packs were not made.
		FAILED,

		/// It was stopped before its end.
		STOPPED;

		String word() {
			return name().toLowerCase(Locale.ROOT);
		}

		static State of(String word) {
			return valueOf(word.toUpperCase(Locale.ROOT));
		}

	}

	/// Who began a run, and so who sees to it when it dies.
	public enum Origin {

		/// A person or a script; another process takes it up.
		COMMAND,

		/// A schedule's fire, which is taken up itself.
		SCHEDULE,

		/// The last clearance of a draft, whose final is looked for until it stands.
		SIGN_OFF

	}

	/// What is asked of one pack.
	///
	/// @param draft the number of the draft whose final is wanted, or null
	public record Wanted(PackRequest request, @Nullable Long draft) {

		/// A pack as somebody asks for it.
		public static Wanted of(PackRequest request) {
			return new Wanted(request, null);
		}

	}

	/// One pack of a run.
	///
	/// @param no its place in the run, from 1
	/// @param madeBy host and process that made it, or null
	/// @param outcome what came of it, once it has ended
	public record Item(long run, int no, Wanted wanted, ItemState state, @Nullable String madeBy, @Nullable Instant startedAt, @Nullable Instant endedAt,
			@Nullable Outcome outcome) {

		/// What was asked for.
		public PackRequest request() {
			return this.wanted.request();
		}

	}

	/// What a pack of a run is.
	public enum ItemState {

		WAITING, MAKING, DONE, FAILED;

		String word() {
			return name().toLowerCase(Locale.ROOT);
		}

		static ItemState of(String word) {
			return valueOf(word.toUpperCase(Locale.ROOT));
		}

	}

	/// What came of one pack: the editions that stand now (two, where it has a Part 2), and what kept it from being made.
	///
	/// @param told what had to be said while it was made
	public record Outcome(List<Stands> stands, List<String> told, @Nullable Trouble trouble) {
	}

	/// An edition that stands.
	///
	/// @param edition its number
	/// @param published whether this run published it; else it stood already
	/// @param toLookAt what a person should look at before others read it
	/// @param notes for whoever answers for the report
	/// @param waitsFor the posts that have still to clear it
	public record Stands(long edition, String name, boolean published, List<String> toLookAt, List<String> notes, List<String> waitsFor) {
	}

}

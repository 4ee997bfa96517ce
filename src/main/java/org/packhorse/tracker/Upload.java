package org.packhorse.tracker;

import java.time.Instant;
import java.util.List;

/// Files that somebody sent, and what has become known of them so far.
///
/// @param id a random name, by which only its owner finds it
/// @param until when it is forgotten
/// @param outcomes what checking or loading said of each file, in their order; empty while it is under way
/// @param failed whether the last check or load broke off for reasons that are not the files'
public record Upload(String id, State state, Instant sentAt, Instant until, List<Sent> files, List<LoadedFile> outcomes, boolean failed) {

	/// How far it has come.
	public enum State {

		CHECKING, CHECKED, LOADING, LOADED;

		/// Whether something is under way.
		public boolean isUnderWay() {
			return this == CHECKING || this == LOADING;
		}

	}

	/// A file as it came.
	///
	/// @param name as its owner calls it, cleaned
	/// @param sha256 of its bytes
	public record Sent(String name, long bytes, String sha256) {
	}

	public Upload {
		files = List.copyOf(files);
		outcomes = List.copyOf(outcomes);
	}

	/// Whether it waits for its owner to load it: all of it can go in.
	public boolean isLoadable() {
		return this.state == State.CHECKED && !this.failed && !this.outcomes.isEmpty() && this.outcomes.stream().allMatch(LoadedFile::in);
	}

}

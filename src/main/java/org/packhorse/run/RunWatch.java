package org.packhorse.run;

/// Somebody who wants to know how a run goes on while it does.
public interface RunWatch {

	/// Nobody.
	RunWatch NONE = new RunWatch() {
	};

	/// It has a number now, and its packs are about to be made.
	default void begun(PackRun run) {
	}

	/// A pack has ended, made or not; in the order of the run.
	default void ended(PackRun.Item item) {
	}

	/// So many packs have ended by now.
	default void counted(int ended, int packs) {
	}

	/// Something that concerns the run as a whole.
	default void told(String words) {
	}

}

package org.packhorse.tracker;

import java.nio.file.Path;

/// Hears how far a load has come.
@FunctionalInterface
public interface Progress {

	/// A listener for whoever does not care.
	Progress NONE = (_, _) -> {
	};

	/// Rows of a file have been read, so many by now.
	void read(Path file, long rows);

	/// All files are read; their rows are checked against each other and against what is on file, and merged.
	default void settling() {
	}

}

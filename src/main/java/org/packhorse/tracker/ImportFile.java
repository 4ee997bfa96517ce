package org.packhorse.tracker;

import java.nio.file.Path;
import java.util.Objects;

/// A file to be loaded: where it stands, and the name that says what it is and by which faults are told.
///
/// @param name such as `updates.csv`; whoever sent the file gave it, so it is never taken as a path
public record ImportFile(Path path, String name) {

	/// A file that goes by its own name.
	public ImportFile(Path path) {
		this(path, Objects.toString(path.getFileName()));
	}

	/// What stands behind the last full stop of the name.
	String extension() {
		return this.name.substring(this.name.lastIndexOf('.') + 1);
	}

	/// The name without its extension: the table, where the file holds one.
	String stem() {
		return this.name.contains(".") ? this.name.substring(0, this.name.lastIndexOf('.')) : this.name;
	}

}

package org.packhorse.tracker;

import org.jspecify.annotations.Nullable;

/// Says that a load could not be carried out for reasons that are not its files': the database, the disk.
public final class LoadFailed extends RuntimeException {

	LoadFailed(@Nullable Throwable cause) {
		super("The load failed and nothing went in: %s. Load the files again once that is mended."
			.formatted((cause != null) ? String.valueOf(cause.getMessage()).replaceAll("\\s+", " ") : "unknown reason"), cause);
	}

}

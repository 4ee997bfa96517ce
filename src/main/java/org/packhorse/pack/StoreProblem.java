package org.packhorse.pack;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Optional;

/// Puts into words that files of an edition cannot be written: what the system said, and how much room there is where they go.
final class StoreProblem {

	private static final long MEGABYTE = 1 << 20;

	private StoreProblem() {
	}

	/// The fault of files behind another fault, if that is what it comes from.
	static Optional<IOException> within(Throwable fault) {
		for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
			if (cause instanceof IOException file) {
				return Optional.of(file);
			}
		}
		return Optional.empty();
	}

	/// What to tell whoever asked for the edition.
	static PackProblem of(Path store, IOException fault) {
		return new PackProblem(PackProblem.Kind.FAILED, "Files cannot be written to %s: %s (%s). Nothing was published in half; make room or mend what is wrong, then run it again."
			.formatted(store, said(fault), String.join("; ", room(store))));
	}

	private static String said(IOException fault) {
		var reason = fault instanceof FileSystemException file && file.getReason() != null ? file.getReason() : fault.getMessage();
		return fault instanceof FileSystemException && (reason == null || reason.equals(((FileSystemException) fault).getFile()))
				? fault.getClass().getSimpleName() + " " + reason : String.valueOf(reason);
	}

	/// The store's file system and, where it is another, that of the temporary files that writers use.
	private static Iterable<String> room(Path store) {
		var all = new LinkedHashSet<String>();
		for (Path path : new Path[] { store, Path.of(System.getProperty("java.io.tmpdir")) }) {
			all.add(room(existing(path), path));
		}
		return new ArrayList<>(all);
	}

	private static String room(Path existing, Path path) {
		try {
			var system = Files.getFileStore(existing);
			return "%d MB of %d MB are free on %s".formatted(system.getUsableSpace() / MEGABYTE, system.getTotalSpace() / MEGABYTE, system);
		}
		catch (IOException ex) {
			return "the file system of %s does not answer".formatted(path);
		}
	}

	private static Path existing(Path path) {
		var found = path.toAbsolutePath();
		while (!Files.exists(found) && found.getParent() != null) {
			found = found.getParent();
		}
		return found;
	}

}

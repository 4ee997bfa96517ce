package org.packhorse.pack;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

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
		return new PackProblem(PackProblem.Kind.FAILED, "Files cannot be made in %s: %s (%s). Nothing was published in half; make room or mend what is wrong, then run it again."
			.formatted(store, said(fault), String.join("; ", room(store))));
	}

	private static String said(IOException fault) {
		return switch (fault) {
			case NoSuchFileException file -> file.getFile() + " is not there any more";
			case AccessDeniedException file -> "access to %s is denied".formatted(file.getFile());
			case FileAlreadyExistsException file -> "something stands at %s already".formatted(file.getFile());
			case FileSystemException file when file.getReason() != null -> "%s: %s".formatted(file.getFile(), file.getReason());
			default -> String.valueOf(fault.getMessage());
		};
	}

	/// The store's file system and, where it is another, that of the temporary files that writers use.
	private static Set<String> room(Path store) {
		var all = new LinkedHashSet<String>();
		for (Path path : new Path[] { store, Path.of(System.getProperty("java.io.tmpdir")) }) {
			all.add(room(existing(path), path));
		}
		return all;
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

package org.packhorse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// A PACKHORSE_HOME of a test's own, with a copy of report-templates that the test may change.
public final class TestHome {

	private TestHome() {
	}

	/// A new home below target/.
	public static Path fresh(String name) {
		try {
			var home = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "home-" + name).toAbsolutePath();
			copy(Path.of("report-templates"), home.resolve("report-templates"));
			return home;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// Copies a folder with everything in it.
	public static void copy(Path from, Path to) {
		try (Stream<Path> all = Files.walk(from)) {
			for (Path path : (Iterable<Path>) all::iterator) {
				var copied = to.resolve(from.relativize(path).toString());
				if (Files.isDirectory(path)) {
					Files.createDirectories(copied);
				}
				else {
					Files.copy(path, copied);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// Writes a file of the home, with its folders.
	public static Path write(Path file, String text) {
		try {
			Files.createDirectories(file.getParent());
			return Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

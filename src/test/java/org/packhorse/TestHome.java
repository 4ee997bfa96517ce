package org.packhorse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;

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

	/// A new home with these packs alone, each the smallest there is with a pack.yml of the test's own: what looks at the folder again and
	/// again, and what makes many packs, is quick.
	public static Path small(String name, Map<String, String> packs) {
		var home = fresh(name);
		var templates = home.resolve("report-templates");
		try (Stream<Path> all = Files.list(templates)) {
			all.filter(folder -> !List.of("_shared", "_starter", "houses", "README.md").contains(folder.getFileName().toString())).forEach(TestHome::delete);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		packs.forEach((pack, settings) -> {
			copy(templates.resolve("_starter"), templates.resolve(pack));
			write(templates.resolve(pack + "/pack.yml"), settings);
		});
		return home;
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

	/// Deletes a folder with everything in it.
	public static void delete(Path folder) {
		try {
			FileSystemUtils.deleteRecursively(folder);
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

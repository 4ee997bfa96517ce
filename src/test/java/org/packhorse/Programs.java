package org.packhorse;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;

/// Programs that readers open packs with, as they are installed on the machine.
public final class Programs {

	private Programs() {
	}

	/// The first of these that is on the path; without any the test is left out, and says so loudly.
	public static Path needed(String what, String packages, String... names) {
		var found = Arrays.stream(names).flatMap(name -> onPath(name).stream()).findFirst();
		if (found.isEmpty()) {
			System.err.printf("%n*** %s is not installed: tests with it are LEFT OUT. On Debian: apt-get install %s ***%n%n", what, packages);
		}
		Assumptions.assumeTrue(found.isPresent(), what + " is not installed");
		return found.orElseThrow();
	}

	private static Optional<Path> onPath(String name) {
		return Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).map(folder -> Path.of(folder, name)).filter(Files::isExecutable).findFirst();
	}

	/// Runs a program to its end, at most for two minutes; gives what it printed.
	public static String run(Path folder, List<String> command) {
		try {
			var printed = Files.createTempFile(folder, "printed", ".txt");
			var process = new ProcessBuilder(command).directory(folder.toFile())
				.redirectOutput(printed.toFile())
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start();
			if (!process.waitFor(2, TimeUnit.MINUTES)) {
				process.destroyForcibly();
				throw new IllegalStateException("not done after two minutes: " + command);
			}
			return Files.readString(printed);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}

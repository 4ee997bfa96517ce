package org.packhorse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A command in a Java of its own, where settings matter that a running Java has fixed already. Each takes seconds.
public final class OtherProcess {

	private OtherProcess() {
	}

	/// How it ended and what it said.
	public record Ended(int exitCode, String out, String err) {
	}

	/// Runs a command on the classes under test, with an empty database in memory.
	public static Ended packhorse(List<String> options, String... words) throws IOException, InterruptedException {
		var command = new ArrayList<String>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
				"-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
		command.addAll(options);
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.packhorse.cli.PackhorseCommand"));
		command.addAll(List.of(words));
		var out = Files.createTempFile("packhorse", ".out");
		var err = Files.createTempFile("packhorse", ".err");
		var process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
		return new Ended(process.waitFor(), text(out), text(err));
	}

	private static String text(Path file) throws IOException {
		var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
		Files.delete(file);
		return text;
	}

}

package org.packhorse.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What the launcher has Java watch once, so that later starts find what they load loaded and linked (an AOT cache): the commands
/// that people wait for, on the example council, in a home that is thrown away.
public final class Rehearsal {

	/// The second run meets the database as every later run does.
	private static final List<List<String>> COMMANDS = List.of(
			List.of("demo"),
			List.of("run", "improvement-board", "--as-at", "2026-03-31", "--draft"),
			List.of("run", "service-tracker", "--as-at", "2026-03-31"),
			List.of("editions"),
			List.of("verify", "--all"));

	private Rehearsal() {
	}

	/// Runs them at the home that is named; what they say, and whether they get through, matters to nobody.
	public static void main(String[] home) {
		Locale.setDefault(Locale.UK);
		var nobody = new PrintWriter(OutputStream.nullOutputStream(), false);
		COMMANDS.forEach(command -> PackhorseCommand.run(words(command, Path.of(home[0])), nobody, nobody));
		System.exit(Outcome.DONE);
	}

	private static String[] words(List<String> command, Path home) {
		return Stream.concat(command.stream(), Stream.of("--packhorse.home=" + home)).toArray(String[]::new);
	}

}

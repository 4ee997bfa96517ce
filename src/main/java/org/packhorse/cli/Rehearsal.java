package org.packhorse.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

	/// As application.yml has it.
	private static final String DATABASE = ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=65536;WRITE_DELAY=0";

	private Rehearsal() {
	}

	/// Runs them at the home that is named, on a database in it; what they say, and whether they get through, matters to nobody.
	public static void main(String[] home) {
		demandNothingElse(System.getenv());
		Locale.setDefault(Locale.UK);
		var nobody = new PrintWriter(OutputStream.nullOutputStream(), false);
		COMMANDS.forEach(command -> PackhorseCommand.run(words(command, Path.of(home[0])), nobody, nobody));
		System.exit(Outcome.DONE);
	}

	/// A setting of the environment could lead elsewhere than into the home: to the council's own database. Then nothing is rehearsed.
	static void demandNothingElse(Map<String, String> environment) {
		environment.keySet().stream().filter(name -> name.startsWith("SPRING_") || name.startsWith("PACKHORSE_")).findFirst().ifPresent(name -> {
			throw new IllegalStateException(name + " is set: a rehearsal goes by no settings but its own");
		});
	}

	static String[] words(List<String> command, Path home) {
		return Stream.concat(command.stream(), Stream.of("--packhorse.home=" + home, "--spring.profiles.active=",
				"--spring.datasource.url=jdbc:h2:file:" + home.resolve("data/packhorse") + DATABASE)).toArray(String[]::new);
	}

}

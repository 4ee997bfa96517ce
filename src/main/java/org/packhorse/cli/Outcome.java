package org.packhorse.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.packhorse.pack.Home;
import org.packhorse.pack.PackProblem;
import org.packhorse.run.Trouble;
import org.packhorse.tracker.LoadFailed;
import org.springframework.boot.web.server.PortInUseException;

/// How a command ended when it did not end well: words for the person and a code for scripts.
record Outcome(int exitCode, String message) {

	static final int DONE = 0;

	static final int FAILED = 1;

	static final int USAGE = 2;

	static final int INPUT = 3;

	static final int DECISION = 4;

	static final int LATER = 75;

	/// The outcome that a fault stands for; what no user can know of goes to the log with its trace.
	static Outcome of(Throwable fault, Home home) {
		for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
			var known = known(cause);
			if (known != null) {
				return known;
			}
		}
		return new Outcome(FAILED, "packhorse: this failed: %s. %s".formatted(firstLine(fault.toString()), trace(fault, home)));
	}

	/// Keeps the trace for those who mend Packhorse; the person who runs it sees words only.
	private static String trace(Throwable fault, Home home) {
		var log = home.path().resolve("data").resolve("packhorse.log");
		var trace = new StringWriter();
		fault.printStackTrace(new PrintWriter(trace));
		try {
			Files.createDirectories(log.getParent());
			Files.writeString(log, trace.toString(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
			return "The whole trace is in " + log + ".";
		}
		catch (IOException ex) {
			return "Its trace could not be written to " + log + ".";
		}
	}

	/// What kept a pack from being made.
	static Outcome of(Trouble trouble) {
		return new Outcome(exitCode(trouble.kind()), trouble.located() ? trouble.words() : "packhorse: " + trouble.words());
	}

	private static @Nullable Outcome known(Throwable cause) {
		return switch (cause) {
			case EmbeddedDatabase.InUse inUse -> new Outcome(LATER, "packhorse: " + inUse.getMessage());
			case FlywayException flyway -> new Outcome(FAILED, "packhorse: the tables of this database do not fit this build of Packhorse (%s). Use the build that made them, or an empty database."
				.formatted(firstLine(flyway.getMessage())));
			case PortInUseException port -> new Outcome(LATER, "packhorse: port %d is taken by another program. Stop that, or choose another: for the download pages with --packhorse.serve.port=…, or none with --packhorse.serve.web=false; for health and metrics with --packhorse.watch.port=…, or none with off."
				.formatted(port.getPort()));
			case LoadFailed load -> new Outcome(LATER, "packhorse: " + load.getMessage());
			default -> Trouble.of(cause).map(Outcome::of).orElse(null);
		};
	}

	private static int exitCode(PackProblem.Kind kind) {
		return switch (kind) {
			case USAGE -> USAGE;
			case INPUT -> INPUT;
			case DECISION -> DECISION;
			case BUSY -> LATER;
			case FAILED -> FAILED;
		};
	}

	private static String firstLine(@Nullable String message) {
		return String.valueOf(message).lines().findFirst().orElse("");
	}

}

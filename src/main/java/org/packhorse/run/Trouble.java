package org.packhorse.run;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.packhorse.authority.FaultyTable;
import org.packhorse.calendar.BankHolidaysMissing;
import org.packhorse.pack.PackProblem;
import org.packhorse.template.FaultyTemplate;

/// Why a pack was not made, in words that travel: from the worker that met it to the person who asked, and into the run's record.
///
/// @param kind what is at fault, which decides the exit code
/// @param mayPass whether trying again later may help without anybody's doing
/// @param located whether each line of the words begins with the place at fault, which tools jump to
/// @param words for whoever runs this machine
/// @param pages the same for people who do not, or null where the words are for everybody
public record Trouble(PackProblem.Kind kind, boolean mayPass, boolean located, String words, @Nullable String pages) {

	private static final String FAILED = "this failed: ";

	private static final String FAILED_FOR_PAGES = "This failed in a way that nobody has foreseen. The whole trace is in the log of this installation.";

	/// What records of older versions quote, up to the end of its line.
	private static final Pattern QUOTED = Pattern.compile("(?i)(%s|%s).*".formatted(DatabaseFault.QUOTED, FAILED));

	/// What everybody may be told in the same words.
	Trouble(PackProblem.Kind kind, boolean mayPass, boolean located, String words) {
		this(kind, mayPass, located, words, null);
	}

	/// What a fault means for whoever asked, where that is known; nothing for a mistake of the program's own.
	public static Optional<Trouble> of(Throwable fault) {
		for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
			var known = known(cause);
			if (known.isPresent()) {
				return known;
			}
		}
		return Optional.empty();
	}

	/// A mistake of the program's own, whose trace is in the log of the process that met it.
	static Trouble unknown(Throwable fault, String where) {
		return new Trouble(PackProblem.Kind.FAILED, false, false, "%s%s. The whole trace is in %s.".formatted(FAILED, String.valueOf(fault).lines().findFirst().orElse(""), where),
				FAILED_FOR_PAGES);
	}

	/// In words for pages, which say nothing of what the database said.
	public String forPages() {
		return this.pages == null ? forPages(this.words) : this.pages;
	}

	/// Words on record as pages may show them: those that are older than words for pages quote what the database said.
	public static String forPages(String recorded) {
		return QUOTED.matcher(recorded).replaceAll(quoted -> quoted.group(1).equalsIgnoreCase(FAILED) ? FAILED_FOR_PAGES : DatabaseFault.FOR_PAGES);
	}

	/// The same as a fault again, for those that called and wait.
	PackProblem problem() {
		return new PackProblem(this.kind, this.words, forPages());
	}

	private static Optional<Trouble> known(Throwable cause) {
		return switch (cause) {
			case PackProblem problem -> Optional.of(new Trouble(problem.kind(), problem.kind() == PackProblem.Kind.BUSY, false, String.valueOf(problem.getMessage()), problem.forPages()));
			case FaultyTemplate templates -> Optional.of(new Trouble(PackProblem.Kind.INPUT, false, true, String.valueOf(templates.getMessage())));
			case FaultyTable table -> Optional.of(new Trouble(PackProblem.Kind.INPUT, false, false, String.valueOf(table.getMessage())));
			case BankHolidaysMissing holidays -> Optional.of(new Trouble(PackProblem.Kind.INPUT, true, false, String.valueOf(holidays.getMessage())));
			case FileSystemException file -> Optional.of(new Trouble(PackProblem.Kind.FAILED, false, false, "the file %s cannot be used: %s".formatted(file.getFile(), reason(file))));
			case SQLException database -> Optional.of(DatabaseFault.of(database));
			default -> Optional.empty();
		};
	}

	private static String reason(FileSystemException file) {
		return file.getReason() != null ? file.getReason() : switch (file) {
			case NoSuchFileException _ -> "there is no such file";
			case AccessDeniedException _ -> "access is denied";
			case FileAlreadyExistsException _ -> "something of that name stands there already";
			default -> file.getClass().getSimpleName();
		};
	}

}

package org.packhorse.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// Words that a person gives to an option, as one line: what is pasted in with line breaks becomes one.
final class Words {

	private static final int LONGEST = 2_000;

	private Words() {
	}

	/// The line, or null where the option was left out.
	static @Nullable String line(CommandLine command, String option, @Nullable String words) {
		return words == null ? null : demanded(command, option, words);
	}

	static String demanded(CommandLine command, String option, String words) {
		var line = words.strip().replaceAll("\\s+", " ");
		if (line.isEmpty() || line.length() > LONGEST || line.chars().anyMatch(Character::isISOControl)) {
			throw new CommandLine.ParameterException(command, "%s takes 1 to %d characters of plain words.".formatted(option, LONGEST));
		}
		return line;
	}

}

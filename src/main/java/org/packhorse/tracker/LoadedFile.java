package org.packhorse.tracker;

import java.nio.file.Path;
import java.util.List;

/// What became of one file of a load.
///
/// @param said notices: what was understood in its own way
/// @param problems the faults, at most a thousand of them
/// @param problemCount how many faults there are
/// @param in whether the file went in, or would go in without `--dry-run`
public record LoadedFile(Path file, List<Table> tables, List<String> said, List<TrackerProblem> problems, long problemCount, boolean in) {

	public LoadedFile {
		tables = List.copyOf(tables);
		said = List.copyOf(said);
		problems = List.copyOf(problems);
	}

	/// The rows of one table: read, and of these new, changed and unchanged against what was on file.
	public record Table(String name, long read, long added, long changed, long unchanged) {
	}

}

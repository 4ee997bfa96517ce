package org.packhorse.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.packhorse.pack.PackProblem;
import org.packhorse.tracker.LoadedFile;
import org.packhorse.tracker.TrackerImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `load FILE…`: brings trackers and figures in.
@Command(name = "load", mixinStandardHelpOptions = true,
		description = "Loads CSV files or XLSX workbooks (one sheet a table); each file whole or not at all. docs/data.md describes the tables.")
final class LoadCommand implements Callable<Integer> {

	@ParentCommand
	PackhorseCommand packhorse;

	@Spec
	CommandSpec spec;

	@Parameters(arity = "1..*", paramLabel = "FILE", description = "Files named after their tables, such as updates.csv, in any order; or workbooks.")
	List<Path> files;

	@Option(names = "--dry-run", description = "Lists faults and counts; stores nothing.")
	boolean dryRun;

	@Option(names = "--json", description = "Prints the outcome as JSON.")
	boolean json;

	@Override
	public Integer call() {
		refuseMissing();
		var line = this.spec.commandLine();
		try (var application = Application.open(this.packhorse.settings()); var progress = new LoadProgress(line.getErr())) {
			var loaded = application.get(TrackerImport.class).load(this.files, this.dryRun, progress);
			progress.close();
			var report = new LoadReport(line, this.dryRun);
			if (this.json) {
				report.json(loaded);
			}
			else {
				loaded.forEach(report::words);
			}
			return loaded.stream().allMatch(LoadedFile::in) ? Outcome.DONE : Outcome.INPUT;
		}
	}

	/// A file that does not exist is a word of the command gone wrong, not a fault of a file.
	private void refuseMissing() {
		var missing = this.files.stream().filter(Files::notExists).map(Path::toString).toList();
		if (!missing.isEmpty()) {
			throw new PackProblem(PackProblem.Kind.USAGE, "There is no file %s; nothing was loaded.".formatted(String.join(" and no file ", missing)));
		}
	}

}

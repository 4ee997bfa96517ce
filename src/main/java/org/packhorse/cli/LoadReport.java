package org.packhorse.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.packhorse.tracker.LoadedFile;
import org.packhorse.tracker.TrackerProblem;
import picocli.CommandLine;

/// Tells what became of the files of a load: outcomes on standard output, faults and notices on standard error.
final class LoadReport {

	private final CommandLine line;

	private final boolean dryRun;

	LoadReport(CommandLine line, boolean dryRun) {
		this.line = line;
		this.dryRun = dryRun;
	}

	void words(LoadedFile file) {
		file.said().forEach(notice -> this.line.getErr().println("packhorse: note: " + file.file().getFileName() + ": " + notice));
		file.problems().forEach(problem -> this.line.getErr().println("packhorse: fault: " + problem));
		if (file.problemCount() > file.problems().size()) {
			var more = file.problemCount() - file.problems().size();
			this.line.getErr().printf("packhorse: %,d more %s in %s not listed.%n", more, Counted.noun(more, "fault"), file.file());
		}
		this.line.getOut().println(file.file() + ": " + outcome(file));
		file.tables()
			.forEach(table -> this.line.getOut().printf("  %s: %s read, %,d new, %,d changed, %,d unchanged%n", table.name(), Counted.of(table.read(), "row"), table.added(),
					table.changed(), table.unchanged()));
	}

	void json(List<LoadedFile> files) {
		this.line.getOut().println(Json.of(files.stream().map(this::data).toList()));
	}

	private String outcome(LoadedFile file) {
		if (!file.in()) {
			return Counted.of(file.problemCount(), "fault") + ", nothing of it was loaded";
		}
		return this.dryRun ? "no faults; it would be loaded" : "loaded";
	}

	private Map<String, Object> data(LoadedFile file) {
		var data = new LinkedHashMap<String, Object>();
		data.put("file", file.file().toString());
		data.put("loaded", file.in() && !this.dryRun);
		data.put("good", file.in());
		data.put("tables", file.tables());
		data.put("notes", file.said());
		data.put("faultCount", file.problemCount());
		data.put("faults", file.problems().stream().map(LoadReport::data).toList());
		return data;
	}

	private static Map<String, Object> data(TrackerProblem problem) {
		var data = new LinkedHashMap<String, Object>();
		data.put("file", problem.file());
		data.put("sheet", problem.sheet());
		data.put("row", problem.row());
		data.put("line", problem.line());
		data.put("column", problem.column());
		data.put("cell", problem.cell());
		data.put("found", problem.found());
		data.put("remedy", problem.remedy());
		return data;
	}

}

package org.packhorse.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.packhorse.pack.DeepVerification;
import org.packhorse.pack.Edition;
import org.packhorse.pack.Editions;
import org.packhorse.pack.Verification;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `verify DIR…|--all`: proves published editions.
@Command(name = "verify", mixinStandardHelpOptions = true,
		description = "Proves published editions: files against manifest, and that the stored snapshot gives the same bytes again.")
final class VerifyCommand implements Callable<Integer> {

	@ParentCommand
	PackhorseCommand packhorse;

	@Spec
	CommandSpec spec;

	@Parameters(arity = "0..*", paramLabel = "DIR", description = "Folders of editions, such as out/E08000013/improvement-board/2026-03-31/v1.")
	List<Path> folders = List.of();

	@Option(names = "--all", description = "Every edition on record.")
	boolean all;

	@Option(names = "--deep", description = "Also reads every file back: that all formats say the same as the snapshot and as pack.json. Takes seconds for each edition.")
	boolean deep;

	@Option(names = "--json", description = "Prints the results as JSON.")
	boolean json;

	@Override
	public Integer call() {
		if (this.all == !this.folders.isEmpty()) {
			throw new CommandLine.ParameterException(this.spec.commandLine(), "Name the folders of editions, or say --all.");
		}
		try (var application = Application.open(this.packhorse.settings())) {
			var folders = this.all ? application.get(Editions.class).published().stream().map(Edition::path).toList() : this.folders;
			var verification = application.get(Verification.class);
			var reading = application.get(DeepVerification.class);
			var results = folders.stream().map(folder -> folder.toAbsolutePath().normalize())
				.map(folder -> this.deep ? verification.verify(folder).and(reading.verify(folder)) : verification.verify(folder))
				.toList();
			print(results);
			return results.stream().allMatch(Verification.Result::good) ? Outcome.DONE : Outcome.FAILED;
		}
	}

	private void print(List<Verification.Result> results) {
		var out = this.spec.commandLine().getOut();
		if (this.json) {
			out.println(Json.of(results.stream()
				.map(result -> Map.of("folder", result.folder().toString(), "good", result.good(), "proved", result.proved(), "faults", result.faults()))
				.toList()));
			return;
		}
		if (results.isEmpty()) {
			this.spec.commandLine().getErr().println("packhorse: nothing has been published yet.");
		}
		for (Verification.Result result : results) {
			out.println(result.folder() + ": " + (result.good() ? "proved" : "NOT PROVED"));
			result.proved().forEach(sentence -> out.println("  " + sentence));
			result.faults().forEach(sentence -> out.println("  FAULT: " + sentence));
		}
	}

}

package org.packhorse.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.packhorse.access.Actors;
import org.packhorse.pack.Home;
import org.packhorse.pack.PackRequest;
import org.packhorse.run.Runs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `demo`: the whole way on a fresh machine, with the example council.
@Command(name = "demo", mixinStandardHelpOptions = true,
		description = "Creates the embedded database, loads the example council, makes its Improvement Board pack in every format, and prints where.")
final class DemoCommand implements Callable<Integer> {

	private static final String PACK = "improvement-board";

	private static final String EXAMPLE = "X99000001";

	@ParentCommand
	PackhorseCommand packhorse;

	@Spec
	CommandSpec spec;

	@Option(names = "--out", paramLabel = "DIR", description = "Publishes here instead of out/.")
	@Nullable Path out;

	@Override
	public Integer call() {
		var line = this.spec.commandLine();
		try (var application = Application.open(this.packhorse.settings()); var progress = new LoadProgress(line.getErr())) {
			line.getErr().println("packhorse: loading the example council, which is fictional");
			var asAt = new Samples(application).load(PACK, progress);
			var home = application.get(Home.class);
			var store = (this.out != null ? this.out : home.out()).toAbsolutePath().normalize();
			var months = List.of(asAt.minusMonths(1).withDayOfMonth(asAt.minusMonths(1).lengthOfMonth()), asAt);
			// One after the other: the second month's movement is measured from the first one's edition.
			return months.stream()
				.map(month -> new PackRequest(EXAMPLE, PACK, month, List.of(), null, false, List.of(), store, application.get(Actors.class).current().name()))
				.mapToInt(request -> new RunReport(line, false, application).of(watch -> application.get(Runs.class).make(List.of(request), watch)))
				.max()
				.orElse(Outcome.DONE);
		}
	}

}
